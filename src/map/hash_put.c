/* SPDX-License-Identifier: BSD-2-Clause */
/* Changes of hashes. A value is written into an element that nobody sees yet, which then takes its
 * place; only per-CPU values, and those with BPF_F_LOCK, are written over. */
#include <errno.h>
#include <linux/bpf.h>
#include <sched.h>

#include "map/hash.h"
#include "map/object.h"
#include "map/words.h"

/* ---- values */

static u32 value_room(const struct skep_hash *h)
{
	return (h->table.value_size + 7u) & ~7u;
}

static void zero(void *to, u32 size)
{
	static const u64 zeros[8];

	for (u32 at = 0; at < size; at += (u32)sizeof(zeros)) {
		u32 left = size - at;

		skep_words_store((u8 *)to + at, zeros, left < sizeof(zeros) ? left : sizeof(zeros));
	}
}

/* Of an element that is used anew. A program that still has the address of what was there may hold
 * its lock, and may have put something into it since: what could own something is not overwritten.
 */
static void zero_spans(const struct skep_map *map, u8 *value)
{
	skep_map_drop(map, value);
	for (u32 i = 0; i < map->span_count; i++)
		if (!map->owns || map->spans[i].kind == SKEP_SPAN_PLAIN)
			zero(value + map->spans[i].off, map->spans[i].size);
}

/* What an element owns, in all copies. */
static void drop_values(const struct skep_hash *h, u32 number)
{
	for (u32 cpu = 0; h->map.owns && cpu < h->table.copies; cpu++)
		skep_map_drop(&h->map, skep_table_value(&h->table, number, cpu));
}

/* All but the spans. */
static void zero_new(const struct skep_hash *h, u8 *value)
{
	u32 at = 0;

	for (u32 i = 0; i < h->map.span_count; i++) {
		zero(value + at, h->map.spans[i].off - at);
		at = h->map.spans[i].off + h->map.spans[i].size;
	}
	zero(value + at, h->table.value_size - at);
}

/* Writes the values of a per-CPU element; `is_new`: others' are zero. What was there owns nothing
 * any more then. */
static void write_cpus(struct skep_hash *h, u32 number, const struct skep_hash_put *put,
		       bool is_new)
{
	for (u32 cpu = 0; cpu < h->table.copies; cpu++) {
		u8 *to = skep_table_value(&h->table, number, cpu);

		if (is_new)
			zero_spans(&h->map, to);
		else if (put->all || cpu == put->cpu)
			skep_map_drop(&h->map, to);
		if (put->all)
			skep_map_copy(&h->map, to, (const u8 *)put->value + cpu * value_room(h));
		else if (cpu == put->cpu)
			skep_map_copy(&h->map, to, put->value);
		else if (is_new)
			zero_new(h, to);
	}
}

/* Writes an element that is not linked. */
static void write_new(struct skep_hash *h, u32 number, const void *key,
		      const struct skep_hash_put *put)
{
	skep_table_set_key(&h->table, number, key);
	if (h->per_cpu) {
		write_cpus(h, number, put, true);
		return;
	}
	zero_spans(&h->map, skep_table_value(&h->table, number, 0));
	skep_map_copy(&h->map, skep_table_value(&h->table, number, 0), put->value);
}

/* ---- elements */

/* A change of one key. */
struct change {
	struct skep_hash *h;
	u64 hash;
	const void *key;
	const struct skep_hash_put *put;
	struct skep_bucket *b; /* locked */
	struct skep_place place;
};

static void lock(struct change *c)
{
	c->b = skep_table_lock(&c->h->table, c->hash, c->key, &c->place);
}

static void replace(struct change *c)
{
	struct skep_table *t = &c->h->table;
	struct skep_supply_share *share;
	u32 number = skep_supply_borrow(&t->supply, &share);

	write_new(c->h, number, c->key, c->put);
	if (c->h->lru) {
		skep_lru_place(c->h, number, c->hash);
		skep_lru_mark(c->h, number, 0);
	}
	skep_table_replace(t, c->b, &c->place, number);
	drop_values(c->h, c->place.number);
	skep_supply_return(share, c->place.number);
}

