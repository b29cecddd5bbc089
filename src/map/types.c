/* SPDX-License-Identifier: BSD-2-Clause */
/* Which operations a map type has. */
#include "map/types.h"

#include <linux/bpf.h>

#include "map/layout.h"
#include "spec/uapi.h"

static const struct skep_map_ops *const types[] = {
#define OPS(type, operations) [BPF_MAP_TYPE_##type] = &skep_map_##operations,
#include "map/ops.def"
#undef OPS
};

bool skep_map_is_offered(u32 type)
{
	return type < SKEP_COUNT(types) && types[type];
}

int skep_map_new(const struct skep_map *like, struct skep_map **map)
{
	struct skep_map wanted = *like;

	wanted.ops =
	    skep_map_is_offered(like->shape.type) ? types[like->shape.type] : &skep_map_unoffered;
	return wanted.ops->create(&wanted, map);
}

u64 skep_map_handle(struct skep_map *map)
{
	return map->ops->handle ? map->ops->handle(map) : (uintptr_t)map;
}

bool skep_map_layout(struct skep_map *map, struct skep_map_layout *layout)
{
	if (!map->ops->layout)
		return false;
	map->ops->layout(map, layout);
	return true;
}

void skep_map_free(struct skep_map *map)
{
	if (map)
		map->ops->destroy(map);
}
