/* SPDX-License-Identifier: BSD-2-Clause */
/* BPF_MAP_TYPE_PERCPU_ARRAY: an array for each CPU, on cache lines of its own. */
#include <errno.h>
#include <linux/bpf.h>

#include "base/alloc.h"
#include "map/area.h"
#include "map/index.h"
#include "map/layout.h"
#include "map/object.h"
#include "map/types.h"

struct array {
	struct skep_map map;
	u8 *values;
	size_t cpu_size; /* bytes from a CPU's values to the next one's */
	u32 stride;
};

static struct array *array_of(struct skep_map *map)
{
	return (struct array *)map;
}

static int create(struct skep_map *like, struct skep_map **made)
{
	struct array *a = skep_alloc(sizeof(*a));
	size_t unit = 2 * SKEP_AREA_ALIGN, size; /* lines are fetched in pairs */

	if (!a)
		return -ENOMEM;
	a->map = *like;
	a->stride = (like->shape.value_size + 7u) & ~7u;
	a->cpu_size = ((size_t)a->stride * like->shape.max_entries + unit - 1) & ~(unit - 1);
	if (!__builtin_mul_overflow(a->cpu_size, like->cpus, &size))
		a->values = skep_area_new(size);
	if (!a->values) {
		skep_free(a);
		return -ENOMEM;
	}
	*made = &a->map;
	return 0;
}

static void *value_at(const struct array *a, u32 index, u32 cpu)
{
	return a->values + cpu * a->cpu_size + (size_t)index * a->stride;
}

static void destroy(struct skep_map *map)
{
	struct array *a = array_of(map);

	for (u32 cpu = 0; map->owns && cpu < map->cpus; cpu++)
		for (u32 index = 0; index < map->shape.max_entries; index++)
			skep_map_drop(map, value_at(a, index, cpu));
	skep_area_free(a->values, a->cpu_size * map->cpus);
	skep_free(a);
}

static void *lookup_cpu(struct skep_map *map, const void *key, u32 cpu)
{
	u32 index = skep_index(key);

	return index < map->shape.max_entries && cpu < map->cpus
		   ? value_at(array_of(map), index, cpu)
		   : NULL;
}

static int check_update(const struct skep_map *map, const void *key, u64 flags)
{
	if (flags > BPF_EXIST)
		return -EINVAL;
	if (skep_index(key) >= map->shape.max_entries)
		return -E2BIG;
	return flags & BPF_NOEXIST ? -EEXIST : 0;
}

static void put(const struct skep_map *map, void *to, const void *value)
{
	skep_map_copy(map, to, value);
	skep_map_drop(map, to);
}

static int update_cpu(struct skep_map *map, const void *key, const void *value, u64 flags, u32 cpu)
{
	/* Programs may name a lock, which no such map has, and hear of it last. */
	int error = check_update(map, key, flags & ~(u64)BPF_F_LOCK)
			?: flags & BPF_F_LOCK ? -EINVAL
					      : 0;

	if (!error)
		put(map, value_at(array_of(map), skep_index(key), cpu), value);
	return error;
}

static int update_all(struct skep_map *map, const void *key, const void *values, u64 flags)
{
	struct array *a = array_of(map);
	int error = check_update(map, key, flags);

	for (u32 cpu = 0; !error && cpu < map->cpus; cpu++)
		put(map, value_at(a, skep_index(key), cpu),
		    (const u8 *)values + (size_t)cpu * a->stride);
	return error;
}

static u64 for_each(struct skep_map *map, skep_map_visit *visit, void *context, u32 cpu)
{
	for (u32 index = 0; index < map->shape.max_entries; index++)
		if (!visit(context, &index, value_at(array_of(map), index, cpu)))
			return index + 1;
	return map->shape.max_entries;
}

static void layout(struct skep_map *map, struct skep_map_layout *layout)
{
	struct array *a = array_of(map);

	*layout = (struct skep_map_layout){.base = (uintptr_t)a->values,
					   .stride = a->stride,
					   .entries = map->shape.max_entries,
					   .cpu_stride = a->cpu_size};
}

const struct skep_map_ops skep_map_percpu_array = {
    .create = create,
    .destroy = destroy,
    .lookup_cpu = lookup_cpu,
    .update_cpu = update_cpu,
    .update_all = update_all,
    .remove = skep_index_remove,
    .for_each = for_each,
    .next_key = skep_index_next,
    .layout = layout,
};
