/* SPDX-License-Identifier: BSD-2-Clause */
/* Helpers that ask for what only a kernel has: stacks, counters, branches. They answer as Linux
 * does where there is nothing to be had. */
#include <errno.h>
#include <linux/bpf.h>
#include <string.h>

#include "helper/do.h"

#define STACK_FLAGS (BPF_F_SKIP_FIELD_MASK | BPF_F_USER_STACK)

u64 skep_do_get_stackid(HELPER_ARGS)
{
	u64 known = STACK_FLAGS | BPF_F_FAST_STACK_CMP | BPF_F_REUSE_STACKID;

	(void)run, (void)r1, (void)r2;
	UNUSED_4;
	return (u64)(r3 & ~known ? -EINVAL : -EFAULT);
}

u64 skep_do_get_stack(HELPER_ARGS)
{
	u64 known = STACK_FLAGS | BPF_F_USER_BUILD_ID;

	(void)run, (void)r1, (void)r5;
	memset(skep_pointer(r2), 0, (u32)r3);
	return (u64)(r4 & ~known ? -EINVAL : -EFAULT);
}

u64 skep_do_get_branch_snapshot(HELPER_ARGS)
{
	(void)run, (void)r1, (void)r2;
	UNUSED_4;
	return (u64)(r3 ? -EINVAL : -ENOENT);
}

u64 skep_do_get_attach_cookie(HELPER_ARGS)
{
	(void)run;
	UNUSED_1;
	return 0;
}
