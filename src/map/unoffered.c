/* SPDX-License-Identifier: BSD-2-Clause */
/* Map types whose elements nobody can reach: such a map can be made, named by programs and
 * verified with; an operation on its elements fails with EOPNOTSUPP. */
#include <errno.h>

#include "base/alloc.h"
#include "map/types.h"

int skep_map_create_plain(struct skep_map *map, struct skep_map **made)
{
	*made = skep_alloc(sizeof(*map));
	if (!*made)
		return -ENOMEM;
	**made = *map;
	return 0;
}

void skep_map_destroy_plain(struct skep_map *map)
{
	skep_free(map);
}

int skep_map_refuse_update(struct skep_map *map, const void *key, const void *value, u64 flags)
{
	(void)map, (void)key, (void)value, (void)flags;
	return -EOPNOTSUPP;
}

int skep_map_refuse_remove(struct skep_map *map, const void *key)
{
	(void)map, (void)key;
	return -EOPNOTSUPP;
}

int skep_map_refuse_next(struct skep_map *map, const void *key, void *next)
{
	(void)map, (void)key, (void)next;
	return -EOPNOTSUPP;
}

const struct skep_map_ops skep_map_unoffered = {
    .create = skep_map_create_plain,
    .destroy = skep_map_destroy_plain,
    .update = skep_map_refuse_update,
    .remove = skep_map_refuse_remove,
    .next_key = skep_map_refuse_next,
};
