/* SPDX-License-Identifier: BSD-2-Clause */
/* Sets of 32-bit numbers as sorted ranges. */
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "filter/graph.h"

static int by_lo(const void *a, const void *b)
{
	const struct skep_range *x = a, *y = b;

	return (x->lo > y->lo) - (x->lo < y->lo);
}

/* Joins sorted ranges that overlap or touch, in place; returns how many are left. */
static u32 join(struct skep_range *ranges, size_t count)
{
	u32 kept = 0;

	for (size_t i = 0; i < count; i++) {
		struct skep_range *last = kept ? &ranges[kept - 1] : NULL;

		if (last && (last->hi == UINT32_MAX || ranges[i].lo <= last->hi + 1)) {
			if (ranges[i].hi > last->hi)
				last->hi = ranges[i].hi;
		} else {
			ranges[kept++] = ranges[i];
		}
	}
	return kept;
}

bool skep_graph_add_set(struct skep_graph *g, const struct skep_range *ranges, size_t count,
			u32 *set)
{
	struct skep_range *copy = skep_arena_array(g->arena, count, sizeof(*copy));
	struct skep_set s = {.ranges = copy};

	if (!copy || g->failed) {
		g->failed = true;
		return false;
	}
	if (count)
		memcpy(copy, ranges, count * sizeof(*copy));
	qsort(copy, count, sizeof(*copy), by_lo);
	s.count = join(copy, count);
	if (!SKEP_PUSH(&g->sets, s)) {
		g->failed = true;
		return false;
	}
	*set = (u32)g->sets.count - 1;
	return true;
}

bool skep_set_has(const struct skep_set *set, u32 k)
{
	u32 low = 0, high = set->count;

	while (low < high) {
		u32 middle = low + (high - low) / 2;

		if (set->ranges[middle].lo <= k)
			low = middle + 1;
		else
			high = middle;
	}
	return low > 0 && k <= set->ranges[low - 1].hi;
}
