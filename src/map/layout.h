/* SPDX-License-Identifier: BSD-2-Clause */
/* Where the values of arrays lie, for code that reaches them without a call: the value of index i
 * is at base + i * stride (+ cpu * cpu_stride), if i < entries. All of it stays as it is while the
 * map lives. */
#ifndef SKEP_MAP_LAYOUT_H
#define SKEP_MAP_LAYOUT_H

#include "map/map.h"

struct skep_map_layout {
	u64 base;
	u32 stride; /* bytes from value to value */
	u32 entries;
	u64 cpu_stride; /* bytes from a CPU's values to the next one's; 0: not per CPU */
};

/* False: the elements of this map have no fixed place, or are pointers. Arrays and per-CPU arrays
 * have one. */
bool skep_map_layout(struct skep_map *map, struct skep_map_layout *layout);

#endif
