/* SPDX-License-Identifier: BSD-2-Clause */
/* The optimiser of decision graphs. It works in rounds until nothing changes:
 *
 *   merge   from the last node to the first: a node of which both ways are one is left out, equal
 *           nodes become one (optimise.c)
 *   thread  an edge that leads to a test which is already decided on it goes past that test
 *           (optimise_thread.c, with the facts of optimise_facts.c)
 *
 * Before that each value gets its shortest form (optimise_value.c) and each test its best one
 * (optimise_test.c); afterwards runs of tests of one value become sets (optimise_run.c), which is
 * one test to decide instead of many, so the rounds go on.
 *
 * What a filter means includes which loads are reached, as a load outside the packet rejects. So a
 * node is left out only where none of its loads can fail, because they were made on every way to
 * it, or where every way from it to "accept" makes them or a further one, or where there is no way
 * from it to "accept". */
#include "filter/optimise.h"

#include "base/alloc.h"
#include "filter/optimise_pass.h"

enum {
	TURNS = 3, /* of rounds until nothing changes, then runs */
	ROUNDS_MAX = 12,
	WORK_PER_NODE = 20, /* nodes looked at in all rounds for each at the start: keeps the */
	WORK_LEAST = 100000 /* optimiser linear where tests multiply */
};

/* What merging knows of nodes that are done. */
struct merge {
	struct skep_optimise *o;
	skep_nid *stands_for; /* by node: the one that takes its place */
	u32 *want; /* by node: bytes that every way to "accept" loads from the start of the packet;
		    * SKEP_NOWHERE: there is none */
	skep_nid *table; /* open addressing: nodes by content; 0 is empty */
	u32 table_size;
};

static u32 larger(u32 a, u32 b)
{
	return a > b ? a : b;
}

static bool same(const struct skep_node *a, const struct skep_node *b)
{
	return a->kind == b->kind && a->cmp == b->cmp && a->a == b->a && a->b == b->b &&
	       a->yes == b->yes && a->no == b->no;
}

/* The node of the table that equals node `id`, or the slot where it belongs, now taken by it. */
static skep_nid intern(struct merge *m, skep_nid id)
{
	const struct skep_node *nodes = m->o->g->nodes.data, *n = &nodes[id];
	u32 h = (n->a * 0x9e3779b1u) ^ (n->b * 0x85ebca77u) ^ (n->yes * 0xc2b2ae3du) ^
		(n->no * 0x27d4eb2fu) ^ (u32)(n->kind << 8 | n->cmp);
	u32 i = (h ^ h >> 16) & (m->table_size - 1);

	while (m->table[i] && !same(&nodes[m->table[i]], n))
		i = (i + 1) & (m->table_size - 1);
	if (!m->table[i])
		m->table[i] = id;
	return m->table[i];
}

/* Whether what v loads is loaded anyway on every way from `next` to "accept". */
static bool is_loaded_later(const struct merge *m, skep_vid v, skep_nid next)
{
	return m->o->fixed[v] && m->o->reach[v] <= m->want[next];
}

/* A test that any number of its value decides in one way has that way alone. */
static void decide(const struct merge *m, struct skep_node *n)
{
	const struct skep_graph *g = m->o->g;
	enum skep_truth t = SKEP_UNKNOWN;

	if (n->kind == SKEP_COND_TEST && g->values.data[n->b].kind == SKEP_VALUE_CONST)
		t = skep_optimise_range(n->cmp, 0, m->o->max[n->a], g->values.data[n->b].k);
	if (n->kind == SKEP_COND_IN && g->sets.data[n->b].count == 0)
		t = SKEP_FALSE;
	if (t == SKEP_TRUE)
		n->no = n->yes;
	else if (t == SKEP_FALSE)
		n->yes = n->no;
}

/* The node that takes the place of `id`: itself, if it is needed. */
static skep_nid simplify(struct merge *m, skep_nid id)
{
	struct skep_node *n = &m->o->g->nodes.data[id];
	bool a_later, b_later;

	decide(m, n);
	if (m->want[n->yes] == SKEP_NOWHERE && m->want[n->no] == SKEP_NOWHERE)
		return SKEP_NODE_REJECT;
	if (n->yes != n->no)
		return id;
	a_later = is_loaded_later(m, n->a, n->yes);
	b_later = n->kind != SKEP_COND_TEST || is_loaded_later(m, n->b, n->yes);
	if (a_later && b_later)
		return n->yes;
	if (a_later)
		n->a = n->b;
	if (a_later || b_later) {
		n->kind = SKEP_COND_NEED;
		n->cmp = 0;
		n->b = 0;
	}
	return id;
}

