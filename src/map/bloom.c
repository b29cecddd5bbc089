/* SPDX-License-Identifier: BSD-2-Clause */
/* BPF_MAP_TYPE_BLOOM_FILTER: bits that values set. Whose bits are all set may have been added; who
 * misses one was not. */
#include <errno.h>
#include <linux/bpf.h>
#include <sys/random.h>

#include "base/alloc.h"
#include "map/area.h"
#include "map/hashing.h"
#include "map/types.h"

enum {
	HASHES = 5, /* where map_extra does not say */
	HASHES_MASK = 15,
};

struct bloom {
	struct skep_map map;
	u64 *words;
	u64 mask; /* bits - 1 */
	u64 seed;
	u32 hashes;
};

static struct bloom *bloom_of(struct skep_map *map)
{
	return (struct bloom *)map;
}

static size_t size_of(const struct bloom *b)
{
	return (b->mask + 64) / 64 * sizeof(*b->words);
}

/* For n values and k hashes the best size is n * k / ln 2, of which this is the next power of two.
 */
static u64 bits_for(u32 entries, u32 hashes)
{
	u64 want = (u64)entries * hashes * 7 / 5, bits = 64;

	while (bits < want)
		bits *= 2;
	return bits;
}

static int create(struct skep_map *like, struct skep_map **made)
{
	struct bloom *b;

	if (like->shape.extra & ~(u64)HASHES_MASK)
		return -EINVAL;
	b = skep_alloc(sizeof(*b));
	if (!b)
		return -ENOMEM;
	b->map = *like;
	b->hashes = like->shape.extra ? (u32)like->shape.extra : HASHES;
	b->mask = bits_for(like->shape.max_entries, b->hashes) - 1;
	b->words = skep_area_new(size_of(b));
	if (!b->words) {
		skep_free(b);
		return -ENOMEM;
	}
	if (like->shape.flags & BPF_F_ZERO_SEED ||
	    getrandom(&b->seed, sizeof(b->seed), GRND_NONBLOCK) < 0)
		b->seed = SKEP_HASH_SECOND;
	*made = &b->map;
	return 0;
}

static void destroy(struct skep_map *map)
{
	skep_area_free(bloom_of(map)->words, size_of(bloom_of(map)));
	skep_free(map);
}

/* The bit of the n-th hash of a value. */
static u64 bit_of(const struct bloom *b, const void *value, u32 n)
{
	return skep_hash(b->seed + n * SKEP_HASH_FIRST, value, b->map.shape.value_size) & b->mask;
}

static int push(struct skep_map *map, const void *value, u64 flags)
{
	struct bloom *b = bloom_of(map);

	if (flags != BPF_ANY)
		return -EINVAL;
	for (u32 n = 0; n < b->hashes; n++) {
		u64 bit = bit_of(b, value, n);

		__atomic_fetch_or(&b->words[bit / 64], (u64)1 << bit % 64, __ATOMIC_RELAXED);
	}
	return 0;
}

static int peek(struct skep_map *map, void *value)
{
	struct bloom *b = bloom_of(map);

	for (u32 n = 0; n < b->hashes; n++) {
		u64 bit = bit_of(b, value, n);

		if (!(__atomic_load_n(&b->words[bit / 64], __ATOMIC_RELAXED) & (u64)1 << bit % 64))
			return -ENOENT;
	}
	return 0;
}

static int next_key(struct skep_map *map, const void *key, void *next)
{
	(void)map, (void)key, (void)next;
	return -EOPNOTSUPP;
}

static int remove_key(struct skep_map *map, const void *key)
{
	(void)map, (void)key;
	return -EOPNOTSUPP;
}

const struct skep_map_ops skep_map_bloom = {
    .create = create,
    .destroy = destroy,
    .push = push,
    .peek = peek,
    .remove = remove_key,
    .next_key = next_key,
};
