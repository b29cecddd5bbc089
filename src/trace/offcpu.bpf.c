/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* How long tasks are off the processors: from being switched away to coming back, by the state in
 * which they went. */
#include "trace/rows.bpf.h"

enum { RUNNABLE, SLEEPS, WAITS, OTHER }; /* names in offcpu.c */

struct away {
	u64 time;
	u32 state;
};

/* By thread. */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, SKEP_TRACE_ROWS);
	__type(key, u32);
	__type(value, struct away);
} aways SEC(".maps");

/* TASK_INTERRUPTIBLE and TASK_UNINTERRUPTIBLE (include/linux/sched.h) */
static inline u32 state_of(struct task_struct *task, bool preempted)
{
	u32 state = task->__state;

	if (preempted || !state)
		return RUNNABLE;
	return state & 1 ? SLEEPS : state & 2 ? WAITS : OTHER;
}

SEC("tp_btf/sched_switch")
int on_switch(u64 *ctx)
{
	struct task_struct *before = (void *)ctx[1], *next = (void *)ctx[2];
	struct skep_trace_key key = {.pid = (u32)next->tgid};
	struct away fresh = {.time = bpf_ktime_get_ns()}, *away;
	u32 tid = (u32)before->pid;

	if (wanted_task(before)) {
		fresh.state = state_of(before, ctx[0]);
		if (bpf_map_update_elem(&aways, &tid, &fresh, BPF_ANY))
			count_lost();
	}
	tid = (u32)next->pid;
	away = bpf_map_lookup_elem(&aways, &tid);
	if (!away)
		return 0;
	key.id = away->state;
	bpf_probe_read_kernel_str(key.comm, sizeof(key.comm), next->comm);
	add_value(&key, (fresh.time - away->time) / 1000, false);
	bpf_map_delete_elem(&aways, &tid);
	return 0;
}

/* One that ends does not come back. */
SEC("tp_btf/sched_process_free")
int on_free(u64 *ctx)
{
	struct task_struct *task = (void *)ctx[0];
	u32 tid = (u32)task->pid;

	bpf_map_delete_elem(&aways, &tid);
	return 0;
}
