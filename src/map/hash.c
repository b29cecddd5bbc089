/* SPDX-License-Identifier: BSD-2-Clause */
/* BPF_MAP_TYPE_HASH: chains of elements that are numbered from 1 in one block of memory, which is
 * touched only as far as it was used.
 *
 * Reads take no lock. An element that is deleted may be used again at once, in another chain, while
 * somebody reads it: the end of each chain names its bucket, and a reader that comes to the end of
 * a foreign chain begins anew. An element that is replaced is not written to; a new one takes its
 * place, so a reader sees the old value or the new one. Writers take the lock of their bucket. */
#include <errno.h>
#include <linux/bpf.h>
#include <string.h>
#include <sys/random.h>

#include "base/alloc.h"
#include "map/spin.h"
#include "map/types.h"
#include "map/words.h"

enum {
	SPARE = 64, /* elements besides max_entries, for those that are being replaced */
	BUCKETS_MAX = 1 << 30,
};
#define END 0x80000000u /* this chain's end; the other bits are its bucket */

struct bucket {
	u32 head; /* 0: empty */
	u32 lock;
};

struct element {
	u32 next; /* an element, or END */
	u32 hash;
	u64 key[]; /* then, on a multiple of 8 bytes, the value */
};

struct hash {
	struct skep_map map;
	struct bucket *buckets;
	u8 *elements;
	size_t stride;	 /* bytes from element to element */
	size_t value_at; /* bytes from the key to the value */
	u32 mask;	 /* buckets - 1 */
	u64 seed;
	u32 pool_lock;
	u32 unused; /* elements from here on were never used */
	u32 freed;  /* list of those that were, through `next`; 0: none */
	u32 count;  /* in chains */
};

static struct hash *hash_of(struct skep_map *map)
{
	return (struct hash *)map;
}

static struct element *element_at(const struct hash *h, u32 number)
{
	return (struct element *)(h->elements + (number - 1) * h->stride);
}

static void *value_of(const struct hash *h, struct element *e)
{
	return (u8 *)e->key + h->value_at;
}

static u64 mix(u64 hash, u64 word)
{
	hash = (hash ^ word) * 0x9fb21c651e98df25u;
	return hash ^ hash >> 32;
}

static u32 hash_key(const struct hash *h, const u8 *key)
{
	u32 left = h->map.shape.key_size;
	u64 hash = h->seed ^ left, word;

	for (; left >= sizeof(word); key += sizeof(word), left -= (u32)sizeof(word)) {
		memcpy(&word, key, sizeof(word));
		hash = mix(hash, word);
	}
	word = 0;
	memcpy(&word, key, left);
	return (u32)mix(mix(hash, word), 0);
}

/* ---- memory */

/* An element for a new key, or for one that replaces another; 0: the map is full. */
static u32 take_element(struct hash *h, bool replaces)
{
	u32 number = 0;

	skep_spin_lock(&h->pool_lock);
	if (replaces || h->count < h->map.shape.max_entries) {
		number = h->freed;
		if (number)
			h->freed = element_at(h, number)->next;
		else if (h->unused <= h->map.shape.max_entries + SPARE)
			number = h->unused++;
		h->count += number && !replaces;
	}
	skep_spin_unlock(&h->pool_lock);
	return number;
}

static void give_element(struct hash *h, u32 number, bool replaced)
{
	skep_spin_lock(&h->pool_lock);
	__atomic_store_n(&element_at(h, number)->next, h->freed, __ATOMIC_RELEASE);
	h->freed = number;
	h->count -= !replaced;
	skep_spin_unlock(&h->pool_lock);
}

static bool take_memory(struct hash *h)
{
	const struct skep_map_shape *s = &h->map.shape;
	u32 buckets = 1;
	size_t size;

	while (buckets < s->max_entries && buckets < BUCKETS_MAX)
		buckets *= 2;
	h->mask = buckets - 1;
	h->value_at = (s->key_size + 7u) & ~(size_t)7;
	h->stride = sizeof(struct element) + h->value_at + ((s->value_size + 7u) & ~(size_t)7);
	if (s->max_entries >= END - 2 * SPARE ||
	    __builtin_mul_overflow(h->stride, (size_t)s->max_entries + SPARE, &size))
		return false;
	h->buckets = skep_alloc(buckets * sizeof(*h->buckets));
	h->elements = skep_alloc(size);
	h->unused = 1;
	return h->buckets && h->elements;
}

static void destroy(struct skep_map *map)
{
	struct hash *h = hash_of(map);

	skep_free(h->buckets);
	skep_free(h->elements);
	skep_free(h);
}

static int create(struct skep_map *like, struct skep_map **made)
{
	struct hash *h = skep_alloc(sizeof(*h));

	if (!h)
		return -ENOMEM;
	h->map = *like;
	if (!take_memory(h)) {
		destroy(&h->map);
		return -ENOMEM;
	}
	if (!(like->shape.flags & BPF_F_ZERO_SEED) &&
	    getrandom(&h->seed, sizeof(h->seed), GRND_NONBLOCK) < 0)
		h->seed = (u64)(uintptr_t)h;
	*made = &h->map;
	return 0;
}

/* ---- chains */

static bool has_key(const struct hash *h, const struct element *e, u32 hash, const void *key)
{
	return __atomic_load_n(&e->hash, __ATOMIC_RELAXED) == hash &&
	       skep_words_equal(e->key, key, h->map.shape.key_size);
}

