/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* How long tasks wait for a processor: from being woken, or from losing it while they could go on,
 * until they run. */
#include "trace/rows.bpf.h"

/* Since when a thread waits. */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, SKEP_TRACE_ROWS);
	__type(key, u32);
	__type(value, u64);
} waiting SEC(".maps");

static inline void begin(struct task_struct *task)
{
	u32 tid = (u32)task->pid;
	u64 now = bpf_ktime_get_ns();

	if (wanted_task(task) && bpf_map_update_elem(&waiting, &tid, &now, BPF_ANY))
		count_lost();
}

SEC("tp_btf/sched_wakeup")
int on_wakeup(u64 *ctx)
{
	begin((void *)ctx[0]);
	return 0;
}

SEC("tp_btf/sched_wakeup_new")
int on_wakeup_new(u64 *ctx)
{
	begin((void *)ctx[0]);
	return 0;
}

SEC("tp_btf/sched_switch")
int on_switch(u64 *ctx)
{
	struct task_struct *before = (void *)ctx[1], *next = (void *)ctx[2];
	struct skep_trace_key key = {.pid = (u32)next->tgid};
	u32 tid = (u32)next->pid;
	u64 *since;

	if (ctx[0] || !before->__state) /* ctx[0]: it was preempted */
		begin(before);
	since = bpf_map_lookup_elem(&waiting, &tid);
	if (!since)
		return 0;
	bpf_probe_read_kernel_str(key.comm, sizeof(key.comm), next->comm);
	add_value(&key, (bpf_ktime_get_ns() - *since) / 1000, false);
	bpf_map_delete_elem(&waiting, &tid);
	return 0;
}
