/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* How long tasks are off the processors: from being switched away to coming back, by the state in
 * which they went.
 *
 * A task leaves in its own context, but comes back in that of the one before it, where Linux may
 * not call programs. Then the absence is told when the task leaves again: all the time between,
 * without what it ran. */
#include "trace/stacks.bpf.h"
#include "trace/tasks.bpf.h"

enum { RUNNABLE, SLEEPS, WAITS, OTHER }; /* names in offcpu.c */

struct away {
	u64 time;
	u64 ran; /* nanoseconds until then */
	u32 state;
	u32 user_stack, kernel_stack;
};

/* By thread. */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, SKEP_TRACE_ROWS);
	__type(key, u32);
	__type(value, struct away);
} aways SEC(".maps");

static inline u32 state_of(u64 preempted, u64 state)
{
	if (preempted || !state)
		return RUNNABLE;
	return state & TASK_INTERRUPTIBLE ? SLEEPS : state & TASK_UNINTERRUPTIBLE ? WAITS : OTHER;
}

static inline void add(struct task_struct *task, const struct away *away, u64 time)
{
	struct skep_trace_key key = {
	    .pid = (u32)BPF_CORE_READ(task, tgid),
	    .id = away->state,
	    .user_stack = away->user_stack,
	    .kernel_stack = away->kernel_stack,
	};

	bpf_probe_read_kernel_str(key.comm, sizeof(key.comm), task->comm);
	add_value(&key, time / 1000, false);
}

static inline void leave(struct task_struct *task, const struct away *fresh)
{
	u32 tid = (u32)BPF_CORE_READ(task, pid);
	struct away *away = bpf_map_lookup_elem(&aways, &tid);

	if (away) {
		u64 since = fresh->time - away->time, ran = fresh->ran - away->ran;

		add(task, away, since > ran ? since - ran : 0);
	}
	if (is_dead(task))
		bpf_map_delete_elem(&aways, &tid);
	else if (bpf_map_update_elem(&aways, &tid, fresh, BPF_ANY))
		count_lost();
}

static inline void come(struct task_struct *task, u64 now)
{
	u32 tid = (u32)BPF_CORE_READ(task, pid);
	struct away *away = bpf_map_lookup_elem(&aways, &tid);

	if (!away)
		return;
	add(task, away, now - away->time);
	bpf_map_delete_elem(&aways, &tid);
}

static inline void on_switch(u64 *ctx)
{
	struct task_struct *before = (void *)ctx[1];
	struct away fresh = {
	    .time = bpf_ktime_get_ns(),
	    .ran = BPF_CORE_READ(before, se.sum_exec_runtime),
	    .state = state_of(ctx[0], BPF_CORE_READ(before, __state)),
	};

	if (wanted_task(before)) {
		take_stacks(ctx, &fresh.user_stack, &fresh.kernel_stack);
		leave(before, &fresh);
	}
	come((void *)ctx[2], fresh.time);
}

ON_TRACEPOINT(sched_switch, on_switch)
