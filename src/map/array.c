/* SPDX-License-Identifier: BSD-2-Clause */
/* BPF_MAP_TYPE_ARRAY: all values exist, zeroed, one behind the other in a memory file, each on a
 * multiple of 8 bytes, so that user space can map them as it maps Linux's. Memory that nobody wrote
 * to is not taken. */
#include <errno.h>
#include <linux/bpf.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/alloc.h"
#include "map/types.h"

struct array {
	struct skep_map map;
	u8 *values; /* mapped */
	size_t size;
	u32 stride;
};

static struct array *array_of(struct skep_map *map)
{
	return (struct array *)map;
}

static int map_values(struct array *a)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);

	a->stride = (a->map.shape.value_size + 7u) & ~7u;
	if (__builtin_mul_overflow((size_t)a->stride, a->map.shape.max_entries, &a->size) ||
	    a->size > SIZE_MAX / 2)
		return -E2BIG;
	a->size = (a->size + page - 1) & ~(page - 1);
	if (ftruncate(a->map.file, (off_t)a->size))
		return -ENOMEM;
	a->values = mmap(NULL, a->size, PROT_READ | PROT_WRITE, MAP_SHARED, a->map.file, 0);
	return a->values == MAP_FAILED ? -ENOMEM : 0;
}

static int create(struct skep_map *like, struct skep_map **made)
{
	struct array *a = skep_alloc(sizeof(*a));
	int error;

	if (!a)
		return -ENOMEM;
	a->map = *like;
	error = map_values(a);
	if (error)
		skep_free(a);
	else
		*made = &a->map;
	return error;
}

static void destroy(struct skep_map *map)
{
	struct array *a = array_of(map);

	munmap(a->values, a->size);
	skep_free(a);
}

static u32 index_of(const void *key)
{
	u32 index;

	memcpy(&index, key, sizeof(index));
	return index;
}

static void *lookup(struct skep_map *map, const void *key)
{
	struct array *a = array_of(map);
	u32 index = index_of(key);

	return index < map->shape.max_entries ? a->values + (size_t)index * a->stride : NULL;
}

static int update(struct skep_map *map, const void *key, const void *value, u64 flags)
{
	int error = skep_map_check_update(map, flags);
	void *at = lookup(map, key);

	if (error)
		return error;
	if (!at)
		return -E2BIG;
	if (flags & BPF_NOEXIST)
		return -EEXIST;
	if (flags & BPF_F_LOCK)
		skep_map_copy_locked(map, at, value);
	else
		skep_map_copy(map, at, value);
	return 0;
}

static int remove_key(struct skep_map *map, const void *key)
{
	(void)map, (void)key;
	return -EINVAL;
}

static int next_key(struct skep_map *map, const void *key, void *next)
{
	u32 index = key ? index_of(key) : UINT32_MAX;
	u32 after = index < map->shape.max_entries ? index + 1 : 0;

	if (after == map->shape.max_entries)
		return -ENOENT;
	memcpy(next, &after, sizeof(after));
	return 0;
}

static void *direct(struct skep_map *map)
{
	return map->shape.max_entries == 1 ? array_of(map)->values : NULL;
}

const struct skep_map_ops skep_map_array = {
    .create = create,
    .destroy = destroy,
    .lookup = lookup,
    .update = update,
    .remove = remove_key,
    .next_key = next_key,
    .direct = direct,
};
