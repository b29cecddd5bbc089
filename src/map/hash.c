/* SPDX-License-Identifier: BSD-2-Clause */
/* BPF_MAP_TYPE_HASH, PERCPU_HASH, LRU_HASH and LRU_PERCPU_HASH. Keys of 4, 8 and 16 bytes have
 * lookups of their own. */
#include "map/hash.h"

#include <errno.h>
#include <linux/bpf.h>

#include "base/alloc.h"
#include "map/object.h"
#include "map/types.h"

#define ENTRIES_MAX (1u << 31)

/* Also what free elements own, if a program that had the address of one put something there. */
static void drop_all(struct skep_hash *h)
{
	u32 last = skep_supply_last(h->map.shape.max_entries, h->map.cpus);

	for (u32 cpu = 0; h->map.owns && cpu < h->table.copies; cpu++)
		for (u32 number = 1; number <= last; number++)
			skep_map_drop(&h->map, skep_table_value(&h->table, number, cpu));
}

static void destroy(struct skep_map *map)
{
	struct skep_hash *h = skep_hash_of(map);

	if (h->table.elements)
		drop_all(h);
	skep_table_fini(&h->table);
	skep_free(h);
}

static bool is_lru(u32 type)
{
	return type == BPF_MAP_TYPE_LRU_HASH || type == BPF_MAP_TYPE_LRU_PERCPU_HASH;
}

static bool is_per_cpu(u32 type)
{
	return type == BPF_MAP_TYPE_PERCPU_HASH || type == BPF_MAP_TYPE_LRU_PERCPU_HASH;
}

/* Linux gives each CPU as many elements as the others, if the map says so. */
static u32 as_many_a_cpu(const struct skep_map_shape *shape, u32 cpus)
{
	u32 rest = shape->max_entries % cpus;

	return rest ? shape->max_entries + cpus - rest : shape->max_entries;
}

static int create_with(struct skep_map *like, const struct skep_map_ops *ops,
		       struct skep_map **made)
{
	struct skep_hash *h;
	struct skep_table_plan plan = {.value_size = like->shape.value_size};

	if (like->shape.max_entries > ENTRIES_MAX)
		return -E2BIG;
	h = skep_alloc(sizeof(*h));
	if (!h)
		return -ENOMEM;
	if (like->shape.flags & BPF_F_NO_COMMON_LRU)
		like->shape.max_entries = as_many_a_cpu(&like->shape, like->cpus);
	h->map = *like;
	h->map.ops = ops;
	h->lru = is_lru(like->shape.type);
	h->per_cpu = is_per_cpu(like->shape.type);
	plan.copies = h->per_cpu ? like->cpus : 1;
	plan.head = h->lru ? sizeof(struct skep_lru_head) : sizeof(u32);
	if (!skep_table_init(&h->table, like, &plan) ||
	    (h->lru && h->table.mask >= SKEP_LRU_BUCKETS)) {
		destroy(&h->map);
		return -ENOMEM;
	}
	*made = &h->map;
	return 0;
}

/* ---- readers: `size` is a constant in each */

static inline __attribute__((always_inline)) u32 find(struct skep_hash *h, const void *key,
						      u32 size, u32 cpu)
{
	return skep_table_find(&h->table, skep_wanted(&h->table, key, size, cpu));
}

static inline __attribute__((always_inline)) void *plain_value(struct skep_map *map,
							       const void *key, u32 size)
{
	struct skep_hash *h = skep_hash_of(map);
	u32 number = find(h, key, size, 0);

	return number ? skep_table_value(&h->table, number, 0) : NULL;
}

static inline __attribute__((always_inline)) void *lru_value(struct skep_map *map, const void *key,
							     u32 size)
{
	struct skep_hash *h = skep_hash_of(map);
	u32 number = find(h, key, size, 0);

	if (!number)
		return NULL;
	skep_lru_mark(h, number, 0);
	return skep_table_value(&h->table, number, 0);
}

static inline __attribute__((always_inline)) void *cpu_value(struct skep_map *map, const void *key,
							     u32 size, u32 cpu)
{
	struct skep_hash *h = skep_hash_of(map);
	u32 number = cpu < h->table.copies ? find(h, key, size, cpu) : 0;

	if (!number)
		return NULL;
	if (h->lru)
		skep_lru_mark(h, number, cpu);
	return skep_table_value(&h->table, number, cpu);
}

static void *glance(struct skep_map *map, const void *key, u32 cpu)
{
	struct skep_hash *h = skep_hash_of(map);
	u32 number = find(h, key, h->table.key_size, 0);

	return number && cpu < h->table.copies ? skep_table_value(&h->table, number, cpu) : NULL;
}

