/* SPDX-License-Identifier: BSD-2-Clause */
/* Helpers that reach elements of maps. Types whose elements nobody can reach have none: nothing is
 * found in them, and what would change them fails with -EOPNOTSUPP. */
#include <errno.h>

#include "helper/do.h"
#include "map/map.h"

static u64 result(int error)
{
	return (u64)(s64)error;
}

u64 skep_do_map_lookup_elem(HELPER_ARGS)
{
	struct skep_map *map = skep_pointer(r1);
	const struct skep_map_ops *ops = map->ops;
	const void *key = skep_pointer(r2);
	void *value = NULL;

	UNUSED_3;
	if (ops->lookup)
		value = ops->lookup(map, key);
	else if (ops->lookup_cpu)
		value = ops->lookup_cpu(map, key, skep_env(run)->cpu);
	return (u64)(uintptr_t)value;
}

u64 skep_do_map_update_elem(HELPER_ARGS)
{
	struct skep_map *map = skep_pointer(r1);

	(void)r5;
	return result(map->ops->update_cpu
			  ? map->ops->update_cpu(map, skep_pointer(r2), skep_pointer(r3), r4,
						 skep_env(run)->cpu)
			  : map->ops->update(map, skep_pointer(r2), skep_pointer(r3), r4));
}

u64 skep_do_map_delete_elem(HELPER_ARGS)
{
	struct skep_map *map = skep_pointer(r1);

	(void)run;
	UNUSED_3;
	return result(map->ops->remove(map, skep_pointer(r2)));
}

u64 skep_do_map_push_elem(HELPER_ARGS)
{
	struct skep_map *map = skep_pointer(r1);

	(void)run;
	UNUSED_4;
	return result(map->ops->push ? map->ops->push(map, skep_pointer(r2), r3) : -EOPNOTSUPP);
}

u64 skep_do_map_pop_elem(HELPER_ARGS)
{
	struct skep_map *map = skep_pointer(r1);

	(void)run;
	UNUSED_3;
	return result(map->ops->pop ? map->ops->pop(map, skep_pointer(r2)) : -EOPNOTSUPP);
}

u64 skep_do_map_peek_elem(HELPER_ARGS)
{
	struct skep_map *map = skep_pointer(r1);

	(void)run;
	UNUSED_3;
	return result(map->ops->peek ? map->ops->peek(map, skep_pointer(r2)) : -EOPNOTSUPP);
}

u64 skep_do_map_lookup_percpu_elem(HELPER_ARGS)
{
	struct skep_map *map = skep_pointer(r1);
	const struct skep_env *env = skep_env(run);

	UNUSED_4;
	if ((u32)r3 >= env->services->cpus)
		return 0;
	return (u64)(uintptr_t)map->ops->lookup_cpu(map, skep_pointer(r2), (u32)r3);
}
