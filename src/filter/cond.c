/* SPDX-License-Identifier: BSD-2-Clause */
/* Conditions of a filter graph. What is decided by constants alone is decided here; nothing that
 * could fail is dropped: `false and x` never reaches x, but `x and false` still evaluates x. */
#include "base/array.h"
#include "filter/graph.h"

static skep_cid add(struct skep_graph *g, struct skep_cond c)
{
	if (!g->failed && SKEP_PUSH(&g->conds, c))
		return (skep_cid)g->conds.count - 1;
	g->failed = true;
	return SKEP_COND_FALSE;
}

static skep_cid constant(bool truth)
{
	return truth ? SKEP_COND_TRUE : SKEP_COND_FALSE;
}

bool skep_cmp_holds(enum skep_cmp cmp, u32 a, u32 b)
{
	switch (cmp) {
	case SKEP_CMP_EQ:
		return a == b;
	case SKEP_CMP_GT:
		return a > b;
	case SKEP_CMP_GE:
		return a >= b;
	case SKEP_CMP_SET:
		return (a & b) != 0;
	}
	return false;
}

skep_cid skep_cond_test(struct skep_graph *g, enum skep_cmp cmp, skep_vid a, skep_vid b)
{
	const struct skep_value *x = &g->values.data[a], *y = &g->values.data[b];

	if (x->kind == SKEP_VALUE_CONST && y->kind == SKEP_VALUE_CONST)
		return constant(skep_cmp_holds(cmp, x->k, y->k));
	return add(g, (struct skep_cond){.kind = SKEP_COND_TEST, .cmp = (u8)cmp, .a = a, .b = b});
}

skep_cid skep_cond_in(struct skep_graph *g, skep_vid a, u32 set)
{
	const struct skep_value *x = &g->values.data[a];

	if (x->kind == SKEP_VALUE_CONST && !g->failed)
		return constant(skep_set_has(&g->sets.data[set], x->k));
	return add(g, (struct skep_cond){.kind = SKEP_COND_IN, .a = a, .b = set});
}

skep_cid skep_cond_need(struct skep_graph *g, skep_vid a)
{
	enum skep_value_kind kind = g->values.data[a].kind;

	if (kind == SKEP_VALUE_CONST || kind == SKEP_VALUE_LEN || kind == SKEP_VALUE_META)
		return SKEP_COND_TRUE;
	return add(g, (struct skep_cond){.kind = SKEP_COND_NEED, .a = a});
}

skep_cid skep_cond_not(struct skep_graph *g, skep_cid c)
{
	u32 first = (u32)g->kids.count;

	if (c == SKEP_COND_FALSE || c == SKEP_COND_TRUE)
		return constant(c == SKEP_COND_FALSE);
	if (g->conds.data[c].kind == SKEP_COND_NOT)
		return g->kids.data[g->conds.data[c].first];
	if (g->failed || !SKEP_PUSH(&g->kids, c)) {
		g->failed = true;
		return SKEP_COND_FALSE;
	}
	return add(g, (struct skep_cond){.kind = SKEP_COND_NOT, .first = first, .count = 1});
}

/* ALL and ANY alike: `unit` changes nothing and is left out, its opposite decides what follows. */
static skep_cid combine(struct skep_graph *g, u8 kind, const skep_cid *kids, size_t count)
{
	skep_cid unit = constant(kind == SKEP_COND_ALL);
	u32 first = (u32)g->kids.count;

	for (size_t i = 0; i < count && !g->failed; i++) {
		if (kids[i] == unit)
			continue;
		if (!SKEP_PUSH(&g->kids, kids[i]))
			g->failed = true;
		if (kids[i] == constant(kind != SKEP_COND_ALL))
			break;
	}
	count = g->kids.count - first;
	if (g->failed || count == 0)
		return unit;
	if (count == 1) {
		g->kids.count = first;
		return g->kids.data[first];
	}
	return add(g, (struct skep_cond){.kind = kind, .first = first, .count = (u32)count});
}

skep_cid skep_cond_all(struct skep_graph *g, const skep_cid *kids, size_t count)
{
	return combine(g, SKEP_COND_ALL, kids, count);
}

skep_cid skep_cond_any(struct skep_graph *g, const skep_cid *kids, size_t count)
{
	return combine(g, SKEP_COND_ANY, kids, count);
}

skep_cid skep_cond_and(struct skep_graph *g, skep_cid a, skep_cid b)
{
	return skep_cond_all(g, (skep_cid[]){a, b}, 2);
}

skep_cid skep_cond_or(struct skep_graph *g, skep_cid a, skep_cid b)
{
	return skep_cond_any(g, (skep_cid[]){a, b}, 2);
}

skep_cid skep_cond_is(struct skep_graph *g, skep_vid a, u32 k)
{
	return skep_cond_test(g, SKEP_CMP_EQ, a, skep_value_const(g, k));
}

skep_cid skep_cond_masked(struct skep_graph *g, skep_vid a, u32 mask, u32 k)
{
	if (mask != UINT32_MAX)
		a = skep_value_alu(g, BPF_AND, a, skep_value_const(g, mask));
	return skep_cond_is(g, a, k);
}
