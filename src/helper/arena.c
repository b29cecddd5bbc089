/* SPDX-License-Identifier: BSD-2-Clause */
/* Pages of arenas. */
#include "map/arena.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

#include "helper/do.h"
#include "spec/uapi.h"

/* NULL: it is a map of another type. */
static struct skep_map *arena_at(u64 address)
{
	struct skep_map *map = skep_pointer(address);

	return map->shape.type == BPF_MAP_TYPE_ARENA ? map : NULL;
}

/* -1 is any, and there always is the first. */
static bool is_node(s32 node)
{
	char path[64];

	if (node == -1 || node == 0)
		return true;
	snprintf(path, sizeof(path), "/sys/devices/system/node/node%d", node);
	return node > 0 && access(path, F_OK) == 0;
}

u64 skep_kfunc_bpf_arena_alloc_pages(HELPER_ARGS)
{
	struct skep_map *map = arena_at(r1);

	(void)run;
	if (!map || r5 || !(u32)r3 || !is_node((s32)r4))
		return 0;
	return skep_map_arena_alloc(map, r2, (u32)r3);
}

u64 skep_kfunc_bpf_arena_free_pages(HELPER_ARGS)
{
	struct skep_map *map = arena_at(r1);

	(void)run;
	UNUSED_4;
	if (map && (u32)r3 && r2)
		skep_map_arena_free(map, r2, (u32)r3);
	return 0;
}

u64 skep_kfunc_bpf_arena_reserve_pages(HELPER_ARGS)
{
	struct skep_map *map = arena_at(r1);

	(void)run;
	UNUSED_4;
	if (!map)
		return (u32)-EINVAL;
	return (u32)r3 ? (u32)skep_map_arena_reserve(map, r2, (u32)r3) : 0;
}
