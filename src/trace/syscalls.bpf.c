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

SEC("tp_btf/sys_enter")
int on_enter(u64 *ctx)
{
	u32 tid = (u32)bpf_get_current_pid_tgid();
	struct call call = {.number = ctx[1]};

	/* these never return */
	if (call.number == __NR_exit || call.number == __NR_exit_group || !wanted())
		return 0;
	call.time = bpf_ktime_get_ns();
	if (bpf_map_update_elem(&calls, &tid, &call, BPF_ANY))
		count_lost();
	return 0;
}

SEC("tp_btf/sys_exit")
int on_return(u64 *ctx)
{
	u64 both = bpf_get_current_pid_tgid();
	u32 tid = (u32)both;
	struct call *call = bpf_map_lookup_elem(&calls, &tid);
	struct skep_trace_key key = {.pid = both >> 32};
	s64 result = (s64)ctx[1];

	if (!call)
		return 0;
	key.id = (u32)call->number;
	bpf_get_current_comm(key.comm, sizeof(key.comm));
	add_value(&key, bpf_ktime_get_ns() - call->time, result < 0 && result >= -4095);
	bpf_map_delete_elem(&calls, &tid);
	return 0;
}