static u32 wanted(const struct merge *m, const struct skep_node *n)
{
	u32 yes = m->want[n->yes], no = m->want[n->no];
	u32 own = m->o->reach[n->a];

	if (n->kind == SKEP_COND_TEST)
		own = larger(own, m->o->reach[n->b]);
	return larger(own, yes < no ? yes : no);
}

static void merge_node(struct merge *m, skep_nid id)
{
	struct skep_node *n = &m->o->g->nodes.data[id];
	skep_nid yes = m->stands_for[n->yes], no = m->stands_for[n->no], result;

	m->o->changed |= yes != n->yes || no != n->no;
	n->yes = yes;
	n->no = no;
	result = simplify(m, id);
	if (result == id)
		result = intern(m, id);
	m->stands_for[id] = result;
	if (result == id)
		m->want[id] = wanted(m, n);
}

static bool merge(struct skep_optimise *o)
{
	size_t count = o->g->nodes.count;
	struct merge m = {.o = o, .table_size = 64};

	while (m.table_size < 2 * o->order.count)
		m.table_size *= 2;
	m.stands_for = skep_arena_array(o->arena, count, sizeof(*m.stands_for));
	m.want = skep_arena_array(o->arena, count, sizeof(*m.want));
	m.table = skep_arena_array(o->arena, m.table_size, sizeof(*m.table));
	if (!m.stands_for || !m.want || !m.table)
		return false;
	m.stands_for[SKEP_NODE_ACCEPT] = SKEP_NODE_ACCEPT;
	m.want[SKEP_NODE_REJECT] = SKEP_NOWHERE;
	for (u32 i = o->order.count; i-- > 0;)
		if (o->order.nodes[i] > SKEP_NODE_ACCEPT)
			merge_node(&m, o->order.nodes[i]);
	o->changed |= m.stands_for[o->g->entry] != o->g->entry;
	o->g->entry = m.stands_for[o->g->entry];
	return true;
}

static bool find_order(struct skep_optimise *o)
{
	size_t count = o->g->nodes.count;
	skep_nid(*next)[2] = skep_arena_array(o->arena, count, sizeof(*next));

	if (!next)
		return false;
	for (size_t i = 0; i < count; i++) {
		next[i][0] = o->g->nodes.data[i].no;
		next[i][1] = o->g->nodes.data[i].yes;
	}
	return skep_order_find(&o->order, next, count, o->g->entry, o->arena);
}

/* One round; *changed says whether another may find more. */
static bool play_round(struct skep_graph *g, bool runs, u64 *work, bool *changed)
{
	struct skep_arena arena = {0};
	struct skep_optimise o = {.g = g, .arena = &arena, .work = work};
	bool ok = skep_optimise_values(&o) && find_order(&o) && merge(&o) && find_order(&o);

	if (ok)
		ok = runs ? skep_optimise_runs(&o) : skep_optimise_thread(&o);
	*work -= *work < o.order.count ? *work : o.order.count;
	*changed = o.changed && *work > 0;
	skep_arena_fini(&arena);
	return ok;
}

static bool remake_values(struct skep_graph *g)
{
	struct skep_arena arena = {0};
	struct skep_optimise o = {.g = g, .arena = &arena};
	bool ok = skep_optimise_values(&o) && skep_optimise_remake(&o);

	skep_arena_fini(&arena);
	return ok;
}

static bool play(struct skep_graph *g)
{
	u64 work = WORK_PER_NODE * g->nodes.count + WORK_LEAST;
	bool changed = true;

	for (u32 turn = 0; turn < TURNS && changed; turn++) {
		for (u32 i = 0; i < ROUNDS_MAX && changed; i++)
			if (!play_round(g, false, &work, &changed))
				return false;
		if (!play_round(g, true, &work, &changed))
			return false;
	}
	return !changed || play_round(g, false, &work, &changed);
}

void skep_graph_optimise(struct skep_graph *g)
{
	if (remake_values(g))
		skep_optimise_tests(g);
	else
		g->failed = true;
	if (g->failed || !play(g))
		g->failed = true;
}
