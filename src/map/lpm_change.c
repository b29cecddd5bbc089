/* SPDX-License-Identifier: BSD-2-Clause */
/* Changes of the tree, and its order: that of Linux, in which a prefix comes behind all that begin
 * with it, and else by the bits of addresses. The lock is held throughout. */
#include <errno.h>
#include <linux/bpf.h>
#include <string.h>

#include "map/index.h"
#include "map/lpm.h"
#include "map/spin.h"
#include "map/words.h"

/* ---- finding */

static const u8 *address_of(const void *key)
{
	return (const u8 *)key + sizeof(u32);
}

u32 skep_lpm_any(const struct skep_lpm *t, u32 child)
{
	while (child && !(child & SKEP_LPM_LEAF)) {
		const struct skep_lpm_node *n = &t->nodes[child];

		if (n->prefixes)
			return n->elements[__builtin_ctz(n->prefixes)];
		child = 0;
		for (u32 i = 0; !child && i < SKEP_LPM_CHILDREN; i++)
			child = n->children[i];
	}
	return child & ~SKEP_LPM_LEAF;
}

/* How many bits a prefix shares with what lies where it leads; all if there is nothing. */
static u32 common_with(const struct skep_lpm *t, const void *key)
{
	u32 at = SKEP_LPM_ROOT, length = skep_index(key), any;
	const struct skep_lpm_element *e;

	for (;;) {
		const struct skep_lpm_node *n = &t->nodes[at];
		u32 child;

		if (length < (u32)n->depth + SKEP_LPM_BITS)
			break;
		child = n->children[skep_lpm_nibble(address_of(key), n->depth)];
		if (!child)
			break;
		at = child;
		if (at & SKEP_LPM_LEAF)
			break;
	}
	any = skep_lpm_any(t, at);
	if (!any)
		return length;
	e = skep_lpm_element(t, any);
	return skep_lpm_common(t, address_of(key), e, length < e->length ? length : e->length);
}

void skep_lpm_find(const struct skep_lpm *t, const void *key, struct skep_lpm_place *p)
{
	u32 length = skep_index(key);

	*p = (struct skep_lpm_place){.node = SKEP_LPM_ROOT, .common = common_with(t, key)};
	for (;;) {
		const struct skep_lpm_node *n = &t->nodes[p->node];
		u32 left = length - n->depth, child;

		p->child = left ? skep_lpm_nibble(address_of(key), n->depth) : 0;
		p->index =
		    left < SKEP_LPM_BITS ? skep_lpm_index(p->child, left) : SKEP_LPM_PREFIXES;
		if (p->index < SKEP_LPM_PREFIXES) {
			p->number = n->prefixes >> p->index & 1 ? n->elements[p->index] : 0;
			return;
		}
		child = n->children[p->child];
		if (child & SKEP_LPM_LEAF && p->common == length &&
		    skep_lpm_element(t, child)->length == length)
			p->number = child & ~SKEP_LPM_LEAF;
		if (!child || child & SKEP_LPM_LEAF || t->nodes[child].depth > p->common)
			return;
		p->parent = p->node;
		p->parent_child = p->child;
		p->node = child;
	}
}

/* ---- changing */

static void publish(u32 *to, u32 number)
{
	__atomic_store_n(to, number, __ATOMIC_RELEASE);
}

static void set_prefixes(struct skep_lpm_node *n, u32 prefixes)
{
	__atomic_store_n(&n->prefixes, (u16)prefixes, __ATOMIC_RELEASE);
}

static void raise_version(struct skep_lpm *t)
{
	publish(&t->version, t->version + 1);
}

/* Puts an element into a node whose depth it reaches. */
static void add_to(struct skep_lpm *t, struct skep_lpm_node *n, u32 number)
{
	const struct skep_lpm_element *e = skep_lpm_element(t, number);
	u32 left = e->length - n->depth, nibble = left ? skep_lpm_nibble(e->address, n->depth) : 0;

	if (left >= SKEP_LPM_BITS) {
		publish(&n->children[nibble], number | SKEP_LPM_LEAF);
		return;
	}
	publish(&n->elements[skep_lpm_index(nibble, left)], number);
	set_prefixes(n, n->prefixes | 1u << skep_lpm_index(nibble, left));
}

