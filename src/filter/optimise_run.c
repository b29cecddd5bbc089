/* SPDX-License-Identifier: BSD-2-Clause */
/* Runs of tests become sets.
 *
 * A run is a way of nodes, each entered only from the one before it, that all have one target in
 * common: `x == 1 or y == 1 or x == 2 or y == 2`, or the same with `and`. Each says of one value
 * that the target is reached if it lies in certain ranges. Where nothing can fail any more their
 * order does not matter, so those of one value are put together into one set, which the emitters
 * search instead of trying one after the other.
 *
 * A test that may fail begins a new part of the run, and nothing is moved to before it. */
#include <string.h>

#include "base/array.h"
#include "filter/optimise_pass.h"

enum {
	VALUES_MAX = 16, /* in one part of a run */
	WORTH_IT = 3	 /* tests in one part; fewer stay as they are */
};

/* One value of a part: what sends it to the target. */
struct group {
	skep_vid value;
	skep_nid node; /* its first test */
	u32 members;
};

struct piece {
	struct skep_range range;
	u32 group;
};

struct run {
	struct skep_optimise *o;
	u32 *entries; /* by position: edges that lead to it */
	bool *taken;  /* by position: is in a run */
	skep_nid target;

	struct {
		struct piece *data;
		size_t count, room;
	} pieces; /* of the part in hand; owned */
	struct {
		struct skep_range *data;
		size_t count, room;
	} ranges; /* of one group, when it is made; owned */

	struct group groups[VALUES_MAX];
	u32 group_count;

	skep_vid seen[VALUES_MAX]; /* evaluated on the run so far */
	u32 seen_count;
	u32 reach; /* bytes at the start of the packet that were loaded on the run so far */
};

static struct skep_node *node_of(const struct run *r, skep_nid n)
{
	return &r->o->g->nodes.data[n];
}

/* x & mask == k of the leading bits is a range of x. */
static bool is_prefix(const struct skep_graph *g, const struct skep_node *n, u32 k, u32 *mask)
{
	const struct skep_value *v = &g->values.data[n->a], *m = &g->values.data[v->b];

	if (n->cmp != SKEP_CMP_EQ || v->kind != SKEP_VALUE_ALU || v->op != BPF_AND ||
	    m->kind != SKEP_VALUE_CONST)
		return false;
	*mask = m->k;
	return (~m->k & (~m->k + 1)) == 0 && (k & ~m->k) == 0;
}

/* The value that a node asks about in ranges; false if it asks otherwise. */
static bool subject(const struct run *r, skep_nid n, skep_vid *v)
{
	const struct skep_graph *g = r->o->g;
	const struct skep_node *node = node_of(r, n);
	u32 mask;

	*v = node->a;
	if (n <= SKEP_NODE_ACCEPT || node->yes == node->no)
		return false;
	if (node->kind == SKEP_COND_IN)
		return true;
	if (node->kind != SKEP_COND_TEST || g->values.data[node->b].kind != SKEP_VALUE_CONST ||
	    node->cmp == SKEP_CMP_SET)
		return false;
	if (is_prefix(g, node, g->values.data[node->b].k, &mask))
		*v = g->values.data[node->a].a;
	return true;
}

static bool leads_to(const struct run *r, skep_nid n, skep_nid target)
{
	return node_of(r, n)->yes == target || node_of(r, n)->no == target;
}

static skep_nid other_way(const struct run *r, skep_nid n)
{
	const struct skep_node *node = node_of(r, n);

	return node->yes == r->target ? node->no : node->yes;
}

/* Whether the run that has come as far as `n` can go on with it. */
static bool goes_on(const struct run *r, skep_nid n)
{
	skep_vid v;
	u32 position;

	if (n <= SKEP_NODE_ACCEPT || !subject(r, n, &v) || !leads_to(r, n, r->target))
		return false;
	position = r->o->order.position[n];
	return r->entries[position] == 1 && !r->taken[position];
}

static bool may_fail(const struct run *r, skep_vid v)
{
	for (u32 i = 0; i < r->seen_count; i++)
		if (r->seen[i] == v)
			return false;
	return !r->o->fixed[v] || r->o->reach[v] > r->reach;
}

static void see(struct run *r, skep_vid v)
{
	if (!may_fail(r, v))
		return;
	if (r->o->reach[v] > r->reach)
		r->reach = r->o->reach[v];
	if (r->seen_count < VALUES_MAX)
		r->seen[r->seen_count++] = v;
}

