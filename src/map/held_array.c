/* SPDX-License-Identifier: BSD-2-Clause */
/* Arrays of what has its own life: BPF_MAP_TYPE_PROG_ARRAY, ARRAY_OF_MAPS, PERF_EVENT_ARRAY,
 * DEVMAP and CPUMAP. What programs use lies in a struct skep_prog_table, whatever it is. */
#include <errno.h>
#include <linux/bpf.h>

#include "base/alloc.h"
#include "map/area.h"
#include "map/index.h"
#include "map/prog_table.h"
#include "map/types.h"

struct reader_part {
	void *owner;
	u64 value; /* 0 where nothing is held */
};

struct held_array {
	struct skep_map map;
	struct skep_prog_table *table;
	struct reader_part *parts;
};

static struct held_array *array_of(struct skep_map *map)
{
	return (struct held_array *)map;
}

static size_t table_size(const struct skep_map *map)
{
	return sizeof(struct skep_prog_table) + map->shape.max_entries * sizeof(void *);
}

static size_t parts_size(const struct skep_map *map)
{
	return map->shape.max_entries * sizeof(struct reader_part);
}

static void destroy(struct skep_map *map)
{
	struct held_array *a = array_of(map);

	skep_area_free(a->table, table_size(map));
	skep_area_free(a->parts, parts_size(map));
	skep_free(a);
}

static int create(struct skep_map *like, struct skep_map **made)
{
	struct held_array *a = skep_alloc(sizeof(*a));

	if (!a)
		return -ENOMEM;
	a->map = *like;
	a->table = skep_area_new(table_size(like));
	a->parts = skep_area_new(parts_size(like));
	if (!a->table || !a->parts) {
		destroy(&a->map);
		return -ENOMEM;
	}
	a->table->count = like->shape.max_entries;
	*made = &a->map;
	return 0;
}

/* ---- readers */

static void *object_at(const struct held_array *a, u32 index)
{
	return (void *)__atomic_load_n(&a->table->slots[index], __ATOMIC_ACQUIRE);
}

static void *lookup_map(struct skep_map *map, const void *key)
{
	u32 index = skep_index(key);

	return index < map->shape.max_entries ? object_at(array_of(map), index) : NULL;
}

static void *lookup_value(struct skep_map *map, const void *key)
{
	u32 index = skep_index(key);
	u64 *value;

	if (index >= map->shape.max_entries)
		return NULL;
	value = &array_of(map)->parts[index].value;
	return __atomic_load_n(value, __ATOMIC_ACQUIRE) ? value : NULL;
}

static bool held(struct skep_map *map, const void *key, struct skep_map_held *held)
{
	struct held_array *a = array_of(map);
	u32 index = skep_index(key);

	if (index >= map->shape.max_entries)
		return false;
	held->object = object_at(a, index);
	held->owner = __atomic_load_n(&a->parts[index].owner, __ATOMIC_ACQUIRE);
	held->value = __atomic_load_n(&a->parts[index].value, __ATOMIC_ACQUIRE);
	return held->owner || held->value;
}

static u64 handle(struct skep_map *map)
{
	return (uintptr_t)array_of(map)->table;
}

/* ---- writers */

static void *put(struct held_array *a, u32 index, const struct skep_map_held *new)
{
	void *old = a->parts[index].owner;

	__atomic_store_n(&a->parts[index].value, new->value, __ATOMIC_RELEASE);
	__atomic_store_n(&a->parts[index].owner, new->owner, __ATOMIC_RELEASE);
	__atomic_store_n(&a->table->slots[index], new->object, __ATOMIC_RELEASE);
	return old;
}

static int hold(struct skep_map *map, const void *key, const struct skep_map_held *new, u64 flags,
		void **old)
{
	bool has_values =
	    map->shape.type == BPF_MAP_TYPE_DEVMAP || map->shape.type == BPF_MAP_TYPE_CPUMAP;
	u32 index = skep_index(key);

	if (flags > (has_values ? BPF_EXIST : BPF_ANY))
		return -EINVAL;
	if (index >= map->shape.max_entries)
		return -E2BIG;
	if (flags == BPF_NOEXIST)
		return -EEXIST;
	if (new)
		*old = put(array_of(map), index, new);
	return 0;
}

static int release_held(struct skep_map *map, const void *key, void **old)
{
	u32 index = skep_index(key);
	struct skep_map_held was, none = {0};

	if (index >= map->shape.max_entries)
		return -E2BIG;
	if (!held(map, key, &was))
		return -ENOENT;
	*old = put(array_of(map), index, &none);
	return 0;
}

static int release_device(struct skep_map *map, const void *key, void **old)
{
	int error = release_held(map, key, old);

	return error == -E2BIG ? -EINVAL : error == -ENOENT ? 0 : error;
}

#define COMMON                                                                                     \
	.create = create, .destroy = destroy, .next_key = skep_index_next, .held = held,           \
	.hold = hold

const struct skep_map_ops skep_map_prog_array = {COMMON, .release = release_held, .handle = handle};
const struct skep_map_ops skep_map_array_of_maps = {COMMON, .release = release_held,
						    .lookup = lookup_map};
const struct skep_map_ops skep_map_perf_event_array = {COMMON, .release = release_held};
const struct skep_map_ops skep_map_devmap = {COMMON, .release = release_device,
					     .lookup = lookup_value};
const struct skep_map_ops skep_map_cpumap = {COMMON, .release = release_device,
					     .lookup = lookup_value};
