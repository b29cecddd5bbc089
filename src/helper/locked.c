/* SPDX-License-Identifier: BSD-2-Clause */
/* Helpers on the special fields of values: locks and pointers. A resilient lock holds the number of
 * the virtual CPU that has it, plus one: who waits for itself is told at once, who waits for
 * another one as long as Linux lets it (which also sees two that wait for each other: here both
 * come to the end of their time). */
#include <errno.h>
#include <time.h>

#include "helper/do.h"
#include "map/spin.h"

u64 skep_do_spin_lock(HELPER_ARGS)
{
	(void)run;
	UNUSED_2;
	skep_spin_lock(skep_pointer(r1));
	return 0;
}

u64 skep_do_spin_unlock(HELPER_ARGS)
{
	(void)run;
	UNUSED_2;
	skep_spin_unlock(skep_pointer(r1));
	return 0;
}

u64 skep_do_kptr_xchg(HELPER_ARGS)
{
	(void)run;
	UNUSED_3;
	return __atomic_exchange_n((u64 *)skep_pointer(r1), r2, __ATOMIC_SEQ_CST);
}

/* ---- resilient spin locks */

enum { LONGEST = 250000000 }; /* nanoseconds (Linux: RES_DEF_TIMEOUT) */

static u64 now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (u64)t.tv_sec * 1000000000 + (u64)t.tv_nsec;
}

static s64 lock_in_time(u32 *lock, u32 owner)
{
	u64 begin = 0;

	for (u32 tries = 1;; tries++) {
		u32 holder = 0;

		if (__atomic_compare_exchange_n(lock, &holder, owner, false, __ATOMIC_ACQUIRE,
						__ATOMIC_RELAXED))
			return 0;
		if (holder == owner)
			return -EDEADLK;
		if (tries % SKEP_SPIN_PATIENCE)
			continue;
		begin = begin ? begin : now();
		if (now() - begin > LONGEST)
			return -ETIMEDOUT;
		sched_yield();
	}
}

u64 skep_kfunc_bpf_res_spin_lock(HELPER_ARGS)
{
	UNUSED_2;
	return (u64)lock_in_time(skep_pointer(r1), skep_env(run)->cpu + 1);
}

u64 skep_kfunc_bpf_res_spin_unlock(HELPER_ARGS)
{
	return skep_do_spin_unlock(run, r1, r2, r3, r4, r5);
}

/* Nothing interrupts a run: there are no flags to keep. */
u64 skep_kfunc_bpf_res_spin_lock_irqsave(HELPER_ARGS)
{
	return skep_kfunc_bpf_res_spin_lock(run, r1, r2, r3, r4, r5);
}

u64 skep_kfunc_bpf_res_spin_unlock_irqrestore(HELPER_ARGS)
{
	return skep_do_spin_unlock(run, r1, r2, r3, r4, r5);
}
