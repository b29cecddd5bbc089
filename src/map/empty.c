/* SPDX-License-Identifier: BSD-2-Clause */
/* Maps of what only a kernel has: sockets, cgroups, stacks. They can be made, named by programs and
 * asked, and say what Linux says of empty ones; nothing can be put into them. */
#include "map/index.h"
#include "map/types.h"
#include "spec/uapi.h"

static void *find_nothing(struct skep_map *map, const void *key)
{
	(void)map, (void)key;
	return NULL;
}

/* Sockets are told by their cookies, for which there must be room. */
static int tell_no_cookie(struct skep_map *map, void *value)
{
	(void)value;
	return map->shape.value_size < sizeof(u64) ? -ENOSPC : -ENOENT;
}

static int tell_never(struct skep_map *map, void *value)
{
	(void)map, (void)value;
	return -SKEP_ENOTSUPP;
}

static int refuse_change(struct skep_map *map, const void *key, const void *value, u64 flags)
{
	(void)map, (void)key, (void)value, (void)flags;
	return -EINVAL;
}

/* ---- where keys are indices */

static bool is_index(const struct skep_map *map, const void *key)
{
	return skep_index(key) < map->shape.max_entries;
}

static int remove_nothing(struct skep_map *map, const void *key)
{
	return is_index(map, key) ? -ENOENT : -E2BIG;
}

static int remove_xsk(struct skep_map *map, const void *key)
{
	return is_index(map, key) ? 0 : -EINVAL;
}

/* ---- where they are not */

static int remove_absent(struct skep_map *map, const void *key)
{
	(void)map, (void)key;
	return -ENOENT;
}

static int find_next(struct skep_map *map, const void *key, void *next)
{
	(void)map, (void)key, (void)next;
	return -ENOENT;
}

static int take_nothing(struct skep_map *map, const void *key, void *values, u64 flags)
{
	(void)map, (void)key, (void)values, (void)flags;
	return -ENOENT;
}

/* ---- all */

#define COMMON                                                                                     \
	.create = skep_map_create_plain, .destroy = skep_map_destroy_plain,                        \
	.update = skep_map_refuse_update

const struct skep_map_ops skep_map_sockmap = {
    COMMON,
    .peek = tell_no_cookie,
    .remove = skep_index_remove,
    .next_key = skep_index_next,
};

const struct skep_map_ops skep_map_reuseport_sockarray = {
    COMMON,
    .peek = tell_no_cookie,
    .remove = remove_nothing,
    .next_key = skep_index_next,
};

const struct skep_map_ops skep_map_sockhash = {
    COMMON,
    .peek = tell_no_cookie,
    .remove = remove_absent,
    .next_key = find_next,
};

const struct skep_map_ops skep_map_xskmap = {
    COMMON,
    .remove = remove_xsk,
    .next_key = skep_index_next,
};

const struct skep_map_ops skep_map_cgroup_array = {
    COMMON,
    .peek = tell_never,
    .remove = remove_nothing,
    .next_key = skep_index_next,
};

const struct skep_map_ops skep_map_stack_trace = {
    .create = skep_map_create_plain,
    .destroy = skep_map_destroy_plain,
    .lookup = find_nothing,
    .update = refuse_change,
    .remove = remove_nothing,
    .next_key = find_next,
    .take = take_nothing,
};
