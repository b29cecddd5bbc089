/* SPDX-License-Identifier: BSD-2-Clause */
/* Maps that are hashes: plain ones, per-CPU ones, and those that forget what was least used. */
#ifndef SKEP_MAP_HASH_H
#define SKEP_MAP_HASH_H

#include "map/map.h"
#include "map/table.h"

struct skep_hash {
	struct skep_map map;
	struct skep_table table;
	bool per_cpu, lru;
	u32 hand; /* of LRU maps: the next element that may have to go */
};

static inline struct skep_hash *skep_hash_of(struct skep_map *map)
{
	return (struct skep_hash *)map;
}

/* What is written. */
struct skep_hash_put {
	const void *value;
	u64 flags;
	u32 cpu;  /* per-CPU maps: whose value, unless it is */
	bool all; /* values of all CPUs, each on a multiple of 8 bytes */
};

/* -errno; an LRU map always finds room. */
int skep_hash_put(struct skep_hash *h, const void *key, const struct skep_hash_put *put);
int skep_hash_remove(struct skep_map *map, const void *key);
int skep_hash_take(struct skep_map *map, const void *key, void *values, u64 flags);

/* ---- of LRU maps: before the key of an element, behind its link */

struct skep_lru_head {
	u32 link;
	u8 used;	/* since the hand came by */
	u8 bucket_high; /* the bucket that it is in */
	u16 bucket_low;
};

enum { SKEP_LRU_BUCKETS = 1 << 24 };

static inline struct skep_lru_head *skep_lru_head(const struct skep_hash *h, u32 number, u32 cpu)
{
	return (struct skep_lru_head *)skep_table_element(&h->table, number, cpu);
}

/* A lookup is a use. */
static inline void skep_lru_mark(const struct skep_hash *h, u32 number, u32 cpu)
{
	u8 *used = &skep_lru_head(h, number, cpu)->used;

	if (!__atomic_load_n(used, __ATOMIC_RELAXED))
		__atomic_store_n(used, 1, __ATOMIC_RELAXED);
}

/* Notes the bucket of an element that is about to be linked; it is not used so far. */
void skep_lru_place(struct skep_hash *h, u32 number, u64 hash);

/* Takes an element that was not used lately out of the table. The caller holds no bucket. 0: none
 * was found, but another thread may have given one back. */
u32 skep_lru_evict(struct skep_hash *h);

#endif
