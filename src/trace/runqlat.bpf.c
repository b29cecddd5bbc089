/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* How long tasks wait for a processor: from being woken, or from losing it while they could go on,
 * until they run.
 *
 * The scheduler sums that up itself for each task (sched_info.run_delay), and the sum stands still
 * while the task runs. So it is read when a task leaves its processor: what it grew by since it
 * left the last time is the one wait between. Leaving happens in the task's own context; its
 * wakeup and its coming happen in that of others, and Linux may not call programs there. */
#include "trace/tasks.bpf.h"

struct known {
	u64 delay; /* when it left the last time */
	u64 start_time;
};

/* By thread. */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, SKEP_TRACE_ROWS);
	__type(key, u32);
	__type(value, struct known);
} threads SEC(".maps");

static inline void leave(struct task_struct *task)
{
	struct known now = {BPF_CORE_READ(task, sched_info.run_delay),
			    BPF_CORE_READ(task, start_time)};
	struct skep_trace_key key = {.pid = (u32)BPF_CORE_READ(task, tgid)};
	u32 tid = (u32)BPF_CORE_READ(task, pid);
	struct known *known;

	if (!wanted_task(task))
		return;
	known = bpf_map_lookup_elem(&threads, &tid);
	if (known || now.start_time >= filter.begun) { /* else its past is not known */
		bpf_probe_read_kernel_str(key.comm, sizeof(key.comm), task->comm);
		add_value(&key, (now.delay - (known ? known->delay : 0)) / 1000, false);
	}
	if (is_dead(task))
		bpf_map_delete_elem(&threads, &tid);
	else if (known)
		known->delay = now.delay;
	else if (bpf_map_update_elem(&threads, &tid, &now, BPF_ANY))
		count_lost();
}

static inline void on_switch(u64 *ctx)
{
	leave((void *)ctx[1]);
}

ON_TRACEPOINT(sched_switch, on_switch)

/* Those that are there already. */
SEC("iter/task")
int on_task(struct bpf_iter__task *ctx)
{
	struct task_struct *task = ctx->task;
	struct known now;
	u32 tid;

	if (!task || !wanted_task(task))
		return 0;
	tid = (u32)task->pid;
	now.delay = BPF_CORE_READ(task, sched_info.run_delay);
	now.start_time = task->start_time;
	bpf_map_update_elem(&threads, &tid, &now, BPF_NOEXIST);
	if (!bpf_map_lookup_elem(&threads, &tid))
		count_lost();
	return 0;
}
