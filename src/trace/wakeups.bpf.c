/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Who wakes whom: a row for each task that is woken and each process that runs when it is.
 *
 * Linux may call no programs in the context of some processes, and what they, or interrupts that
 * come while they run, wake is not seen. But a task that went to sleep and runs again was woken: if
 * that was not seen, it is counted as lost when the task leaves its processor the next time. A
 * waker may come before the sleeper's leaving is seen; then the sleeper is still on its processor.
 */
#include "trace/rows.bpf.h"
#include "trace/stacks.bpf.h"
#include "trace/tasks.bpf.h"

enum { WOKEN = 1, EARLY = 2 };

/* A task since it left its processor the last time. */
struct sleeper {
	u32 seen; /* of its wakeups: WOKEN, and EARLY if it was on a processor */
	u32 slept;
	u32 early; /* one was seen before that may have been meant for this sleep */
};

/* By thread. */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, SKEP_TRACE_ROWS);
	__type(key, u32);
	__type(value, struct sleeper);
} sleepers SEC(".maps");

static inline void note_waking(struct task_struct *task)
{
	u32 tid = (u32)BPF_CORE_READ(task, pid);
	u32 seen = BPF_CORE_READ(task, on_cpu) ? WOKEN | EARLY : WOKEN;
	struct sleeper *known = bpf_map_lookup_elem(&sleepers, &tid), fresh = {.seen = seen};

	if (known)
		__sync_fetch_and_or(&known->seen, seen);
	else
		bpf_map_update_elem(&sleepers, &tid, &fresh, BPF_NOEXIST);
}

static inline void on_waking(u64 *ctx)
{
	struct task_struct *task = (void *)ctx[0];
	struct skep_trace_key key = {
	    .pid = (u32)BPF_CORE_READ(task, tgid),
	    .id = bpf_get_current_pid_tgid() >> 32,
	};
	bool is_wanted = wanted_task(task);

	if (is_wanted)
		note_waking(task);
	if (!is_wanted && !wanted())
		return;
	bpf_probe_read_kernel_str(key.comm, sizeof(key.comm), task->comm);
	take_stacks(ctx, &key.user_stack, &key.kernel_stack);
	add_one(&key);
}

static inline void on_switch(u64 *ctx)
{
	struct task_struct *task = (void *)ctx[1];
	u32 tid = (u32)BPF_CORE_READ(task, pid), seen;
	u32 sleeps =
	    !ctx[0] && BPF_CORE_READ(task, __state) & (TASK_INTERRUPTIBLE | TASK_UNINTERRUPTIBLE);
	struct sleeper *known, fresh = {.slept = sleeps};

	if (!wanted_task(task))
		return;
	known = bpf_map_lookup_elem(&sleepers, &tid);
	if (is_dead(task)) {
		bpf_map_delete_elem(&sleepers, &tid);
	} else if (!known) {
		bpf_map_update_elem(&sleepers, &tid, &fresh, BPF_NOEXIST);
	} else {
		seen = __sync_lock_test_and_set(&known->seen, 0);
		if (known->slept && !seen && !known->early)
			count_lost();
		known->slept = sleeps;
		known->early = seen & EARLY;
	}
}

/* Attached first and detached last, so that no wakeup of a sleep that is seen goes unseen. */
ON_TRACEPOINT(sched_waking, on_waking)
ON_TRACEPOINT(sched_switch, on_switch)
