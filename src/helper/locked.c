/* SPDX-License-Identifier: BSD-2-Clause */
/* Helpers on the special fields of values: locks and pointers. */
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
