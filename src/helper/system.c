/* SPDX-License-Identifier: BSD-2-Clause */
/* Helpers that ask what surrounds the program: time, CPU, chance. */
#include <sched.h>
#include <time.h>

#include "helper/do.h"

enum {
	SECOND = 1000000000 /* ns */,
	BEFORE_ZERO = 300 /* s: how long before Linux's jiffies wrap */
};

static u64 nanoseconds(struct timespec t)
{
	return (u64)t.tv_sec * SECOND + (u64)t.tv_nsec;
}

static u64 clock_now(clockid_t clock)
{
	struct timespec t;

	clock_gettime(clock, &t);
	return nanoseconds(t);
}

u64 skep_do_ktime_get_ns(HELPER_ARGS)
{
	(void)run;
	UNUSED_1;
	return clock_now(CLOCK_MONOTONIC);
}

u64 skep_do_ktime_get_boot_ns(HELPER_ARGS)
{
	(void)run;
	UNUSED_1;
	return clock_now(CLOCK_BOOTTIME);
}

u64 skep_do_ktime_get_coarse_ns(HELPER_ARGS)
{
	(void)run;
	UNUSED_1;
	return clock_now(CLOCK_MONOTONIC_COARSE);
}

u64 skep_do_ktime_get_tai_ns(HELPER_ARGS)
{
	(void)run;
	UNUSED_1;
	return clock_now(CLOCK_TAI);
}

/* A tick is as long as the coarse clock's; the count began five minutes below 32 bits. Linux is
 * some ticks behind, as many as it took to start its own. */
u64 skep_do_jiffies64(HELPER_ARGS)
{
	struct timespec tick;
	u64 length;

	(void)run;
	UNUSED_1;
	clock_getres(CLOCK_MONOTONIC_COARSE, &tick);
	length = nanoseconds(tick);
	return (u32) - (s64)(BEFORE_ZERO * (SECOND / length)) +
	       clock_now(CLOCK_MONOTONIC_COARSE) / length;
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

u64 skep_do_get_numa_node_id(HELPER_ARGS)
{
	unsigned node = 0;

	(void)run;
	UNUSED_1;
	getcpu(NULL, &node);
	return node;
}

/* ---- sections: runs end before what they could see is given back */

#define NOTHING(name)                                                                              \
	u64 skep_kfunc_##name(HELPER_ARGS)                                                         \
	{                                                                                          \
		(void)run;                                                                         \
		UNUSED_1;                                                                          \
		return 0;                                                                          \
	}

NOTHING(bpf_rcu_read_lock)
NOTHING(bpf_rcu_read_unlock)
NOTHING(bpf_local_irq_restore)
NOTHING(bpf_local_irq_save)
NOTHING(bpf_preempt_disable)
NOTHING(bpf_preempt_enable)