/* --- from tests to ranges -------------------------------------------------------------------- */

static bool piece(struct run *r, u32 group, u32 lo, u32 hi)
{
	return lo > hi || SKEP_PUSH(&r->pieces, ((struct piece){{lo, hi}, group}));
}

/* The ranges of a test, or all others. */
static bool add_test(struct run *r, u32 group, struct skep_range in, bool inside)
{
	if (inside)
		return piece(r, group, in.lo, in.hi);
	return (in.lo == 0 || piece(r, group, 0, in.lo - 1)) &&
	       (in.hi == UINT32_MAX || piece(r, group, in.hi + 1, UINT32_MAX));
}

static bool add_set(struct run *r, u32 group, const struct skep_set *s, bool inside)
{
	u64 from = 0;

	for (u32 i = 0; i < s->count; i++) {
		const struct skep_range *range = &s->ranges[i];

		if (inside && !piece(r, group, range->lo, range->hi))
			return false;
		if (!inside && range->lo > from && !piece(r, group, (u32)from, range->lo - 1))
			return false;
		from = (u64)range->hi + 1;
	}
	return inside || from > UINT32_MAX || piece(r, group, (u32)from, UINT32_MAX);
}

/* Adds what sends the group's value from the node to the target. */
static bool add_node(struct run *r, u32 group, const struct skep_node *n)
{
	const struct skep_graph *g = r->o->g;
	bool inside = n->yes == r->target;
	struct skep_range in;
	u32 k, mask;

	if (n->kind == SKEP_COND_IN)
		return add_set(r, group, &g->sets.data[n->b], inside);
	k = g->values.data[n->b].k;
	in = (struct skep_range){k, UINT32_MAX};
	if (n->cmp == SKEP_CMP_EQ)
		in.hi = is_prefix(g, n, k, &mask) ? k | ~mask : k;
	if (n->cmp == SKEP_CMP_GT && k == UINT32_MAX)
		return inside || piece(r, group, 0, UINT32_MAX);
	if (n->cmp == SKEP_CMP_GT)
		in.lo = k + 1;
	return add_test(r, group, in, inside);
}

/* The group of a value, made if it is new; false if there are too many. */
static bool group_of(struct run *r, skep_vid v, u32 *group)
{
	for (*group = 0; *group < r->group_count; ++*group)
		if (r->groups[*group].value == v)
			return true;
	if (r->group_count == VALUES_MAX)
		return false;
	r->groups[r->group_count++] = (struct group){.value = v};
	return true;
}

/* --- one part -------------------------------------------------------------------------------- */

static void lead(struct skep_node *n, bool inside, skep_nid target, skep_nid next)
{
	n->yes = inside ? target : next;
	n->no = inside ? next : target;
}

/* Turns a group's first node into the test for all its ranges. */
static bool make_group(struct run *r, u32 group, skep_nid next)
{
	struct group *gr = &r->groups[group];
	struct skep_graph *g = r->o->g;
	struct skep_node *n = node_of(r, gr->node);
	struct skep_set *s;
	u32 set;

	if (gr->members == 1) {
		lead(n, n->yes == r->target, r->target, next);
		return true;
	}
	r->ranges.count = 0;
	for (size_t i = 0; i < r->pieces.count; i++)
		if (r->pieces.data[i].group == group &&
		    !SKEP_PUSH(&r->ranges, r->pieces.data[i].range))
			return false;
	if (!skep_graph_add_set(g, r->ranges.data, r->ranges.count, &set))
		return false;
	s = &g->sets.data[set];
	n->kind = SKEP_COND_IN;
	n->cmp = 0;
	n->a = gr->value;
	n->b = set;
	lead(n, true, r->target, next);
	if (s->count == 1 && s->ranges[0].lo == s->ranges[0].hi) {
		n->kind = SKEP_COND_TEST;
		n->cmp = SKEP_CMP_EQ;
		n->b = skep_value_const(g, s->ranges[0].lo);
	}
	return !g->failed;
}

static void begin_part(struct run *r)
{
	r->group_count = 0;
	r->pieces.count = 0;
}

/* The nodes of a part, which lead to `next` if none of them leads to the target. */
static bool finish_part(struct run *r, skep_nid next)
{
	u32 most = 0, tests = 0;

	for (u32 i = 0; i < r->group_count; i++) {
		tests += r->groups[i].members;
		if (r->groups[i].members > most)
			most = r->groups[i].members;
	}
	if (most < 2 || tests < WORTH_IT)
		return true;
	r->o->changed = true;
	for (u32 i = r->group_count; i-- > 0;) {
		if (!make_group(r, i, next))
			return false;
		next = r->groups[i].node;
	}
	return true;
}

