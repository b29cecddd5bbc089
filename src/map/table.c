/* SPDX-License-Identifier: BSD-2-Clause */
#include "map/table.h"

#include <assert.h>
#include <errno.h>
#include <linux/bpf.h>
#include <sys/random.h>

#include "map/area.h"
#include "map/spin.h"
#include "map/words.h"

enum {
	LOAD = 4, /* elements a bucket, at most, if hashes are fair */
	BUCKETS_MAX = 1 << 27,
	SMALL = 64, /* elements up to this size do not cross a cache line */
	COUNT_MAX = 1 << 30,
};
static_assert(sizeof(struct skep_bucket) == SKEP_AREA_ALIGN, "a cache line");

/* ---- memory */

static u32 round_to(u32 size, u32 unit)
{
	return (size + unit - 1) & ~(unit - 1);
}

static u32 stride_for(u32 size)
{
	u32 stride = 8;

	if (size > SMALL)
		return round_to(size, 16);
	while (stride < size)
		stride *= 2;
	return stride;
}

static void set_layout(struct skep_table *t, const struct skep_map *map,
		       const struct skep_table_plan *plan)
{
	t->key_size = map->shape.key_size;
	t->value_size = plan->value_size;
	t->copies = plan->copies;
	t->key_at = t->key_size <= sizeof(u32) ? plan->head : 8;
	t->value_at = round_to(t->key_at + t->key_size, 8);
	t->stride = stride_for(t->value_at + round_to(t->value_size, 8));
}

static u64 secret(const struct skep_table *t, const struct skep_map *map)
{
	u64 seed = SKEP_HASH_SECOND;

	if (!(map->shape.flags & BPF_F_ZERO_SEED) &&
	    getrandom(&seed, sizeof(seed), GRND_NONBLOCK) < 0)
		seed ^= (uintptr_t)t->elements;
	return seed;
}

static u32 buckets_for(u32 count)
{
	u32 buckets = 1;

	while (buckets < BUCKETS_MAX && (u64)buckets * LOAD < count)
		buckets *= 2;
	return buckets;
}

static size_t elements_size(const struct skep_table *t)
{
	return t->copies * t->copy_size;
}

bool skep_table_init(struct skep_table *t, const struct skep_map *map,
		     const struct skep_table_plan *plan)
{
	u32 count = map->shape.max_entries, buckets = buckets_for(count);

	set_layout(t, map, plan);
	t->mask = buckets - 1;
	if (count > COUNT_MAX ||
	    __builtin_mul_overflow((u64)t->stride, skep_supply_last(count, map->cpus) + 1,
				   &t->copy_size))
		return false;
	t->copy_size = (t->copy_size + SKEP_AREA_ALIGN - 1) & ~(u64)(SKEP_AREA_ALIGN - 1);
	if (t->copy_size > SIZE_MAX / 2 / t->copies)
		return false;
	t->buckets = skep_area_new(buckets * sizeof(*t->buckets));
	t->elements = skep_area_new(elements_size(t));
	t->seed = secret(t, map);
	t->supply = (struct skep_supply){.links = t->elements, .stride = t->stride};
	return t->buckets && t->elements && skep_supply_init(&t->supply, count, map->cpus);
}

void skep_table_fini(struct skep_table *t)
{
	skep_area_free(t->buckets, ((size_t)t->mask + 1) * sizeof(*t->buckets));
	skep_area_free(t->elements, elements_size(t));
	skep_supply_fini(&t->supply);
}

/* ---- readers */

/* An element that was taken out leads to others that are free. */
u32 skep_table_search_chain(const struct skep_table *t, const struct skep_bucket *b, u32 version,
			    struct skep_wanted w)
{
	u32 number = __atomic_load_n(&b->more, __ATOMIC_ACQUIRE);

	for (; number; number = skep_table_more(t, number)) {
		bool found = skep_table_is(w.keys + (u64)number * t->stride, w.key, w.size);

		if (__atomic_load_n(&b->version, __ATOMIC_RELAXED) != version)
			return 0;
		if (found)
			return number;
	}
	return 0;
}

/* ---- writers */

static u32 *link_of(const struct skep_table *t, u32 number)
{
	return (u32 *)skep_table_element(t, number, 0);
}

static bool has_key(const struct skep_table *t, u32 number, const void *key)
{
	return skep_table_is(skep_table_element(t, number, 0) + t->key_at, key, t->key_size);
}

