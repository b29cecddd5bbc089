/* SPDX-License-Identifier: BSD-2-Clause */
/* Depth-first, next[0] before next[1]; finished nodes are put from the end to the front. */
#include "filter/order.h"

bool skep_order_find(struct skep_order *o, const skep_nid (*next)[2], size_t count, skep_nid entry,
		     struct skep_arena *arena)
{
	skep_nid *stack = skep_arena_array(arena, count, sizeof(*stack));
	u8 *entered = skep_arena_alloc(arena, count); /* 1 + successors that were looked at */
	u32 depth = 0, at = (u32)count;

	o->nodes = skep_arena_array(arena, count, sizeof(*o->nodes));
	o->position = skep_arena_array(arena, count, sizeof(*o->position));
	if (!stack || !entered || !o->nodes || !o->position)
		return false;
	for (size_t i = 0; i < count; i++)
		o->position[i] = SKEP_NOWHERE;
	stack[depth++] = entry;
	entered[entry] = 1;
	while (depth) {
		skep_nid n = stack[depth - 1], to;

		if (n <= SKEP_NODE_ACCEPT || entered[n] == 3) {
			o->nodes[--at] = n;
			depth--;
			continue;
		}
		to = next[n][entered[n]++ - 1];
		if (!entered[to]) {
			entered[to] = 1;
			stack[depth++] = to;
		}
	}
	o->nodes += at;
	o->count = (u32)count - at;
	for (u32 i = 0; i < o->count; i++)
		o->position[o->nodes[i]] = i;
	return true;
}
