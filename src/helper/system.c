/* SPDX-License-Identifier: BSD-2-Clause */
/* Helpers that ask what surrounds the program: time, CPU, chance. */
#include <time.h>

#include "helper/do.h"

static u64 clock_now(clockid_t clock)
{
	struct timespec t;

	clock_gettime(clock, &t);
	return (u64)t.tv_sec * 1000000000u + (u64)t.tv_nsec;
}

u64 skep_do_ktime_get_ns(HELPER_ARGS)
{
	(void)run;
	UNUSED_1;
	return clock_now(CLOCK_MONOTONIC);
}

/* xorshift64*: fast, and good enough for what get_prandom_u32 promises. */
u64 skep_do_get_prandom_u32(HELPER_ARGS)
{
	struct skep_env *env = skep_env(run);
	u64 x = env->random;

	UNUSED_1;
	x ^= x >> 12;
	x ^= x << 25;
	x ^= x >> 27;
	env->random = x;
	return (x * 0x2545f4914f6cdd1d) >> 32;
}

u64 skep_do_get_smp_processor_id(HELPER_ARGS)
{
	UNUSED_1;
	return skep_env(run)->cpu;
}

/* Runs end before what they could see is given back. */
u64 skep_kfunc_bpf_rcu_read_lock(HELPER_ARGS)
{
	(void)run;
	UNUSED_1;
	return 0;
}

u64 skep_kfunc_bpf_rcu_read_unlock(HELPER_ARGS)
{
	(void)run;
	UNUSED_1;
	return 0;
}
