/* SPDX-License-Identifier: BSD-2-Clause */
/* BPF_MAP_TYPE_QUEUE and BPF_MAP_TYPE_STACK: values in a circle, between the oldest and the newest.
 */
#include <errno.h>
#include <linux/bpf.h>

#include "base/alloc.h"
#include "map/area.h"
#include "map/spin.h"
#include "map/types.h"
#include "map/words.h"

struct queue {
	struct skep_map map;
	u8 *values;
	size_t size; /* of all */
	u32 stride;
	u32 lock;
	u32 oldest, count;
};

static struct queue *queue_of(struct skep_map *map)
{
	return (struct queue *)map;
}

static int create(struct skep_map *like, struct skep_map **made)
{
	struct queue *q = skep_alloc(sizeof(*q));

	if (!q)
		return -ENOMEM;
	q->map = *like;
	q->stride = (like->shape.value_size + 7u) & ~7u;
	if (!__builtin_mul_overflow((size_t)q->stride, like->shape.max_entries, &q->size))
		q->values = skep_area_new(q->size);
	if (!q->values) {
		skep_free(q);
		return -ENOMEM;
	}
	*made = &q->map;
	return 0;
}

static void destroy(struct skep_map *map)
{
	skep_area_free(queue_of(map)->values, queue_of(map)->size);
	skep_free(map);
}

/* The value `n` places behind the oldest. */
static void *value_at(const struct queue *q, u32 n)
{
	u64 place = ((u64)q->oldest + n) % q->map.shape.max_entries;

	return q->values + place * q->stride;
}

static void drop_oldest(struct queue *q)
{
	q->oldest = (q->oldest + 1) % q->map.shape.max_entries;
	q->count--;
}

static int push(struct skep_map *map, const void *value, u64 flags)
{
	struct queue *q = queue_of(map);
	bool full;

	if (flags & BPF_NOEXIST || flags > BPF_EXIST)
		return -EINVAL;
	skep_spin_lock(&q->lock);
	full = q->count == map->shape.max_entries;
	if (full && flags & BPF_EXIST) {
		drop_oldest(q);
		full = false;
	}
	if (!full)
		skep_words_store(value_at(q, q->count++), value, map->shape.value_size);
	skep_spin_unlock(&q->lock);
	return full ? -E2BIG : 0;
}

/* Copies the value that comes next, zeros if there is none; and takes it out. */
static int get(struct skep_map *map, void *value, bool take)
{
	struct queue *q = queue_of(map);
	bool newest = map->shape.type == BPF_MAP_TYPE_STACK, any;

	skep_spin_lock(&q->lock);
	any = q->count;
	if (any)
		skep_words_load(value, value_at(q, newest ? q->count - 1 : 0),
				map->shape.value_size);
	else
		memset(value, 0, map->shape.value_size);
	if (any && take && newest)
		q->count--;
	else if (any && take)
		drop_oldest(q);
	skep_spin_unlock(&q->lock);
	return any ? 0 : -ENOENT;
}

static int pop(struct skep_map *map, void *value)
{
	return get(map, value, true);
}

static int peek(struct skep_map *map, void *value)
{
	return get(map, value, false);
}

static int next_key(struct skep_map *map, const void *key, void *next)
{
	(void)map, (void)key, (void)next;
	return -EINVAL;
}

static int remove_key(struct skep_map *map, const void *key)
{
	(void)map, (void)key;
	return -EINVAL;
}

const struct skep_map_ops skep_map_queue = {
    .create = create,
    .destroy = destroy,
    .push = push,
    .pop = pop,
    .peek = peek,
    .remove = remove_key,
    .next_key = next_key,
};