/* The element of a key; 0: there is none. */
static u32 find(const struct hash *h, u32 hash, const void *key)
{
	u32 bucket = hash & h->mask, number;

	do {
		number = __atomic_load_n(&h->buckets[bucket].head, __ATOMIC_ACQUIRE);
		while (number && !(number & END)) {
			struct element *e = element_at(h, number);

			if (has_key(h, e, hash, key))
				return number;
			number = __atomic_load_n(&e->next, __ATOMIC_ACQUIRE);
		}
	} while (number && number != (END | bucket));
	return 0;
}

/* Takes an element out of its chain, whose lock is held. */
static void unlink_element(struct hash *h, u32 bucket, u32 number)
{
	u32 *link = &h->buckets[bucket].head;

	while (*link != number)
		link = &element_at(h, *link)->next;
	__atomic_store_n(link, element_at(h, number)->next, __ATOMIC_RELEASE);
}

static void link_element(struct hash *h, u32 bucket, u32 number)
{
	u32 *head = &h->buckets[bucket].head;

	__atomic_store_n(&element_at(h, number)->next, *head ? *head : END | bucket,
			 __ATOMIC_RELAXED);
	__atomic_store_n(head, number, __ATOMIC_RELEASE);
}

/* ---- operations */

static void *lookup(struct skep_map *map, const void *key)
{
	struct hash *h = hash_of(map);
	u32 number = find(h, hash_key(h, key), key);

	return number ? value_of(h, element_at(h, number)) : NULL;
}

/* What user space may not write comes from the element that is replaced, or is zero. */
static void take_spans(struct hash *h, struct element *e, u32 old)
{
	static const u8 zeros[64];

	for (u32 i = 0; i < h->map.span_count; i++) {
		const struct skep_map_span *span = &h->map.spans[i];
		const void *from = old ? (u8 *)value_of(h, element_at(h, old)) + span->off : zeros;

		skep_words_store((u8 *)value_of(h, e) + span->off, from, span->size);
	}
}

/* Puts a new element in place of `old`, 0 for none; the bucket's lock is held. */
static int put(struct hash *h, u32 hash, const void *key, const void *value, u32 old)
{
	u32 bucket = hash & h->mask, number = take_element(h, old != 0);
	struct element *e;

	if (!number)
		return old ? -ENOMEM : -E2BIG;
	e = element_at(h, number);
	__atomic_store_n(&e->hash, hash, __ATOMIC_RELAXED);
	skep_words_store(e->key, key, h->map.shape.key_size);
	take_spans(h, e, old);
	skep_map_copy(&h->map, value_of(h, e), value);
	link_element(h, bucket, number);
	if (old) {
		unlink_element(h, bucket, old);
		give_element(h, old, true);
	}
	return 0;
}

static int update(struct skep_map *map, const void *key, const void *value, u64 flags)
{
	struct hash *h = hash_of(map);
	int error = skep_map_check_update(map, flags);
	u32 hash, old;

	if (error)
		return error;
	hash = hash_key(h, key);
	skep_spin_lock(&h->buckets[hash & h->mask].lock);
	old = find(h, hash, key);
	if (old && flags & BPF_NOEXIST)
		error = -EEXIST;
	else if (!old && flags & BPF_EXIST)
		error = -ENOENT;
	else if (old && flags & BPF_F_LOCK)
		skep_map_copy_locked(map, value_of(h, element_at(h, old)), value);
	else
		error = put(h, hash, key, value, old);
	skep_spin_unlock(&h->buckets[hash & h->mask].lock);
	return error;
}

static int remove_key(struct skep_map *map, const void *key)
{
	struct hash *h = hash_of(map);
	u32 hash = hash_key(h, key), old;

	skep_spin_lock(&h->buckets[hash & h->mask].lock);
	old = find(h, hash, key);
	if (old) {
		unlink_element(h, hash & h->mask, old);
		give_element(h, old, false);
	}
	skep_spin_unlock(&h->buckets[hash & h->mask].lock);
	return old ? 0 : -ENOENT;
}

static int first_from(struct hash *h, u64 bucket, void *next)
{
	u32 number;

	for (; bucket <= h->mask; bucket++) {
		number = __atomic_load_n(&h->buckets[bucket].head, __ATOMIC_ACQUIRE);
		if (number && !(number & END)) {
			skep_words_load(next, element_at(h, number)->key, h->map.shape.key_size);
			return 0;
		}
	}
	return -ENOENT;
}

static int next_key(struct skep_map *map, const void *key, void *next)
{
	struct hash *h = hash_of(map);
	u32 hash = key ? hash_key(h, key) : 0, number = key ? find(h, hash, key) : 0, after;

	if (!number)
		return first_from(h, 0, next);
	after = __atomic_load_n(&element_at(h, number)->next, __ATOMIC_ACQUIRE);
	if (!after || after & END)
		return first_from(h, (u64)(hash & h->mask) + 1, next);
	skep_words_load(next, element_at(h, after)->key, map->shape.key_size);
	return 0;
}

const struct skep_map_ops skep_map_hash = {
    .create = create,
    .destroy = destroy,
    .lookup = lookup,
    .update = update,
    .remove = remove_key,
    .next_key = next_key,
};
