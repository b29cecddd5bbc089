/* SPDX-License-Identifier: BSD-2-Clause */
/* The tree behind BPF_MAP_TYPE_LPM_TRIE. A node decides on four bits of an address: which of its
 * prefixes, that end within these bits, are longest, and which child goes on. A child under which
 * there is one prefix alone is that element itself; and nodes with one child do not exist, so bits
 * between a node and its child may be unlooked at: the element that was found is compared.
 *
 * Each change that readers see is one store, and the tree is right before and after it. As in
 * table.h, what is taken out raises a version before it is used again. Writers hold a lock. */
#ifndef SKEP_MAP_LPM_H
#define SKEP_MAP_LPM_H

#include <assert.h>
#include <string.h>

#include "map/map.h"
#include "map/supply.h"

enum {
	SKEP_LPM_BITS = 4, /* a node */
	SKEP_LPM_CHILDREN = 1 << SKEP_LPM_BITS,
	SKEP_LPM_PREFIXES = SKEP_LPM_CHILDREN - 1,
};
#define SKEP_LPM_LEAF 0x80000000u /* a child that is an element */

struct skep_lpm_node {
	u16 depth;    /* bits before those that it decides on */
	u16 prefixes; /* which elements there are, from shorter to longer: skep_lpm_index() */
	u32 children[SKEP_LPM_CHILDREN]; /* nodes or elements; 0: none */
	u32 elements[SKEP_LPM_PREFIXES];
};
static_assert(sizeof(struct skep_lpm_node) == 128, "two cache lines");

/* An element: key as user space gave it, then, on a multiple of 8 bytes, the value. */
struct skep_lpm_element {
	u32 link;   /* of the supply */
	u32 length; /* bits of the prefix */
	u8 address[];
};

struct skep_lpm {
	struct skep_map map;
	u32 bits;  /* of an address */
	u32 bytes; /* ... */
	u32 value_at, stride;
	struct skep_lpm_node *nodes; /* the first is not used, the second the root */
	u8 *elements;
	size_t nodes_size, elements_size;
	struct skep_supply node_supply, supply;
	u32 lock, version;
};

enum { SKEP_LPM_ROOT = 1 };

static inline struct skep_lpm *skep_lpm_of(struct skep_map *map)
{
	return (struct skep_lpm *)map;
}

static inline struct skep_lpm_element *skep_lpm_element(const struct skep_lpm *t, u32 number)
{
	number &= ~SKEP_LPM_LEAF;
	return (struct skep_lpm_element *)(t->elements + (u64)number * t->stride);
}

/* The four bits behind the first `depth`, of which there are some. */
static inline u32 skep_lpm_nibble(const u8 *address, u32 depth)
{
	return address[depth / 8] >> (depth & SKEP_LPM_BITS ? 0 : SKEP_LPM_BITS) & 15;
}

/* Where a prefix that ends `length` < 4 bits into a nibble stands in a node. */
static inline u32 skep_lpm_index(u32 nibble, u32 length)
{
	return (1u << length) - 1 + (nibble >> (SKEP_LPM_BITS - length));
}

/* Eight bytes of an element's address, or what is left of it. */
static inline u64 skep_lpm_word(const u8 *at, u32 size)
{
	u64 word = 0;

	if (size >= sizeof(word))
		return __atomic_load_n((const u64 *)at, __ATOMIC_ACQUIRE);
	if (size == sizeof(u32))
		return __atomic_load_n((const u32 *)at, __ATOMIC_ACQUIRE);
	for (u32 i = 0; i < size; i++)
		word |= (u64)__atomic_load_n(at + i, __ATOMIC_ACQUIRE) << i * 8;
	return word;
}

/* How many bits of the first `bits` an address and an element have in common. */
static inline u32 skep_lpm_common(const struct skep_lpm *t, const u8 *address,
				  const struct skep_lpm_element *e, u32 bits)
{
	u32 at = 0;

	for (; at * 8 < bits; at += 8) {
		u32 size = t->bytes - at < 8 ? t->bytes - at : 8;
		u64 word = 0, differ;

		memcpy(&word, address + at, size);
		differ = word ^ skep_lpm_word(e->address + at, size);
		if (differ) {
			u32 same = at * 8 + (u32)__builtin_clzll(__builtin_bswap64(differ));

			return same < bits ? same : bits;
		}
	}
	return bits;
}

/* Where a prefix is, or would be. */
struct skep_lpm_place {
	u32 node;
	u32 index;		  /* of the node's elements; SKEP_LPM_PREFIXES: a child */
	u32 child;		  /* which */
	u32 number;		  /* the element with exactly this prefix, 0: none */
	u32 common;		  /* bits that it shares with what is in the way */
	u32 parent, parent_child; /* who names the node; 0: it is the root */
};

/* Finds a prefix; the lock is held. If there is no such element, `child` may name what shares only
 * the first `common` bits with it. */
void skep_lpm_find(const struct skep_lpm *t, const void *key, struct skep_lpm_place *place);

/* Some element below a child, or below a node; 0: the tree is empty. */
u32 skep_lpm_any(const struct skep_lpm *t, u32 child);

int skep_lpm_update(struct skep_map *map, const void *key, const void *value, u64 flags);
int skep_lpm_remove(struct skep_map *map, const void *key);
int skep_lpm_next(struct skep_map *map, const void *key, void *next);

#endif