/* ---- the rest */

static int update(struct skep_map *map, const void *key, const void *value, u64 flags)
{
	struct skep_hash_put put = {.value = value, .flags = flags};

	return skep_hash_put(skep_hash_of(map), key, &put);
}

static int update_cpu(struct skep_map *map, const void *key, const void *value, u64 flags, u32 cpu)
{
	struct skep_hash_put put = {.value = value, .flags = flags, .cpu = cpu};

	return skep_hash_put(skep_hash_of(map), key, &put);
}

static int update_all(struct skep_map *map, const void *key, const void *values, u64 flags)
{
	struct skep_hash_put put = {.value = values, .flags = flags, .all = true};

	return skep_hash_put(skep_hash_of(map), key, &put);
}

static int next_key(struct skep_map *map, const void *key, void *next)
{
	return skep_table_next(&skep_hash_of(map)->table, key, next);
}

static int batch_key(struct skep_map *map, u32 *position, void *key)
{
	return skep_table_batch(&skep_hash_of(map)->table, position, key);
}

static u64 for_each(struct skep_map *map, skep_map_visit *visit, void *context, u32 cpu)
{
	struct skep_hash *h = skep_hash_of(map);
	struct skep_table_visit with = {visit, context, h->per_cpu ? cpu : 0};

	return skep_table_for_each(&h->table, &with);
}

/* ---- one set of operations for each size of keys */

static int create_hash(struct skep_map *like, struct skep_map **made);
static int create_lru(struct skep_map *like, struct skep_map **made);
static int create_percpu(struct skep_map *like, struct skep_map **made);

#define COMMON                                                                                     \
	.destroy = destroy, .remove = skep_hash_remove, .for_each = for_each,                      \
	.next_key = next_key, .batch_key = batch_key, .glance = glance, .take = skep_hash_take

#define SIZED(storage, suffix, size)                                                               \
	static void *hash_lookup##suffix(struct skep_map *map, const void *key)                    \
	{                                                                                          \
		return plain_value(map, key, size);                                                \
	}                                                                                          \
	static void *lru_lookup##suffix(struct skep_map *map, const void *key)                     \
	{                                                                                          \
		return lru_value(map, key, size);                                                  \
	}                                                                                          \
	static void *percpu_lookup##suffix(struct skep_map *map, const void *key, u32 cpu)         \
	{                                                                                          \
		return cpu_value(map, key, size, cpu);                                             \
	}                                                                                          \
	storage const struct skep_map_ops skep_map_hash##suffix = {                                \
	    .create = create_hash, .lookup = hash_lookup##suffix, .update = update, COMMON};       \
	storage const struct skep_map_ops skep_map_lru_hash##suffix = {                            \
	    .create = create_lru, .lookup = lru_lookup##suffix, .update = update, COMMON};         \
	storage const struct skep_map_ops skep_map_percpu_hash##suffix = {                         \
	    .create = create_percpu,                                                               \
	    .lookup_cpu = percpu_lookup##suffix,                                                   \
	    .update_cpu = update_cpu,                                                              \
	    .update_all = update_all,                                                              \
	    COMMON};

SIZED(, , map->shape.key_size)
SIZED(static, _4, 4)
SIZED(static, _8, 8)
SIZED(static, _16, 16)

static const struct skep_map_ops *choose(const struct skep_map_ops *const ops[4], u32 key_size)
{
	static const u32 sizes[] = {4, 8, 16};

	for (u32 i = 0; i < SKEP_COUNT(sizes); i++)
		if (sizes[i] == key_size)
			return ops[i];
	return ops[3];
}

static int create_hash(struct skep_map *like, struct skep_map **made)
{
	static const struct skep_map_ops *const ops[] = {&skep_map_hash_4, &skep_map_hash_8,
							 &skep_map_hash_16, &skep_map_hash};

	return create_with(like, choose(ops, like->shape.key_size), made);
}

static int create_lru(struct skep_map *like, struct skep_map **made)
{
	static const struct skep_map_ops *const ops[] = {&skep_map_lru_hash_4, &skep_map_lru_hash_8,
							 &skep_map_lru_hash_16, &skep_map_lru_hash};

	return create_with(like, choose(ops, like->shape.key_size), made);
}

static int create_percpu(struct skep_map *like, struct skep_map **made)
{
	static const struct skep_map_ops *const ops[] = {
	    &skep_map_percpu_hash_4, &skep_map_percpu_hash_8, &skep_map_percpu_hash_16,
	    &skep_map_percpu_hash};

	return create_with(like, choose(ops, like->shape.key_size), made);
}