/* A node between another one and its child, with the child and a new element. */
static void split(struct skep_lpm *t, const struct skep_lpm_place *p, u32 number)
{
	u32 *slot = &t->nodes[p->node].children[p->child], child = *slot;
	u32 made = skep_supply_take(&t->node_supply);
	struct skep_lpm_node *n = &t->nodes[made];
	const struct skep_lpm_element *any = skep_lpm_element(t, skep_lpm_any(t, child));
	u32 depth = p->common / SKEP_LPM_BITS * SKEP_LPM_BITS;

	__atomic_store_n(&n->depth, (u16)depth, __ATOMIC_RELEASE);
	set_prefixes(n, 0);
	for (u32 i = 0; i < SKEP_LPM_CHILDREN; i++)
		publish(&n->children[i], 0);
	if (child & SKEP_LPM_LEAF)
		add_to(t, n, child & ~SKEP_LPM_LEAF);
	else
		publish(&n->children[skep_lpm_nibble(any->address, depth)], child);
	add_to(t, n, number);
	publish(slot, made);
}

static void write_element(struct skep_lpm *t, u32 number, const void *key, const void *value)
{
	struct skep_lpm_element *e = skep_lpm_element(t, number);

	__atomic_store_n(&e->length, skep_index(key), __ATOMIC_RELEASE);
	for (u32 i = 0; i < t->bytes; i++)
		__atomic_store_n(&e->address[i], address_of(key)[i], __ATOMIC_RELEASE);
	skep_words_store((u8 *)e + t->value_at, value, t->map.shape.value_size);
}

static void replace(struct skep_lpm *t, const struct skep_lpm_place *p, const void *key,
		    const void *value)
{
	struct skep_lpm_node *n = &t->nodes[p->node];
	struct skep_supply_share *share;
	u32 number = skep_supply_borrow(&t->supply, &share);

	write_element(t, number, key, value);
	if (p->index < SKEP_LPM_PREFIXES)
		publish(&n->elements[p->index], number);
	else
		publish(&n->children[p->child], number | SKEP_LPM_LEAF);
	raise_version(t);
	skep_supply_return(share, p->number);
}

static int add(struct skep_lpm *t, const struct skep_lpm_place *p, const void *key,
	       const void *value)
{
	struct skep_lpm_node *n = &t->nodes[p->node];
	u32 number = skep_supply_take(&t->supply);

	if (!number)
		return -ENOSPC;
	write_element(t, number, key, value);
	if (p->index == SKEP_LPM_PREFIXES && n->children[p->child])
		split(t, p, number);
	else
		add_to(t, n, number);
	return 0;
}

int skep_lpm_update(struct skep_map *map, const void *key, const void *value, u64 flags)
{
	struct skep_lpm *t = skep_lpm_of(map);
	struct skep_lpm_place p;
	int error = 0;

	if (flags > BPF_EXIST || skep_index(key) > t->bits)
		return -EINVAL;
	skep_spin_lock(&t->lock);
	skep_lpm_find(t, key, &p);
	if (p.number && flags == BPF_NOEXIST)
		error = -EEXIST;
	else if (!p.number && flags == BPF_EXIST)
		error = -ENOENT;
	else if (p.number)
		replace(t, &p, key, value);
	else
		error = add(t, &p, key, value);
	skep_spin_unlock(&t->lock);
	return error;
}

/* What is left in a node that has one prefix or child; 0: it has more. */
static u32 only_one(const struct skep_lpm_node *n)
{
	u32 count = (u32)__builtin_popcount(n->prefixes), last = 0;

	if (count)
		last = n->elements[__builtin_ctz(n->prefixes)] | SKEP_LPM_LEAF;
	for (u32 i = 0; i < SKEP_LPM_CHILDREN; i++) {
		if (!n->children[i])
			continue;
		last = n->children[i];
		count++;
	}
	return count == 1 ? last : 0;
}

static void take_out(struct skep_lpm *t, const struct skep_lpm_place *p)
{
	struct skep_lpm_node *n = &t->nodes[p->node];
	u32 last;

	if (p->index < SKEP_LPM_PREFIXES)
		set_prefixes(n, n->prefixes & ~(1u << p->index));
	else
		publish(&n->children[p->child], 0);
	last = p->parent ? only_one(n) : 0;
	if (last)
		publish(&t->nodes[p->parent].children[p->parent_child], last);
	raise_version(t);
	skep_supply_give(&t->supply, p->number);
	if (last)
		skep_supply_give(&t->node_supply, p->node);
}

