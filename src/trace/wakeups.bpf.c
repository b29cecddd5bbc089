/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Who wakes whom: a row for each task that is woken and each process that runs when it is. */
#include "trace/rows.bpf.h"
#include "trace/stacks.bpf.h"

static inline void on_waking(u64 *ctx)
{
	struct task_struct *task = (void *)ctx[0];
	struct skep_trace_key key = {
	    .pid = (u32)BPF_CORE_READ(task, tgid),
	    .id = bpf_get_current_pid_tgid() >> 32,
	};

	if (!wanted_task(task) && !wanted())
		return;
	bpf_probe_read_kernel_str(key.comm, sizeof(key.comm), task->comm);
	take_stacks(ctx, &key.user_stack, &key.kernel_stack);
	add_one(&key);
}

ON_TRACEPOINT(sched_waking, on_waking)
