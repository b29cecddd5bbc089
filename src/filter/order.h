/* SPDX-License-Identifier: BSD-2-Clause */
/* The order of a decision graph in which every node comes before its successors. */
#ifndef SKEP_FILTER_ORDER_H
#define SKEP_FILTER_ORDER_H

#include "base/arena.h"
#include "filter/graph.h"

enum { SKEP_NOWHERE = UINT32_MAX };

struct skep_order {
	skep_nid *nodes; /* those that can be reached; what next[1] reaches follows a node first */
	u32 count;
	u32 *position; /* by node: index into nodes, or SKEP_NOWHERE */
};

/* Orders `count` nodes of which next[n] are the successors; 0 and 1 have none. All in the arena;
 * false if memory ran out. */
SKEP_MUST_USE bool skep_order_find(struct skep_order *o, const skep_nid (*next)[2], size_t count,
				   skep_nid entry, struct skep_arena *arena);

#endif
