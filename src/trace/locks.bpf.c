/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* How long threads wait for locks: of the kernel, and for those that programs build on futexes. */
#include "trace/rows.bpf.h"
#include "trace/stacks.bpf.h"

enum { FUTEX, SPIN, READ, WRITE, MUTEX, OTHER }; /* names in locks.c */

/* LCB_F_ of include/trace/events/lock.h */
enum { BY_SPINNING = 1, FOR_READING = 2, FOR_WRITING = 4, A_MUTEX = 32 };

/* Of futex(2): what it is asked to do. */
enum { COMMAND = 127, WAIT = 0, LOCK_PI = 6, WAIT_BITSET = 9, LOCK_PI2 = 13 };

/* A wait may be interrupted by another one of an interrupt's. */
struct place {
	u64 lock;
	u32 tid, cpu; /* cpu: 0, but of spinning, where no thread runs: tid is 0 on each of them */
};

struct wait {
	u64 time;
	u32 kind, unused;
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, SKEP_TRACE_ROWS);
	__type(key, struct place);
	__type(value, struct wait);
} waits SEC(".maps");

static inline struct place place_of(u64 lock)
{
	u32 tid = (u32)bpf_get_current_pid_tgid();

	return (struct place){lock, tid, tid ? 0 : bpf_get_smp_processor_id()};
}

static inline void begin(u64 lock, u32 kind)
{
	struct wait wait = {bpf_ktime_get_ns(), kind, 0};
	struct place place = place_of(lock);

	if (wanted() && bpf_map_update_elem(&waits, &place, &wait, BPF_ANY))
		count_lost();
}

static inline __attribute__((always_inline)) void end(void *ctx, u64 lock)
{
	struct place place = place_of(lock);
	struct wait *wait = bpf_map_lookup_elem(&waits, &place);
	struct skep_trace_key key = {.pid = bpf_get_current_pid_tgid() >> 32};
	u64 time;

	if (!wait)
		return;
	time = bpf_ktime_get_ns() - wait->time;
	key.id = wait->kind;
	bpf_map_delete_elem(&waits, &place);
	bpf_get_current_comm(key.comm, sizeof(key.comm));
	take_stacks(ctx, &key.user_stack, &key.kernel_stack);
	add_value(&key, time, false);
}

static inline u32 kind_of(u32 flags)
{
	if (flags & A_MUTEX)
		return MUTEX;
	if (flags & FOR_READING)
		return READ;
	if (flags & FOR_WRITING)
		return WRITE;
	return flags & BY_SPINNING ? SPIN : OTHER;
}

static inline void on_begin(u64 *ctx)
{
	begin(ctx[0], kind_of((u32)ctx[1]));
}

static inline void on_end(u64 *ctx)
{
	end(ctx, ctx[0]);
}

/* A call stands for its lock: a thread is in one at a time. */
static inline void on_call(u64 *ctx)
{
	u32 command;

	if (ctx[1] != __NR_futex)
		return;
	command = (u32)CALL_ARGUMENT(ctx[0], 1) & COMMAND;
	if (command == WAIT || command == LOCK_PI || command == WAIT_BITSET || command == LOCK_PI2)
		begin(0, FUTEX);
}

static inline void on_return(u64 *ctx)
{
	end(ctx, 0);
}

ON_TRACEPOINT(contention_begin, on_begin)
ON_TRACEPOINT(contention_end, on_end)
ON_TRACEPOINT(sys_enter, on_call)
ON_TRACEPOINT(sys_exit, on_return)

struct trace_event_raw_contention_begin {
	void *lock_addr;
	unsigned int flags;
} KERNEL;

struct trace_event_raw_contention_end {
	void *lock_addr;
} KERNEL;

struct trace_event_raw_sys_enter {
	long id;
} KERNEL;

ON_PLAIN(lock, contention_begin, on_begin, contention_begin, (u64)e->lock_addr, e->flags)

SEC("tp/lock/contention_end")
int tp_contention_end(struct trace_event_raw_contention_end *e)
{
	end(e, (u64)e->lock_addr);
	return 0;
}

ON_PLAIN(raw_syscalls, sys_enter, on_call, sys_enter,
	 (u64)bpf_task_pt_regs(bpf_get_current_task_btf()), (u64)e->id)
ON_PLAIN_UNREAD(raw_syscalls, sys_exit, on_return)
