/* SPDX-License-Identifier: BSD-2-Clause */
/* Hashes of what has its own life: BPF_MAP_TYPE_HASH_OF_MAPS and DEVMAP_HASH. An element keeps a
 * struct skep_map_held, so that all of it changes at once. */
#include <errno.h>
#include <linux/bpf.h>

#include "base/alloc.h"
#include "map/hash.h"
#include "map/types.h"

static void destroy(struct skep_map *map)
{
	struct skep_hash *h = skep_hash_of(map);

	skep_table_fini(&h->table);
	skep_free(h);
}

static int create(struct skep_map *like, struct skep_map **made)
{
	struct skep_table_plan plan = {
	    .copies = 1, .value_size = sizeof(struct skep_map_held), .head = sizeof(u32)};
	struct skep_hash *h = skep_alloc(sizeof(*h));

	if (!h)
		return -ENOMEM;
	h->map = *like;
	h->map.shape.value_size = plan.value_size; /* as it is kept */
	if (!skep_table_init(&h->table, like, &plan)) {
		destroy(&h->map);
		return -ENOMEM;
	}
	*made = &h->map;
	return 0;
}

static struct skep_map_held *find(struct skep_map *map, const void *key)
{
	struct skep_table *t = &skep_hash_of(map)->table;
	u32 number = skep_table_find(t, skep_wanted(t, key, t->key_size, 0));

	return number ? skep_table_value(t, number, 0) : NULL;
}

static void *lookup_map(struct skep_map *map, const void *key)
{
	struct skep_map_held *found = find(map, key);

	return found ? __atomic_load_n(&found->object, __ATOMIC_ACQUIRE) : NULL;
}

static void *lookup_value(struct skep_map *map, const void *key)
{
	struct skep_map_held *found = find(map, key);

	return found ? &found->value : NULL;
}

static bool held(struct skep_map *map, const void *key, struct skep_map_held *held)
{
	struct skep_map_held *found = find(map, key);

	if (found)
		skep_map_load(map, held, found, 0);
	return found;
}

static void *owner_of(struct skep_map *map, const void *key)
{
	struct skep_map_held was = {0};

	return held(map, key, &was) ? was.owner : NULL;
}

static int hold(struct skep_map *map, const void *key, const struct skep_map_held *new, u64 flags,
		void **old)
{
	struct skep_hash_put put = {.value = new, .flags = flags};
	void *was = owner_of(map, key);
	int error = new ? skep_hash_put(skep_hash_of(map), key, &put) : 0;

	if (new && !error)
		*old = was;
	return error;
}

/* A device may be put where there was none, whatever the flags say. */
static int hold_device(struct skep_map *map, const void *key, const struct skep_map_held *new,
		       u64 flags, void **old)
{
	if (flags > BPF_EXIST)
		return -EINVAL;
	return hold(map, key, new, flags & BPF_NOEXIST, old);
}

static int release(struct skep_map *map, const void *key, void **old)
{
	*old = owner_of(map, key);
	return skep_hash_remove(map, key);
}

static int next_key(struct skep_map *map, const void *key, void *next)
{
	return skep_table_next(&skep_hash_of(map)->table, key, next);
}

static int batch_key(struct skep_map *map, u32 *position, void *key)
{
	return skep_table_batch(&skep_hash_of(map)->table, position, key);
}

const struct skep_map_ops skep_map_hash_of_maps = {
    .create = create,
    .destroy = destroy,
    .lookup = lookup_map,
    .next_key = next_key,
    .batch_key = batch_key,
    .hold = hold,
    .release = release,
    .held = held,
};

const struct skep_map_ops skep_map_devmap_hash = {
    .create = create,
    .destroy = destroy,
    .lookup = lookup_value,
    .next_key = next_key,
    .hold = hold_device,
    .release = release,
    .held = held,
};
