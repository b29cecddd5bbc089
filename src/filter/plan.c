/* SPDX-License-Identifier: BSD-2-Clause */
#include "filter/plan.h"

#include "base/array.h"
#include "base/diag.h"

/* Emitters walk a value by recursion: this deep at most. */
enum { DEEPEST = 1000 };

bool skep_plan_is_const(const struct skep_plan *p, skep_vid v, u32 *k)
{
	const struct skep_value *value = &p->g->values.data[v];

	*k = value->k;
	return value->kind == SKEP_VALUE_CONST;
}

/* A test with its constant on the right: `k > x` is `not x >= k`. */
static struct skep_step step_of(const struct skep_plan *p, const struct skep_node *n)
{
	struct skep_step s = {
	    .kind = n->kind, .cmp = n->cmp, .a = n->a, .b = n->b, .yes = n->yes, .no = n->no};
	u32 k;

	if (n->kind != SKEP_COND_TEST)
		return s;
	if (skep_plan_is_const(p, n->a, &k) && !skep_plan_is_const(p, n->b, &k)) {
		s.a = n->b;
		s.b = n->a;
		if (n->cmp == SKEP_CMP_GT || n->cmp == SKEP_CMP_GE) {
			s.cmp = n->cmp == SKEP_CMP_GT ? SKEP_CMP_GE : SKEP_CMP_GT;
			s.yes = n->no;
			s.no = n->yes;
		}
	}
	s.imm = skep_plan_is_const(p, s.b, &k);
	if (s.imm)
		s.b = k;
	return s;
}

static bool copy_steps(struct skep_plan *p, u32 table_from)
{
	const struct skep_graph *g = p->g;

	if (!SKEP_RESERVE(&p->steps, g->nodes.count))
		return false;
	for (size_t i = 0; i < g->nodes.count; i++)
		p->steps.data[p->steps.count++] = step_of(p, &g->nodes.data[i]);
	p->entry = g->entry;
	for (size_t i = SKEP_NODE_ACCEPT + 1; i < g->nodes.count; i++) {
		struct skep_step s = p->steps.data[i];
		skep_nid root;

		if (s.kind != SKEP_COND_IN || g->sets.data[s.b].count > table_from)
			continue;
		root = skep_plan_expand(p, &s);
		p->steps.data[i] = p->steps.data[root];
	}
	return !p->failed;
}

/* eBPF has no jump for "no bit is set": there `no` follows such a test. */
static bool find_order(struct skep_plan *p)
{
	size_t steps = p->steps.count;
	skep_nid(*next)[2] = skep_arena_array(p->arena, steps, sizeof(*next));
	struct skep_order o;

	if (!next)
		return false;
	for (size_t i = 0; i < steps; i++) {
		const struct skep_step *s = &p->steps.data[i];
		bool no_last =
		    p->no_follows_set && s->kind == SKEP_COND_TEST && s->cmp == SKEP_CMP_SET;

		next[i][no_last] = s->no;
		next[i][!no_last] = s->yes;
	}
	if (!skep_order_find(&o, next, steps, p->entry, p->arena))
		return false;
	p->order = o.nodes;
	p->count = o.count;
	p->position = o.position;
	return true;
}

static void use(struct skep_plan *p, skep_vid v, u32 position)
{
	p->uses[v]++;
	if (position > p->last_use[v])
		p->last_use[v] = position;
}

static bool find_uses(struct skep_plan *p)
{
	size_t values = p->g->values.count;

	p->last_use = skep_arena_array(p->arena, values, sizeof(*p->last_use));
	p->uses = skep_arena_array(p->arena, values, sizeof(*p->uses));
	if (!p->last_use || !p->uses)
		return false;
	for (u32 i = 0; i < p->count; i++) {
		const struct skep_step *s = &p->steps.data[p->order[i]];

		if (p->order[i] <= SKEP_NODE_ACCEPT)
			continue;
		use(p, s->a, i);
		if (s->kind == SKEP_COND_TEST && !s->imm)
			use(p, s->b, i);
	}
	for (size_t i = values; i-- > 0;) {
		const struct skep_value *v = &p->g->values.data[i];

		if (!p->uses[i] || v->kind < SKEP_VALUE_LOAD)
			continue;
		use(p, v->a, p->last_use[i]);
		if (v->kind != SKEP_VALUE_LOAD)
			use(p, v->b, p->last_use[i]);
	}
	return true;
}

static bool check_depth(struct skep_plan *p, struct skep_diag *d)
{
	size_t values = p->g->values.count;
	u32 *depth = skep_arena_array(p->arena, values, sizeof(*depth));

	if (!depth)
		return skep_fail_nomem(d);
	for (size_t i = 0; i < values; i++) {
		const struct skep_value *v = &p->g->values.data[i];

		if (v->kind < SKEP_VALUE_LOAD)
			continue;
		depth[i] = 1 + (depth[v->a] > depth[v->b] ? depth[v->a] : depth[v->b]);
		if (depth[i] > DEEPEST && p->uses[i]) {
			skep_fail(d, SKEP_E_LIMIT,
				  "an arithmetic expression has more than %d steps one after the "
				  "other",
				  DEEPEST);
			return skep_hint(d, "compare parts of it on their own");
		}
	}
	return true;
}

bool skep_plan_init(struct skep_plan *p, struct skep_graph *g, u32 table_from,
		    struct skep_arena *arena, struct skep_diag *d)
{
	p->g = g;
	p->arena = arena;
	if (g->failed || !copy_steps(p, table_from) || !find_order(p) || !find_uses(p))
		return skep_fail_nomem(d);
	return check_depth(p, d);
}

void skep_plan_fini(struct skep_plan *p)
{
	skep_free(p->steps.data);
	p->steps.data = NULL;
}