int skep_lpm_remove(struct skep_map *map, const void *key)
{
	struct skep_lpm *t = skep_lpm_of(map);
	struct skep_lpm_place p;

	if (skep_index(key) > t->bits)
		return -EINVAL;
	skep_spin_lock(&t->lock);
	skep_lpm_find(t, key, &p);
	if (p.number)
		take_out(t, &p);
	skep_spin_unlock(&t->lock);
	return p.number ? 0 : -ENOENT;
}

/* ---- order */

enum { PREFIX = 32 }; /* added to the index of one */

/* A node's children and prefixes in order: each prefix behind the two halves that begin with it. */
static const u8 order[] = {
#define HALVES(l, b, first, second) first, second, PREFIX + (1 << (l)) - 1 + (b)
#define THREE(b)		    HALVES(3, b, 2 * (b), 2 * (b) + 1)
#define TWO(b)			    HALVES(2, b, THREE(2 * (b)), THREE(2 * (b) + 1))
#define ONE(b)			    HALVES(1, b, TWO(2 * (b)), TWO(2 * (b) + 1))
    ONE(0), ONE(1), PREFIX};
#undef ONE
#undef TWO
#undef THREE
#undef HALVES
static_assert(sizeof(order) == SKEP_LPM_CHILDREN + SKEP_LPM_PREFIXES, "all of a node");

enum { DEPTH_MAX = 2048 / SKEP_LPM_BITS + 1 }; /* nodes on a way down */

struct walk {
	const struct skep_lpm *t;
	u32 depth;
	struct {
		u32 node;
		u32 at; /* of `order` */
	} steps[DEPTH_MAX];
};

static u32 item(const struct skep_lpm_node *n, u32 what)
{
	if (what < PREFIX)
		return n->children[what];
	what -= PREFIX;
	return n->prefixes >> what & 1 ? n->elements[what] | SKEP_LPM_LEAF : 0;
}

/* The first element from the walk's place on, 0: the end. */
static u32 first_from(struct walk *w)
{
	while (w->depth) {
		u32 node = w->steps[w->depth - 1].node, at = w->steps[w->depth - 1].at++, found;

		if (at == sizeof(order)) {
			w->depth--;
			continue;
		}
		found = item(&w->t->nodes[node], order[at]);
		if (found & SKEP_LPM_LEAF)
			return found & ~SKEP_LPM_LEAF;
		if (!found)
			continue;
		w->steps[w->depth].node = found;
		w->steps[w->depth++].at = 0;
	}
	return 0;
}

static u32 place_in_order(u32 what)
{
	u32 at = 0;

	while (order[at] != what)
		at++;
	return at;
}

/* Puts the walk behind a prefix; false: there is none. */
static bool start_behind(struct walk *w, const void *key)
{
	u32 length = skep_index(key), node = SKEP_LPM_ROOT;
	struct skep_lpm_place p;

	if (length > w->t->bits)
		return false;
	skep_lpm_find(w->t, key, &p);
	if (!p.number)
		return false;
	for (; node != p.node; w->depth++) {
		u32 nibble = skep_lpm_nibble(address_of(key), w->t->nodes[node].depth);

		w->steps[w->depth].node = node;
		w->steps[w->depth].at = place_in_order(nibble) + 1;
		node = w->t->nodes[node].children[nibble];
	}
	w->steps[w->depth].node = node;
	w->steps[w->depth++].at =
	    place_in_order(p.index < SKEP_LPM_PREFIXES ? PREFIX + p.index : p.child) + 1;
	return true;
}

int skep_lpm_next(struct skep_map *map, const void *key, void *next)
{
	struct skep_lpm *t = skep_lpm_of(map);
	struct walk w;
	u32 number;

	w.t = t;
	w.depth = 0;
	skep_spin_lock(&t->lock);
	if (!key || !start_behind(&w, key)) {
		w.depth = 1;
		w.steps[0].node = SKEP_LPM_ROOT;
		w.steps[0].at = 0;
	}
	number = first_from(&w);
	if (number)
		memcpy(next, (u8 *)skep_lpm_element(t, number) + sizeof(u32), map->shape.key_size);
	skep_spin_unlock(&t->lock);
	return number ? 0 : -ENOENT;
}
