/* SPDX-License-Identifier: BSD-2-Clause */
/* Timers, and work that is done soon: what flags may be; the rest is the system's. Work is a timer
 * whose time has come. */
#include <errno.h>
#include <time.h>

#include "helper/do.h"
#include "map/map.h"

enum { CLOCKS = 16, START_FLAGS = 3 /* BPF_F_TIMER_ABS, BPF_F_TIMER_CPU_PIN */ };

static u64 result(int error)
{
	return (u64)(s64)error;
}

static const struct skep_timer_services *timers(const struct skep_run *run, void **system)
{
	const struct skep_services *services = skep_env(run)->services;

	*system = services->system;
	return services->timers;
}

u64 skep_do_timer_init(HELPER_ARGS)
{
	void *system;
	const struct skep_timer_services *t = timers(run, &system);

	UNUSED_4;
	if (r3 >= CLOCKS || (r3 != CLOCK_MONOTONIC && r3 != CLOCK_REALTIME && r3 != CLOCK_BOOTTIME))
		return result(-EINVAL);
	return result(t ? t->init(system, skep_pointer(r2), skep_pointer(r1), (u32)r3)
			: -EOPNOTSUPP);
}

u64 skep_do_timer_set_callback(HELPER_ARGS)
{
	void *system;
	const struct skep_timer_services *t = timers(run, &system);

	UNUSED_3;
	return result(t ? t->set_function(system, skep_pointer(r1), run->code, r2) : -EOPNOTSUPP);
}

u64 skep_do_timer_start(HELPER_ARGS)
{
	void *system;
	const struct skep_timer_services *t = timers(run, &system);

	UNUSED_4;
	if (r3 & ~(u64)START_FLAGS)
		return result(-EINVAL);
	return result(t ? t->start(system, skep_pointer(r1), r2, r3) : -EOPNOTSUPP);
}

u64 skep_do_timer_cancel(HELPER_ARGS)
{
	void *system;
	const struct skep_timer_services *t = timers(run, &system);

	UNUSED_2;
	return result(t ? t->cancel(system, skep_pointer(r1)) : -EOPNOTSUPP);
}

/* ---- work */

u64 skep_kfunc_bpf_wq_init(HELPER_ARGS)
{
	void *system;
	const struct skep_timer_services *t = timers(run, &system);

	UNUSED_4;
	if ((u32)r3)
		return skep_kfunc_result(-EINVAL);
	return skep_kfunc_result(
	    t ? t->init(system, skep_pointer(r2), skep_pointer(r1), CLOCK_MONOTONIC) : -EOPNOTSUPP);
}

u64 skep_kfunc_bpf_wq_set_callback_impl(HELPER_ARGS)
{
	void *system;
	const struct skep_timer_services *t = timers(run, &system);

	UNUSED_4;
	if ((u32)r3)
		return skep_kfunc_result(-EINVAL);
	return skep_kfunc_result(t ? t->set_function(system, skep_pointer(r1), run->code, r2)
				   : -EOPNOTSUPP);
}

u64 skep_kfunc_bpf_wq_start(HELPER_ARGS)
{
	void *system;
	const struct skep_timer_services *t = timers(run, &system);

	UNUSED_3;
	if ((u32)r2)
		return skep_kfunc_result(-EINVAL);
	return skep_kfunc_result(t ? t->start(system, skep_pointer(r1), 0, 0) : -EOPNOTSUPP);
}
