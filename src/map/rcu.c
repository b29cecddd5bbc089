/* SPDX-License-Identifier: BSD-2-Clause */
#include "map/rcu.h"

#include <urcu/urcu-bp.h>

void skep_map_read_wait(void)
{
	urcu_bp_synchronize_rcu();
	SKEP_MAP_READ_LEARN();
}

bool skep_map_read_ongoing(void)
{
	return urcu_bp_read_ongoing();
}
