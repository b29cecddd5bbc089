/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* For programs that follow tasks through the scheduler. */
#ifndef SKEP_TRACE_TASKS_BPF_H
#define SKEP_TRACE_TASKS_BPF_H

#include "trace/rows.bpf.h"

struct bpf_iter__task {
	struct task_struct *task; /* NULL behind the last */
} KERNEL;

/* Bits of a task's state (include/linux/sched.h). */
enum { TASK_INTERRUPTIBLE = 1, TASK_UNINTERRUPTIBLE = 2, TASK_DEAD = 0x80 };

/* Whether it leaves the processor for the last time. */
static inline bool is_dead(struct task_struct *task)
{
	return BPF_CORE_READ(task, __state) & TASK_DEAD;
}

#endif
