/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* What programs that look at block devices share: a request from where it is made to where it is
 * done. Include events.bpf.h or rows.bpf.h before. */
#ifndef SKEP_TRACE_BLOCK_BPF_H
#define SKEP_TRACE_BLOCK_BPF_H

#include "trace/kernel.bpf.h"

enum { OPERATION = 0xff }; /* bits of cmd_flags (REQ_OP_MASK) */

/* A request that is not done, by its address. */
struct asked {
	struct skep_trace_head head; /* who asks, and when */
	u64 given;		     /* when the driver got it */
	u64 sector;
	u32 bytes, operation;
	u32 error; /* blk_status_t */
	char disk[DISK_NAME];
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, SKEP_TRACE_ROWS);
	__type(key, u64);
	__type(value, struct asked);
} requests SEC(".maps");

/* Linux uses the memory of requests again: then the one before has ended, and that was not seen,
 * as where Linux calls no programs in the context of some processes. */
static inline void forget_unseen(u64 address)
{
	if (bpf_map_delete_elem(&requests, &address) == 0)
		count_lost();
}

/* Drivers count down length and sector as a request is done: they are read when it begins. */
static inline int begin_request(struct request *rq)
{
	struct gendisk *disk = BPF_CORE_READ(rq, q, disk);
	u64 address = (u64)rq;
	struct asked fresh = {0};

	forget_unseen(address);
	if (!wanted())
		return 0;
	fill_head(&fresh.head, 0);
	fresh.operation = BPF_CORE_READ(rq, cmd_flags) & OPERATION;
	fresh.bytes = BPF_CORE_READ(rq, __data_len);
	fresh.sector = BPF_CORE_READ(rq, __sector);
	bpf_core_read_str(fresh.disk, sizeof(fresh.disk), &disk->disk_name);
	if (bpf_map_update_elem(&requests, &address, &fresh, BPF_ANY))
		count_lost();
	return 0;
}

/* A request grows by others that are merged into it until the driver gets it. */
static inline int give_request(struct request *rq)
{
	u64 address = (u64)rq;
	struct asked *asked = bpf_map_lookup_elem(&requests, &address);

	if (!asked)
		return 0;
	asked->given = bpf_ktime_get_ns();
	asked->bytes = BPF_CORE_READ(rq, __data_len);
	asked->sector = BPF_CORE_READ(rq, __sector);
	return 0;
}

static __always_inline void end_request(u64 address, void (*tell)(const struct asked *asked))
{
	struct asked *asked = bpf_map_lookup_elem(&requests, &address);

	if (!asked)
		return;
	tell(asked);
	bpf_map_delete_elem(&requests, &address);
}

/* ---- programs; behind these a tool has that of block_io_done, and last that of block_io_start,
 * which is on_begin: they are attached in this order and detached in the other one, so that
 * whatever is seen to begin could be seen to end */

/* One that was merged into another ends with that. */
static inline void on_merge(u64 *ctx)
{
	u64 address = ctx[0];

	bpf_map_delete_elem(&requests, &address);
}

ON_TRACEPOINT(block_rq_merge, on_merge)

/* A part of it may fail. */
static inline void on_part(u64 *ctx)
{
	u64 address = ctx[0];
	struct asked *asked = bpf_map_lookup_elem(&requests, &address);

	if (asked && (u8)ctx[1])
		asked->error = (u8)ctx[1];
}

ON_TRACEPOINT(block_rq_complete, on_part)

static inline void on_give(u64 *ctx)
{
	give_request((void *)ctx[0]);
}

ON_TRACEPOINT(block_rq_issue, on_give)

static inline void on_begin(u64 *ctx)
{
	begin_request((void *)ctx[0]);
}

static long look_at(void *map, u64 *address, struct asked *asked, void *context)
{
	u32 idle = bpf_core_enum_value(enum mq_rq_state, MQ_RQ_IDLE);
	u32 state = idle + 1;

	(void)map;
	(void)asked;
	(void)context;
	bpf_core_read(&state, sizeof(state), &((struct request *)*address)->state);
	if (state == idle && bpf_map_delete_elem(&requests, address) == 0)
		count_lost();
	return 0;
}

/* Those that are left and not under way have ended unseen: the others are taken out before. */
SEC("syscall")
int on_end(void *ctx)
{
	(void)ctx;
	bpf_for_each_map_elem(&requests, look_at, NULL, 0);
	return 0;
}

#endif
