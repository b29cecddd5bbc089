/* SPDX-License-Identifier: BSD-2-Clause */
/* Pages of arenas. */
#include "map/arena.h"

#include <errno.h>

#include "helper/do.h"
#include "spec/uapi.h"

/* NULL: it is a map of another type. */
static struct skep_map *arena_at(u64 address)
{
	struct skep_map *map = skep_pointer(address);

	return map->shape.type == BPF_MAP_TYPE_ARENA ? map : NULL;
}

u64 skep_kfunc_bpf_arena_alloc_pages(HELPER_ARGS)
{
	struct skep_map *map = arena_at(r1);

	(void)run;
	if (!map || r5 || !(u32)r3 || !skep_map_is_node((s32)r4))
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
		return skep_kfunc_result(-EINVAL);
	return skep_kfunc_result((u32)r3 ? skep_map_arena_reserve(map, r2, (u32)r3) : 0);
}