/* The run from n to r->target, part by part. */
static bool follow(struct run *r, skep_nid n)
{
	skep_vid v;
	u32 group;

	begin_part(r);
	r->seen_count = 0;
	r->reach = 0;
	do {
		subject(r, n, &v);
		if (may_fail(r, v) || !group_of(r, v, &group)) {
			if (!finish_part(r, n))
				return false;
			begin_part(r);
			group_of(r, v, &group);
		}
		see(r, v);
		r->taken[r->o->order.position[n]] = true;
		if (!add_node(r, group, node_of(r, n)))
			return false;
		if (r->groups[group].members++ == 0)
			r->groups[group].node = n;
		n = other_way(r, n);
	} while (goes_on(r, n));
	return finish_part(r, n);
}

/* Tries both ways from a node as the target. */
static bool start(struct run *r, skep_nid n)
{
	const struct skep_node *node = node_of(r, n);
	skep_nid targets[] = {node->yes, node->no};
	skep_vid v;

	if (r->taken[r->o->order.position[n]] || !subject(r, n, &v))
		return true;
	for (u32 i = 0; i < 2; i++) {
		skep_nid second, third;

		r->target = targets[i];
		second = other_way(r, n);
		if (!goes_on(r, second))
			continue;
		third = other_way(r, second);
		if (goes_on(r, third))
			return follow(r, n);
	}
	return true;
}

static void count_entries(struct run *r)
{
	const struct skep_order *order = &r->o->order;

	for (u32 i = 0; i < order->count; i++) {
		const struct skep_node *n = node_of(r, order->nodes[i]);

		if (order->nodes[i] <= SKEP_NODE_ACCEPT)
			continue;
		r->entries[order->position[n->yes]]++;
		r->entries[order->position[n->no]]++;
	}
}

/* --- equal sets ------------------------------------------------------------------------------ */

static u32 hash(const struct skep_set *s)
{
	u32 h = s->count;

	for (u32 i = 0; i < s->count; i++)
		h = ((h ^ s->ranges[i].lo) * 0x9e3779b1u ^ s->ranges[i].hi) * 0x85ebca77u;
	return h ^ h >> 16;
}

static bool equal(const struct skep_set *s, const struct skep_set *t)
{
	return s->count == t->count &&
	       memcmp(s->ranges, t->ranges, s->count * sizeof(*s->ranges)) == 0;
}

/* Equal sets get one number, so that their tests are equal. */
static bool unify_sets(struct skep_optimise *o)
{
	struct skep_graph *g = o->g;
	u32 *stands_for = skep_arena_array(o->arena, g->sets.count, sizeof(u32));
	u32 size = 64, *table;

	while (size < 2 * g->sets.count)
		size *= 2;
	table = skep_arena_array(o->arena, size, sizeof(*table));
	if (!stands_for || !table)
		return false;
	for (u32 i = 0; i < g->sets.count; i++) {
		const struct skep_set *s = &g->sets.data[i];
		u32 at = hash(s) & (size - 1);

		while (table[at] && !equal(&g->sets.data[table[at] - 1], s))
			at = (at + 1) & (size - 1);
		if (!table[at])
			table[at] = i + 1;
		stands_for[i] = table[at] - 1;
	}
	for (size_t i = SKEP_NODE_ACCEPT + 1; i < g->nodes.count; i++)
		if (g->nodes.data[i].kind == SKEP_COND_IN)
			g->nodes.data[i].b = stands_for[g->nodes.data[i].b];
	return true;
}

bool skep_optimise_runs(struct skep_optimise *o)
{
	struct run r = {.o = o};
	bool ok = true;

	r.entries = skep_arena_array(o->arena, o->order.count, sizeof(*r.entries));
	r.taken = skep_arena_array(o->arena, o->order.count, sizeof(*r.taken));
	if (!r.entries || !r.taken)
		return false;
	count_entries(&r);
	for (u32 i = 0; i < o->order.count && ok; i++)
		if (o->order.nodes[i] > SKEP_NODE_ACCEPT)
			ok = start(&r, o->order.nodes[i]);
	skep_free(r.pieces.data);
	skep_free(r.ranges.data);
	return ok && unify_sets(o);
}
