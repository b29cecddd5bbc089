/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* For programs that tell by which way something was reached. */
#ifndef SKEP_TRACE_STACKS_BPF_H
#define SKEP_TRACE_STACKS_BPF_H

#include "trace/kernel.bpf.h"

struct {
	__uint(type, BPF_MAP_TYPE_STACK_TRACE);
	__uint(max_entries, SKEP_TRACE_STACKS);
	__uint(key_size, sizeof(u32));
	__uint(value_size, SKEP_TRACE_FRAMES * sizeof(u64));
} stacks SEC(".maps");

enum { BAD_ADDRESS = -14 }; /* -EFAULT: there is none, as of threads of the kernel */

static inline u32 stack_number(long id)
{
	if (id == BAD_ADDRESS)
		return 0;
	return id < 0 ? SKEP_TRACE_STACK_LOST : (u32)id + 1;
}

/* The stacks of the current task, if they are wanted. */
static inline __attribute__((always_inline)) void take_stacks(void *ctx, u32 *user, u32 *kernel)
{
	*user = *kernel = 0;
	if (!filter.stacks)
		return;
	*user = stack_number(bpf_get_stackid(ctx, &stacks, BPF_F_USER_STACK));
	*kernel = stack_number(bpf_get_stackid(ctx, &stacks, 0));
}

#endif
