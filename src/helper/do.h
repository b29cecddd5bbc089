/* SPDX-License-Identifier: BSD-2-Clause */
/* What the files of the room define: one function a row of offered.def and kfuncs.def. Private to
 * the room. */
#ifndef SKEP_HELPER_DO_H
#define SKEP_HELPER_DO_H

#include "vm/env.h"

#define HELPER_ARGS struct skep_run *run, u64 r1, u64 r2, u64 r3, u64 r4, u64 r5

#define OFFER(name, number) u64 skep_do_##name(HELPER_ARGS);
#include "helper/offered.def"
#undef OFFER

#define KFUNC(name) u64 skep_kfunc_##name(HELPER_ARGS);
#include "helper/kfuncs.def"
#undef KFUNC

/* Arguments that a helper does not look at. */
#define UNUSED_5 (void)r5
#define UNUSED_4 (void)r4, (void)r5
#define UNUSED_3 (void)r3, (void)r4, (void)r5
#define UNUSED_2 (void)r2, (void)r3, (void)r4, (void)r5
#define UNUSED_1 (void)r1, (void)r2, (void)r3, (void)r4, (void)r5

static inline void *skep_pointer(u64 address)
{
	return (void *)(uintptr_t)address;
}

/* What functions of the kernel that return an int leave in r0: the high half is zero. */
static inline u64 skep_kfunc_result(int error)
{
	return (u32)error;
}

#endif
