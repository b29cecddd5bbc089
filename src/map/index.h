/* SPDX-License-Identifier: BSD-2-Clause */
/* Keys that are indices, as in all kinds of arrays. */
#ifndef SKEP_MAP_INDEX_H
#define SKEP_MAP_INDEX_H

#include <errno.h>
#include <string.h>

#include "map/map.h"

static inline u32 skep_index(const void *key)
{
	u32 index;

	memcpy(&index, key, sizeof(index));
	return index;
}

/* next_key of all arrays. */
static inline int skep_index_next(struct skep_map *map, const void *key, void *next)
{
	u32 index = key ? skep_index(key) : UINT32_MAX;
	u32 after = index < map->shape.max_entries ? index + 1 : 0;

	if (after == map->shape.max_entries)
		return -ENOENT;
	memcpy(next, &after, sizeof(after));
	return 0;
}

/* remove of arrays whose elements are always there. */
static inline int skep_index_remove(struct skep_map *map, const void *key)
{
	(void)map, (void)key;
	return -EINVAL;
}

#endif
