/* SPDX-License-Identifier: BSD-2-Clause */
/* The table behind all maps that are hashes. A bucket is a cache line: for each of its slots eight
 * bits of a hash and the number of an element; what has no slot is in a chain. Most lookups touch
 * the bucket and the element, those of keys that are not there the bucket alone.
 *
 * Reads take no lock. An element that is taken out may be used again at once, for another key,
 * while somebody reads it. So whoever takes one out raises the bucket's version before the element
 * is free, and a reader that found nothing looks again if the version is another one. An element
 * that is replaced is not written to; a new one takes its slot. Writers hold the lock of their
 * bucket.
 *
 * Per-CPU maps have a copy of each element for each CPU, key and all, so that a lookup touches no
 * more memory than in other maps. */
#ifndef SKEP_MAP_TABLE_H
#define SKEP_MAP_TABLE_H

#include "map/hashing.h"
#include "map/map.h"
#include "map/supply.h"

enum { SKEP_TABLE_SLOTS = 8 };

struct skep_bucket {
	u64 tags; /* a byte for each slot; 0: it is free */
	u32 slots[SKEP_TABLE_SLOTS];
	u32 lock, version;
	u32 more; /* elements without a slot, through their links; 0: none */
	u32 rest[3];
};

/* An element: a link of four bytes; in LRU maps the mark and the bucket; the key; the value. */
struct skep_table {
	struct skep_bucket *buckets;
	u8 *elements; /* of CPU 0; number n is at n * stride */
	u64 copy_size;
	u32 copies; /* CPUs */
	u32 mask;   /* buckets - 1 */
	u32 stride, key_size, key_at, value_at, value_size;
	u64 seed;
	struct skep_supply supply;
};

/* The element that a bucket's lock was taken for. */
struct skep_place {
	u32 number; /* 0: there is none with the key */
	u32 *link;  /* what names it */
	u32 slot;   /* SKEP_TABLE_SLOTS: it has none */
};

/* What a map is made of besides its shape. */
struct skep_table_plan {
	u32 copies, value_size;
	u32 head; /* bytes before the key: 4, or 8 in LRU maps */
};

/* False: no memory. */
SKEP_MUST_USE bool skep_table_init(struct skep_table *t, const struct skep_map *map,
				   const struct skep_table_plan *plan);
void skep_table_fini(struct skep_table *t);

/* ---- readers */

static inline u8 *skep_table_element(const struct skep_table *t, u32 number, u32 copy)
{
	return t->elements + copy * t->copy_size + (u64)number * t->stride;
}

static inline void *skep_table_value(const struct skep_table *t, u32 number, u32 copy)
{
	return skep_table_element(t, number, copy) + t->value_at;
}

static inline u64 skep_table_hash(const struct skep_table *t, const void *key, u32 size)
{
	return skep_hash(t->seed, key, size);
}

static inline struct skep_bucket *skep_table_bucket(const struct skep_table *t, u64 hash)
{
	return &t->buckets[hash & t->mask];
}

/* The high bit of each byte of `tags` that is `tag`; of others behind one that is, by chance. */
static inline u64 skep_tag_hits(u64 tags, u64 tag)
{
	const u64 ones = 0x0101010101010101u;
	u64 differ = tags ^ tag * ones;

	return (differ - ones) & ~differ & ones << 7;
}

static inline u64 skep_tag(u64 hash)
{
	return hash >> 56 ? hash >> 56 : 1;
}

/* Whether an element, which may be in use for another key by now, has this one. */
static inline __attribute__((always_inline)) bool skep_table_is(const u8 *at, const void *key,
								u32 size)
{
	const u8 *want = key;

	for (; size >= sizeof(u64); at += 8, want += 8, size -= 8)
		if (__atomic_load_n((const u64 *)at, __ATOMIC_ACQUIRE) != skep_hash_word(want, 8))
			return false;
	if (size >= sizeof(u32)) {
		if (__atomic_load_n((const u32 *)at, __ATOMIC_ACQUIRE) != skep_hash_word(want, 4))
			return false;
		at += 4, want += 4, size -= 4;
	}
	for (; size; at++, want++, size--)
		if (__atomic_load_n(at, __ATOMIC_ACQUIRE) != *want)
			return false;
	return true;
}

/* What a reader looks for, and in which copy of the elements. */
struct skep_wanted {
	const void *key;
	u32 size;	/* of the key; a constant where that is faster */
	const u8 *keys; /* of element 0 in the copy */
};