static void change_old(struct change *c)
{
	void *value = skep_table_value(&c->h->table, c->place.number, 0);

	if (c->h->per_cpu) {
		write_cpus(c->h, c->place.number, c->put, false);
		if (c->h->lru)
			skep_lru_mark(c->h, c->place.number, 0);
	} else if (c->put->flags & BPF_F_LOCK) {
		skep_map_copy_locked(&c->h->map, value, c->put->value);
	} else {
		replace(c);
	}
}

/* Whether flags allow a change of what is there, or is not. */
static int check_place(const struct change *c)
{
	if (c->place.number)
		return c->put->flags & BPF_NOEXIST ? -EEXIST : 0;
	return c->put->flags & BPF_EXIST ? -ENOENT : 0;
}

static void add(struct change *c, u32 number)
{
	write_new(c->h, number, c->key, c->put);
	if (c->h->lru)
		skep_lru_place(c->h, number, c->hash);
	skep_table_link(&c->h->table, c->b, c->hash, number);
}

/* With `number` a free element that the caller has for it, 0: none. Whether it was used. */
static int put_locked(struct change *c, u32 *number)
{
	int error = check_place(c);

	if (error)
		return error;
	if (c->place.number) {
		change_old(c);
		return 0;
	}
	if (!*number)
		*number = skep_supply_take(&c->h->table.supply);
	if (!*number)
		return -E2BIG;
	add(c, *number);
	*number = 0;
	return 0;
}

int skep_hash_put(struct skep_hash *h, const void *key, const struct skep_hash_put *put)
{
	struct change c = {.h = h, .key = key, .put = put};
	int error = skep_map_check_update(&h->map, put->flags);
	u32 number = 0;

	if (error)
		return error;
	c.hash = skep_table_hash(&h->table, key, h->table.key_size);
	for (;;) {
		lock(&c);
		error = put_locked(&c, &number);
		skep_table_unlock(c.b);
		if (error != -E2BIG || !h->lru)
			break;
		number = skep_lru_evict(h);
		if (!number)
			sched_yield();
	}
	if (number)
		skep_supply_give(&h->table.supply, number);
	return error;
}

int skep_hash_remove(struct skep_map *map, const void *key)
{
	struct skep_hash *h = skep_hash_of(map);
	struct change c = {.h = h, .key = key};

	c.hash = skep_table_hash(&h->table, key, h->table.key_size);
	lock(&c);
	if (c.place.number)
		skep_table_unlink(&h->table, c.b, &c.place);
	skep_table_unlock(c.b);
	if (!c.place.number)
		return -ENOENT;
	drop_values(h, c.place.number);
	skep_supply_give(&h->table.supply, c.place.number);
	return 0;
}

int skep_hash_take(struct skep_map *map, const void *key, void *values, u64 flags)
{
	struct skep_hash *h = skep_hash_of(map);
	struct change c = {.h = h, .key = key};

	if (flags & ~(u64)BPF_F_LOCK || (flags && map->lock < 0))
		return -EINVAL;
	c.hash = skep_table_hash(&h->table, key, h->table.key_size);
	lock(&c);
	if (c.place.number) {
		for (u32 cpu = 0; cpu < h->table.copies; cpu++)
			skep_map_load(map, (u8 *)values + cpu * value_room(h),
				      skep_table_value(&h->table, c.place.number, cpu), flags);
		skep_table_unlink(&h->table, c.b, &c.place);
	}
	skep_table_unlock(c.b);
	if (!c.place.number)
		return -ENOENT;
	drop_values(h, c.place.number);
	skep_supply_give(&h->table.supply, c.place.number);
	return 0;
}
