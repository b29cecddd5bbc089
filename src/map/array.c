/* SPDX-License-Identifier: BSD-2-Clause */
/* BPF_MAP_TYPE_ARRAY: all values exist, zeroed, one behind the other, each on a multiple of 8
 * bytes. With BPF_F_MMAPABLE they lie in the map's memory file, so that user space can map them as
 * it maps Linux's. Memory that nobody wrote to is not taken. */
#include <errno.h>
#include <linux/bpf.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/alloc.h"
#include "map/area.h"
#include "map/file.h"
#include "map/index.h"
#include "map/layout.h"
#include "map/object.h"
#include "map/types.h"

struct array {
	struct skep_map map;
	u8 *values;
	size_t size;
	u32 stride;
	bool mapped; /* in the file */
};

static struct array *array_of(struct skep_map *map)
{
	return (struct array *)map;
}

static int map_values(struct array *a)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	void *values;

	a->size = (a->size + page - 1) & ~(page - 1);
	if (!skep_map_file_size(a->map.file, a->size))
		return -ENOMEM;
	values = mmap(NULL, a->size, PROT_READ | PROT_WRITE, MAP_SHARED, a->map.file, 0);
	a->values = values == MAP_FAILED ? NULL : values;
	return a->values ? 0 : -ENOMEM;
}

static int take_values(struct array *a)
{
	a->stride = (a->map.shape.value_size + 7u) & ~7u;
	if (__builtin_mul_overflow((size_t)a->stride, a->map.shape.max_entries, &a->size) ||
	    a->size > SIZE_MAX / 2)
		return -E2BIG;
	/* Nobody maps what only programs may touch. */
	a->mapped = a->map.shape.flags & BPF_F_MMAPABLE && !a->map.span_count;
	if (a->mapped)
		return map_values(a);
	a->values = skep_area_new(a->size);
	return a->values ? 0 : -ENOMEM;
}

static int create(struct skep_map *like, struct skep_map **made)
{
	struct array *a = skep_alloc(sizeof(*a));
	int error;

	if (!a)
		return -ENOMEM;
	a->map = *like;
	error = take_values(a);
	if (error)
		skep_free(a);
	else
		*made = &a->map;
	return error;
}

static void destroy(struct skep_map *map)
{
	struct array *a = array_of(map);

	for (u32 index = 0; map->owns && index < map->shape.max_entries; index++)
		skep_map_drop(map, a->values + (size_t)index * a->stride);
	if (a->mapped)
		munmap(a->values, a->size);
	else
		skep_area_free(a->values, a->size);
	skep_free(a);
}

static void *lookup(struct skep_map *map, const void *key)
{
	struct array *a = array_of(map);
	u32 index = skep_index(key);

	return index < map->shape.max_entries ? a->values + (size_t)index * a->stride : NULL;
}

static int update(struct skep_map *map, const void *key, const void *value, u64 flags)
{
	void *at = lookup(map, key);

	if ((flags & ~(u64)BPF_F_LOCK) > BPF_EXIST)
		return -EINVAL;
	if (!at)
		return -E2BIG;
	if (flags & BPF_NOEXIST)
		return -EEXIST;
	if (skep_map_check_update(map, flags))
		return -EINVAL;
	if (flags & BPF_F_LOCK)
		skep_map_copy_locked(map, at, value);
	else
		skep_map_copy(map, at, value);
	skep_map_drop(map, at);
	return 0;
}

static u64 for_each(struct skep_map *map, skep_map_visit *visit, void *context, u32 cpu)
{
	(void)cpu;
	for (u32 index = 0; index < map->shape.max_entries; index++)
		if (!visit(context, &index, lookup(map, &index)))
			return index + 1;
	return map->shape.max_entries;
}

static void *direct(struct skep_map *map)
{
	return map->shape.max_entries == 1 ? array_of(map)->values : NULL;
}

static void layout(struct skep_map *map, struct skep_map_layout *layout)
{
	struct array *a = array_of(map);

	*layout = (struct skep_map_layout){
	    .base = (uintptr_t)a->values, .stride = a->stride, .entries = map->shape.max_entries};
}

const struct skep_map_ops skep_map_array = {
    .create = create,
    .destroy = destroy,
    .lookup = lookup,
    .update = update,
    .remove = skep_index_remove,
    .for_each = for_each,
    .next_key = skep_index_next,
    .direct = direct,
    .layout = layout,
};