static void find_place(struct skep_table *t, struct skep_bucket *b, u64 hash, const void *key,
		       struct skep_place *place)
{
	u64 hits = skep_tag_hits(b->tags, skep_tag(hash));

	for (; hits; hits &= hits - 1) {
		place->slot = (u32)__builtin_ctzll(hits) / 8;
		place->link = &b->slots[place->slot];
		place->number = *place->link;
		if (place->number && has_key(t, place->number, key))
			return;
	}
	place->slot = SKEP_TABLE_SLOTS;
	place->link = &b->more;
	for (; (place->number = *place->link); place->link = link_of(t, place->number))
		if (has_key(t, place->number, key))
			return;
}

static bool find_number(struct skep_table *t, struct skep_bucket *b, u32 number,
			struct skep_place *place)
{
	place->number = number;
	for (place->slot = 0; place->slot < SKEP_TABLE_SLOTS; place->slot++) {
		place->link = &b->slots[place->slot];
		if (*place->link == number)
			return true;
	}
	for (place->link = &b->more; *place->link; place->link = link_of(t, *place->link))
		if (*place->link == number)
			return true;
	return false;
}

struct skep_bucket *skep_table_lock(struct skep_table *t, u64 hash, const void *key,
				    struct skep_place *place)
{
	struct skep_bucket *b = skep_table_bucket(t, hash);

	skep_spin_lock(&b->lock);
	find_place(t, b, hash, key, place);
	return b;
}

void skep_table_unlock(struct skep_bucket *b)
{
	skep_spin_unlock(&b->lock);
}

struct skep_bucket *skep_table_lock_number(struct skep_table *t, u32 bucket, u32 number,
					   struct skep_place *place)
{
	struct skep_bucket *b = &t->buckets[bucket & t->mask];

	skep_spin_lock(&b->lock);
	if (find_number(t, b, number, place))
		return b;
	skep_spin_unlock(&b->lock);
	return NULL;
}

/* As skep_words_store(), but who reads a word of it knows all that was known here. */
static void store_key(u8 *to, const u8 *from, u32 size)
{
	for (; size >= sizeof(u64); to += 8, from += 8, size -= 8)
		__atomic_store_n((u64 *)to, skep_hash_word(from, 8), __ATOMIC_RELEASE);
	if (size >= sizeof(u32)) {
		__atomic_store_n((u32 *)to, (u32)skep_hash_word(from, 4), __ATOMIC_RELEASE);
		to += 4, from += 4, size -= 4;
	}
	for (; size; to++, from++, size--)
		__atomic_store_n(to, *from, __ATOMIC_RELEASE);
}

void skep_table_set_key(struct skep_table *t, u32 number, const void *key)
{
	for (u32 copy = 0; copy < t->copies; copy++)
		store_key(skep_table_element(t, number, copy) + t->key_at, key, t->key_size);
}

static void set_tag(struct skep_bucket *b, u32 slot, u64 tag)
{
	u64 others = b->tags & ~((u64)UINT8_MAX << slot * 8);

	__atomic_store_n(&b->tags, others | tag << slot * 8, __ATOMIC_RELEASE);
}

/* What was taken out may be another element from now on. */
static void raise_version(struct skep_bucket *b)
{
	__atomic_store_n(&b->version, b->version + 1, __ATOMIC_RELEASE);
}

void skep_table_link(struct skep_table *t, struct skep_bucket *b, u64 hash, u32 number)
{
	for (u32 slot = 0; slot < SKEP_TABLE_SLOTS; slot++) {
		if (b->slots[slot])
			continue;
		__atomic_store_n(&b->slots[slot], number, __ATOMIC_RELEASE);
		set_tag(b, slot, skep_tag(hash));
		return;
	}
	__atomic_store_n(link_of(t, number), b->more, __ATOMIC_RELEASE);
	__atomic_store_n(&b->more, number, __ATOMIC_RELEASE);
}

void skep_table_replace(struct skep_table *t, struct skep_bucket *b, const struct skep_place *place,
			u32 number)
{
	if (place->slot == SKEP_TABLE_SLOTS)
		__atomic_store_n(link_of(t, number), *link_of(t, place->number), __ATOMIC_RELEASE);
	__atomic_store_n(place->link, number, __ATOMIC_RELEASE);
	raise_version(b);
}