static inline struct skep_wanted skep_wanted(const struct skep_table *t, const void *key, u32 size,
					     u32 copy)
{
	return (struct skep_wanted){key, size, t->elements + copy * t->copy_size + t->key_at};
}

static inline u32 skep_table_more(const struct skep_table *t, u32 number)
{
	return __atomic_load_n((u32 *)skep_table_element(t, number, 0), __ATOMIC_ACQUIRE);
}

/* Whether a key is compared at once, so that none is seen half written. */
static inline bool skep_table_at_once(u32 size)
{
	return size == 1 || size == sizeof(u32) || size == sizeof(u64);
}

/* The element of a key in the slots of a bucket, 0: none. */
static inline __attribute__((always_inline)) u32 skep_table_search(const struct skep_table *t,
								   const struct skep_bucket *b,
								   u64 tag, struct skep_wanted w)
{
	u64 hits = skep_tag_hits(__atomic_load_n(&b->tags, __ATOMIC_ACQUIRE), tag);

	for (; hits; hits &= hits - 1) {
		const u32 *slot = &b->slots[__builtin_ctzll(hits) / 8];
		u32 number = __atomic_load_n(slot, __ATOMIC_ACQUIRE);

		if (number && skep_table_is(w.keys + (u64)number * t->stride, w.key, w.size) &&
		    (skep_table_at_once(w.size) ||
		     __atomic_load_n(slot, __ATOMIC_RELAXED) == number))
			return number;
	}
	return 0;
}

/* The same in the chain of a bucket, as long as it is the one of `version`. */
u32 skep_table_search_chain(const struct skep_table *t, const struct skep_bucket *b, u32 version,
			    struct skep_wanted w);

/* The element of a key, 0: there is none. */
static inline __attribute__((always_inline)) u32 skep_table_find(const struct skep_table *t,
								 struct skep_wanted w)
{
	u64 hash = skep_table_hash(t, w.key, w.size);
	const struct skep_bucket *b = skep_table_bucket(t, hash);
	u32 version, number;

	do {
		version = __atomic_load_n(&b->version, __ATOMIC_ACQUIRE);
		number = skep_table_search(t, b, skep_tag(hash), w);
		if (!number && __builtin_expect(__atomic_load_n(&b->more, __ATOMIC_ACQUIRE), 0))
			number = skep_table_search_chain(t, b, version, w);
	} while (!number && __atomic_load_n(&b->version, __ATOMIC_RELAXED) != version);
	return number;
}

/* ---- writers */

/* Takes the lock of a bucket and finds the element of a key. */
struct skep_bucket *skep_table_lock(struct skep_table *t, u64 hash, const void *key,
				    struct skep_place *place);
void skep_table_unlock(struct skep_bucket *b);

/* The same for the bucket of an element, by its number; NULL: it is not in the table. */
struct skep_bucket *skep_table_lock_number(struct skep_table *t, u32 bucket, u32 number,
					   struct skep_place *place);

/* Writes a key into a free element, in all copies. */
void skep_table_set_key(struct skep_table *t, u32 number, const void *key);

/* Puts an element that has key and value where readers find it. */
void skep_table_link(struct skep_table *t, struct skep_bucket *b, u64 hash, u32 number);

/* Puts an element in the place of another one with the same key, or takes that out; the other one
 * may be given away then. */
void skep_table_replace(struct skep_table *t, struct skep_bucket *b, const struct skep_place *place,
			u32 number);
void skep_table_unlink(struct skep_table *t, struct skep_bucket *b, const struct skep_place *place);

/* ---- walks: a position is a bucket, times 2^32, and a place in it */

/* The element at a position or, if there is none, the next one, whose position is set. 0: the end.
 */
u32 skep_table_walk(const struct skep_table *t, u64 *position);

/* The position of a key's element; false: it is not there. */
bool skep_table_position(const struct skep_table *t, const void *key, u64 *position);

/* next_key of all these maps. */
int skep_table_next(const struct skep_table *t, const void *key, void *next);

/* The key of the element at a position or behind it; *position is behind that. -ENOENT: the end. */
int skep_table_batch(const struct skep_table *t, u32 *position, void *key);

/* Calls visit with each element and the value of one copy; how many. */
struct skep_table_visit {
	skep_map_visit *call;
	void *context;
	u32 copy;
};
u64 skep_table_for_each(const struct skep_table *t, const struct skep_table_visit *visit);

#endif
