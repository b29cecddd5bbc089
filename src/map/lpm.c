/* SPDX-License-Identifier: BSD-2-Clause */
/* BPF_MAP_TYPE_LPM_TRIE: the element with the longest prefix of an address. */
#include "map/lpm.h"

#include <errno.h>
#include <string.h>

#include "base/alloc.h"
#include "map/area.h"
#include "map/index.h"
#include "map/spin.h"
#include "map/types.h"

enum { PATIENCE = 16 }; /* lookups that a change spoils, before the lock is taken */

/* ---- memory */

static void destroy(struct skep_map *map)
{
	struct skep_lpm *t = skep_lpm_of(map);

	skep_area_free(t->nodes, t->nodes_size);
	skep_area_free(t->elements, t->elements_size);
	skep_supply_fini(&t->node_supply);
	skep_supply_fini(&t->supply);
	skep_free(t);
}

static bool take_memory(struct skep_lpm *t)
{
	u32 entries = t->map.shape.max_entries;

	/* Each node but the root has two prefixes below it, at least. */
	if (entries >= SKEP_LPM_LEAF - 8)
		return false;
	t->nodes_size = ((size_t)entries + 4) * sizeof(*t->nodes);
	t->elements_size = ((size_t)entries + 4) * t->stride;
	t->nodes = skep_area_new(t->nodes_size);
	t->elements = skep_area_new(t->elements_size);
	t->supply = (struct skep_supply){.links = t->elements, .stride = t->stride};
	t->node_supply = (struct skep_supply){.links = (u8 *)t->nodes, .stride = sizeof(*t->nodes)};
	return t->nodes && t->elements && skep_supply_init(&t->supply, entries, 1) &&
	       skep_supply_init(&t->node_supply, entries + 1, 1) &&
	       skep_supply_take(&t->node_supply) == SKEP_LPM_ROOT;
}

static int create(struct skep_map *like, struct skep_map **made)
{
	struct skep_lpm *t = skep_alloc(sizeof(*t));

	if (!t)
		return -ENOMEM;
	t->map = *like;
	t->bytes = like->shape.key_size - (u32)sizeof(u32);
	t->bits = t->bytes * 8;
	t->value_at = ((u32)offsetof(struct skep_lpm_element, address) + t->bytes + 7) & ~7u;
	t->stride = t->value_at + ((like->shape.value_size + 7u) & ~7u);
	if (!take_memory(t)) {
		destroy(&t->map);
		return -ENOMEM;
	}
	*made = &t->map;
	return 0;
}

/* ---- readers */

static u32 load(const u32 *at)
{
	return __atomic_load_n(at, __ATOMIC_ACQUIRE);
}

/* What a lookup found on its way down. */
struct descent {
	const u32 *slot; /* that names the longest prefix so far; NULL: none */
	u32 length;	 /* its bits */
	u32 leaf;	 /* the element at the end; 0: none */
	bool jumped;	 /* over bits that no node looked at */
};

/* The bitmap of prefixes that end before `length` bits of a nibble, or there. */
static u32 prefixes_of(u32 nibble, u32 length)
{
	static const u16 all[SKEP_LPM_CHILDREN] = {
#define ROW(n)	(1u | 1u << (1 + ((n) >> 3)) | 1u << (3 + ((n) >> 2)) | 1u << (7 + ((n) >> 1)))
#define ROWS(n) ROW(n), ROW((n) + 1), ROW((n) + 2), ROW((n) + 3)
	    ROWS(0), ROWS(4), ROWS(8), ROWS(12)};
#undef ROWS
#undef ROW

	return length >= SKEP_LPM_BITS ? all[nibble]
				       : all[nibble] & ((1u << ((2u << length) - 1)) - 1);
}

/* Goes down by the bits of an address, of which the first `limit` count. */
static void descend(const struct skep_lpm *t, const u8 *address, u32 limit, struct descent *d)
{
	u32 at = SKEP_LPM_ROOT, expected = 0;

	*d = (struct descent){0};
	while (!(at & SKEP_LPM_LEAF)) {
		const struct skep_lpm_node *n = &t->nodes[at];
		u32 depth = __atomic_load_n(&n->depth, __ATOMIC_ACQUIRE), left = limit - depth,
		    hits;
		u32 nibble = depth < limit ? skep_lpm_nibble(address, depth) : 0;

		/* Not deeper: somebody has taken the node away under us. */
		if (depth > limit || depth < expected)
			return;
		d->jumped |= depth != expected;
		hits = __atomic_load_n(&n->prefixes, __ATOMIC_ACQUIRE) & prefixes_of(nibble, left);
		if (hits) {
			u32 index = 31 - (u32)__builtin_clz(hits);

			d->slot = &n->elements[index];
			d->length = depth + 31 - (u32)__builtin_clz(index + 1);
		}
		at = left < SKEP_LPM_BITS ? 0 : load(&n->children[nibble]);
		if (!at)
			return;
		expected = depth + SKEP_LPM_BITS;
	}
	d->leaf = at;
}

/* The element at the end of a way down, 0: none. Where it shares fewer bits with the address than
 * it has, those on the way that are no longer than what it shares are right. */
static u32 choose(const struct skep_lpm *t, const u8 *address, u32 limit)
{
	const struct skep_lpm_element *e;
	struct descent d;
	u32 number, common;

	descend(t, address, limit, &d);
	number = d.leaf ? d.leaf : d.slot ? load(d.slot) : 0;
	if (!number || (!d.leaf && !d.jumped))
		return number;
	e = skep_lpm_element(t, number);
	common = skep_lpm_common(t, address, e, limit);
	if (common >= load(&e->length))
		return number;
	if (!d.leaf || d.length > common)
		descend(t, address, common, &d);
	return d.slot ? load(d.slot) : 0;
}

/* Where writers never rest, one more waits. */
static u32 choose_alone(struct skep_lpm *t, const u8 *address, u32 limit)
{
	u32 number;

	skep_spin_lock(&t->lock);
	number = choose(t, address, limit);
	skep_spin_unlock(&t->lock);
	return number;
}

static void *lookup(struct skep_map *map, const void *key)
{
	struct skep_lpm *t = skep_lpm_of(map);
	const u8 *address = (const u8 *)key + sizeof(u32);
	u32 limit = skep_index(key), number, version, tries = 0;

	if (limit > t->bits)
		return NULL;
	do {
		version = load(&t->version);
		number = ++tries < PATIENCE ? choose(t, address, limit)
					    : choose_alone(t, address, limit);
	} while (__atomic_load_n(&t->version, __ATOMIC_RELAXED) != version && tries < PATIENCE);
	return number ? (u8 *)skep_lpm_element(t, number) + t->value_at : NULL;
}

const struct skep_map_ops skep_map_lpm_trie = {
    .create = create,
    .destroy = destroy,
    .lookup = lookup,
    .update = skep_lpm_update,
    .remove = skep_lpm_remove,
    .next_key = skep_lpm_next,
};
