/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* System calls: how many, how long, how many failed, for each process and call. */
#include "trace/rows.bpf.h"

/* A call that has not ended, by thread. */
struct call {
	u64 time;
	u64 number;
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, SKEP_TRACE_ROWS);
	__type(key, u32);
	__type(value, struct call);
} calls SEC(".maps");

static inline void begin(u64 number)
{
	u32 tid = (u32)bpf_get_current_pid_tgid();
	struct call call = {.number = number};

	/* these never return */
	if (call.number == __NR_exit || call.number == __NR_exit_group || !wanted())
		return;
	call.time = bpf_ktime_get_ns();
	if (bpf_map_update_elem(&calls, &tid, &call, BPF_ANY))
		count_lost();
}

static inline void end(s64 result)
{
	u64 both = bpf_get_current_pid_tgid();
	u32 tid = (u32)both;
	struct call *call = bpf_map_lookup_elem(&calls, &tid);
	struct skep_trace_key key = {.pid = both >> 32};

	if (!call)
		return;
	key.id = (u32)call->number;
	bpf_get_current_comm(key.comm, sizeof(key.comm));
	add_value(&key, bpf_ktime_get_ns() - call->time, result < 0 && result >= -4095);
	bpf_map_delete_elem(&calls, &tid);
}

static inline void on_enter(u64 *ctx)
{
	begin(ctx[1]);
}

static inline void on_exit(u64 *ctx)
{
	end((s64)ctx[1]);
}

ON_TRACEPOINT(sys_enter, on_enter)
ON_TRACEPOINT(sys_exit, on_exit)

/* What a tracepoint without arguments of its own hands over: include/trace/events/syscalls.h */
struct record {
	u64 common;
	u64 number;
	s64 result; /* or the arguments */
};

SEC("tp/raw_syscalls/sys_enter")
int tp_sys_enter(struct record *record)
{
	begin(record->number);
	return 0;
}

SEC("tp/raw_syscalls/sys_exit")
int tp_sys_exit(struct record *record)
{
	end(record->result);
	return 0;
}