void skep_table_unlink(struct skep_table *t, struct skep_bucket *b, const struct skep_place *place)
{
	u32 next = 0;

	if (place->slot == SKEP_TABLE_SLOTS)
		next = *link_of(t, place->number);
	else
		set_tag(b, place->slot, 0);
	__atomic_store_n(place->link, next, __ATOMIC_RELEASE);
	raise_version(b);
}

/* ---- walks */

static u32 element_in(const struct skep_table *t, const struct skep_bucket *b, u32 place)
{
	u32 number;

	if (place < SKEP_TABLE_SLOTS)
		return __atomic_load_n(&b->slots[place], __ATOMIC_ACQUIRE);
	number = __atomic_load_n(&b->more, __ATOMIC_ACQUIRE);
	for (; number && place > SKEP_TABLE_SLOTS; place--)
		number = skep_table_more(t, number);
	return number;
}

/* The first element of a bucket from a place on, which is its place then; 0: there is none. */
static u32 first_in(const struct skep_table *t, const struct skep_bucket *b, u64 *place)
{
	for (;; ++*place) {
		u32 number = element_in(t, b, (u32)*place);

		if (number || *place >= SKEP_TABLE_SLOTS)
			return number;
	}
}

u32 skep_table_walk(const struct skep_table *t, u64 *position)
{
	u64 bucket = *position >> 32, place = (u32)*position;

	for (; bucket <= t->mask; bucket++, place = 0) {
		u32 number = first_in(t, &t->buckets[bucket], &place);

		if (!number)
			continue;
		*position = bucket << 32 | place;
		return number;
	}
	return 0;
}

static bool place_of(const struct skep_table *t, const struct skep_bucket *b, u32 number,
		     u64 *place)
{
	u32 at = 0, got;

	do {
		got = element_in(t, b, at);
		if (got == number) {
			*place = at;
			return true;
		}
	} while (++at <= SKEP_TABLE_SLOTS || got);
	return false;
}

bool skep_table_position(const struct skep_table *t, const void *key, u64 *position)
{
	u64 hash = skep_table_hash(t, key, t->key_size), place = 0;
	u32 number = skep_table_find(t, skep_wanted(t, key, t->key_size, 0));

	if (!number || !place_of(t, skep_table_bucket(t, hash), number, &place))
		return false;
	*position = (hash & t->mask) << 32 | place;
	return true;
}

static void copy_key(const struct skep_table *t, u32 number, void *key)
{
	skep_words_load(key, skep_table_element(t, number, 0) + t->key_at, t->key_size);
}

int skep_table_next(const struct skep_table *t, const void *key, void *next)
{
	u64 position = 0;
	u32 number;

	if (key && skep_table_position(t, key, &position))
		position++;
	number = skep_table_walk(t, &position);
	if (!number)
		return -ENOENT;
	copy_key(t, number, next);
	return 0;
}

int skep_table_batch(const struct skep_table *t, u32 *position, void *key)
{
	u32 bits = 32 - (u32)__builtin_clz(t->mask | 1), number;
	u64 at = (u64)(*position & t->mask) << 32 | *position >> bits;

	if (*position == UINT32_MAX)
		return -ENOENT;
	number = skep_table_walk(t, &at);
	*position = UINT32_MAX;
	if (!number)
		return -ENOENT;
	copy_key(t, number, key);
	*position = (u32)(at >> 32) | ((u32)at + 1) << bits;
	return 0;
}

enum { SEEN_MAX = 64 };

/* Up to SEEN_MAX elements of a bucket, from a position on, which is moved behind them. */
static u32 see(const struct skep_table *t, u64 *position, u32 seen[SEEN_MAX])
{
	u64 bucket = *position >> 32;
	u32 count = 0, number;

	while (count < SEEN_MAX && (number = skep_table_walk(t, position)) &&
	       *position >> 32 == bucket) {
		seen[count++] = number;
		++*position;
	}
	return count;
}

u64 skep_table_for_each(const struct skep_table *t, const struct skep_table_visit *visit)
{
	u64 position = 0, count = 0, place;
	u32 seen[SEEN_MAX];

	while (skep_table_walk(t, &position)) {
		const struct skep_bucket *b = &t->buckets[position >> 32];
		u32 number = see(t, &position, seen);

		for (u32 i = 0; i < number; i++) {
			u8 *e = skep_table_element(t, seen[i], visit->copy);

			if (!place_of(t, b, seen[i], &place))
				continue; /* the visitor has removed it */
			count++;
			if (!visit->call(visit->context, e + t->key_at, e + t->value_at))
				return count;
		}
	}
	return count;
}
