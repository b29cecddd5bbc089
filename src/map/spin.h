/* SPDX-License-Identifier: BSD-2-Clause */
/* A lock of four bytes for a few instructions, 0 when free: that of hash buckets and, as in Linux,
 * bpf_spin_lock in values. A thread that waits long lets others run. */
#ifndef SKEP_MAP_SPIN_H
#define SKEP_MAP_SPIN_H

#include <sched.h>

#include "base/types.h"

enum { SKEP_SPIN_PATIENCE = 100 }; /* attempts */

static inline void skep_spin_lock(u32 *lock)
{
	for (u32 tries = 0; __atomic_exchange_n(lock, 1, __ATOMIC_ACQUIRE); tries++)
		if (tries % SKEP_SPIN_PATIENCE == SKEP_SPIN_PATIENCE - 1)
			sched_yield();
}

static inline void skep_spin_unlock(u32 *lock)
{
	__atomic_store_n(lock, 0, __ATOMIC_RELEASE);
}

#endif
