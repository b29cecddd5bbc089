/* SPDX-License-Identifier: BSD-2-Clause */
/* Values in their shortest form. Each is made anew from its operands' new forms, in their order, so
 * that what becomes equal is one value. Constants move to the right and together, multiplication
 * and division by powers of two become shifts, operations that change nothing go, and a constant
 * that is added to the base of a load becomes part of its place where the sum cannot wrap. Nothing
 * that can fail is left out. */
#include "filter/optimise_pass.h"

struct remake {
	struct skep_optimise *o;
	skep_vid *now; /* by value: its new form; max[] of the old form bounds the new one */
};

static bool is_const(const struct skep_graph *g, skep_vid v, u32 *k)
{
	*k = g->values.data[v].k;
	return g->values.data[v].kind == SKEP_VALUE_CONST;
}

static bool commutes(u8 op)
{
	return op == BPF_ADD || op == BPF_MUL || op == BPF_AND || op == BPF_OR || op == BPF_XOR;
}

static bool is_power(u32 k)
{
	return k && (k & (k - 1)) == 0;
}

/* Whether x op k is x, for every x up to max. */
static bool changes_nothing(u8 op, u32 k, u32 max)
{
	u32 filled = max ? UINT32_MAX >> __builtin_clz(max) : 0;

	switch (op) {
	case BPF_AND:
		return (filled & ~k) == 0;
	case BPF_MUL:
	case BPF_DIV:
		return k == 1;
	case BPF_MOD:
		return k > max;
	}
	return k == 0;
}

static void reduce(u8 *op, u32 *k)
{
	if (!is_power(*k))
		return;
	if (*op == BPF_MUL || *op == BPF_DIV) {
		*op = *op == BPF_MUL ? BPF_LSH : BPF_RSH;
		*k = (u32)__builtin_ctz(*k);
	} else if (*op == BPF_MOD) {
		*op = BPF_AND;
		*k -= 1;
	}
}

/* x op k; `max` bounds x. */
static skep_vid with_constant(struct skep_graph *g, u8 op, skep_vid x, u32 k, u32 max)
{
	const struct skep_value *v = &g->values.data[x];
	u32 inner;

	if (changes_nothing(op, k, max))
		return x;
	reduce(&op, &k);
	if (v->kind == SKEP_VALUE_ALU && v->op == op && is_const(g, v->b, &inner)) {
		if (op == BPF_ADD || op == BPF_AND || op == BPF_OR || op == BPF_XOR) {
			skep_alu_fold(op, inner, k, &k);
			x = v->a;
		}
	}
	return skep_value_alu(g, op, x, skep_value_const(g, k));
}

static skep_vid alu(struct remake *r, const struct skep_value *v)
{
	struct skep_graph *g = r->o->g;
	skep_vid a = r->now[v->a], b = r->now[v->b];
	u32 k;

	if (is_const(g, b, &k))
		return with_constant(g, v->op, a, k, r->o->max[v->a]);
	if (commutes(v->op) && is_const(g, a, &k))
		return with_constant(g, v->op, b, k, r->o->max[v->b]);
	return skep_value_alu(g, v->op, a, b);
}

/* `of` is the base in its old form, of which max[] is known. */
static skep_vid load(struct remake *r, const struct skep_value *v)
{
	struct skep_graph *g = r->o->g;
	const struct skep_value *of = &g->values.data[v->a];
	skep_vid base = r->now[v->a];
	u32 k, place, sum;

	if (of->kind == SKEP_VALUE_ALU && of->op == BPF_ADD) {
		skep_vid x = of->a, c = of->b;

		if (is_const(g, x, &k)) {
			x = of->b;
			c = of->a;
		}
		if (is_const(g, c, &k) && !__builtin_add_overflow(r->o->max[x], k, &sum) &&
		    !__builtin_add_overflow(v->k, k, &place))
			return skep_value_load(g, v->size, r->now[x], place);
	}
	return skep_value_load(g, v->size, base, v->k);
}

bool skep_optimise_remake(struct skep_optimise *o)
{
	struct skep_graph *g = o->g;
	size_t count = g->values.count;
	struct remake r = {.o = o, .now = skep_arena_array(o->arena, count, sizeof(*r.now))};

	for (skep_vid i = 0; r.now && i < count; i++) {
		struct skep_value v = g->values.data[i];

		r.now[i] = i;
		if (v.kind == SKEP_VALUE_LOAD && v.a != 0)
			r.now[i] = load(&r, &v);
		else if (v.kind == SKEP_VALUE_ALU)
			r.now[i] = alu(&r, &v);
		else if (v.kind == SKEP_VALUE_CHAIN)
			r.now[i] = skep_value_chain(g, v.k, r.now[v.a], g->values.data[v.b].k);
	}
	for (size_t i = SKEP_NODE_ACCEPT + 1; r.now && i < g->nodes.count; i++) {
		struct skep_node *n = &g->nodes.data[i];

		n->a = r.now[n->a];
		if (n->kind == SKEP_COND_TEST)
			n->b = r.now[n->b];
	}
	return r.now && !g->failed;
}
