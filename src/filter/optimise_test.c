/* SPDX-License-Identifier: BSD-2-Clause */
/* What is known of values whatever the packet, and tests in their best form. */
#include "filter/chain.h"
#include "filter/optimise_pass.h"

static u32 larger(u32 a, u32 b)
{
	return a > b ? a : b;
}

static bool is_const(const struct skep_graph *g, skep_vid v, u32 *k)
{
	*k = g->values.data[v].k;
	return g->values.data[v].kind == SKEP_VALUE_CONST;
}

/* All bits up to the highest of x. */
static u32 filled(u32 x)
{
	return x ? UINT32_MAX >> __builtin_clz(x) : 0;
}

static u32 capped(u64 x)
{
	return x > UINT32_MAX ? UINT32_MAX : (u32)x;
}

/* The largest result of an operation of which the operands are at most a and b; `k` says whether b
 * is exact. A result that would not fit may wrap to anything. */
static u32 max_of_alu(u8 op, u32 a, u32 b, bool k)
{
	switch (op) {
	case BPF_ADD:
		return capped((u64)a + b);
	case BPF_MUL:
		return capped((u64)a * b);
	case BPF_AND:
		return a < b ? a : b;
	case BPF_OR:
	case BPF_XOR:
		return filled(a | b);
	case BPF_DIV:
		return k && b ? a / b : a;
	case BPF_MOD:
		return b && b - 1 < a ? b - 1 : a;
	case BPF_RSH:
		return !k ? a : b < 32 ? a >> b : 0;
	case BPF_LSH:
		return !k ? UINT32_MAX : b < 32 ? capped((u64)a << b) : 0;
	}
	return UINT32_MAX;
}

static u32 max_of(const struct skep_optimise *o, const struct skep_value *v)
{
	u32 k;

	switch ((enum skep_value_kind)v->kind) {
	case SKEP_VALUE_CONST:
		return v->k;
	case SKEP_VALUE_LOAD:
		return UINT32_MAX >> (32 - 8 * v->size);
	case SKEP_VALUE_CHAIN:
		return UINT8_MAX;
	case SKEP_VALUE_ALU:
		return max_of_alu(v->op, o->max[v->a], o->max[v->b], is_const(o->g, v->b, &k));
	case SKEP_VALUE_LEN:
	case SKEP_VALUE_META:
		break;
	}
	return UINT32_MAX;
}

static bool is_fixed(const struct skep_optimise *o, const struct skep_value *v)
{
	u32 k;

	if (v->kind == SKEP_VALUE_LOAD)
		return v->a == 0;
	if (v->kind != SKEP_VALUE_ALU)
		return v->kind != SKEP_VALUE_CHAIN;
	return o->fixed[v->a] && o->fixed[v->b] &&
	       ((v->op != BPF_DIV && v->op != BPF_MOD) || is_const(o->g, v->b, &k));
}

static u32 reach_of(const struct skep_optimise *o, const struct skep_value *v)
{
	u32 k;

	if (v->kind == SKEP_VALUE_LOAD)
		return v->a == 0 ? v->k + v->size : o->reach[v->a];
	if (v->kind == SKEP_VALUE_ALU)
		return larger(o->reach[v->a], o->reach[v->b]);
	if (v->kind == SKEP_VALUE_CHAIN)
		return is_const(o->g, v->a, &k) ? k + (v->k == SKEP_CHAIN_IP ? 10 : 7)
						: o->reach[v->a];
	return 0;
}

/* Operands come before what is made of them, so one pass suffices. */
bool skep_optimise_values(struct skep_optimise *o)
{
	size_t count = o->g->values.count;

	o->max = skep_arena_array(o->arena, count, sizeof(*o->max));
	o->reach = skep_arena_array(o->arena, count, sizeof(*o->reach));
	o->fixed = skep_arena_array(o->arena, count, sizeof(*o->fixed));
	if (!o->max || !o->reach || !o->fixed)
		return false;
	for (size_t i = 0; i < count; i++) {
		const struct skep_value *v = &o->g->values.data[i];

		o->max[i] = max_of(o, v);
		o->reach[i] = reach_of(o, v);
		o->fixed[i] = is_fixed(o, v);
	}
	return true;
}

enum skep_truth skep_optimise_range(enum skep_cmp cmp, u32 lo, u32 hi, u32 k)
{
	switch (cmp) {
	case SKEP_CMP_EQ:
		if (k < lo || k > hi)
			return SKEP_FALSE;
		return lo == hi ? SKEP_TRUE : SKEP_UNKNOWN;
	case SKEP_CMP_GT:
		return lo > k ? SKEP_TRUE : hi <= k ? SKEP_FALSE : SKEP_UNKNOWN;
	case SKEP_CMP_GE:
		return lo >= k ? SKEP_TRUE : hi < k ? SKEP_FALSE : SKEP_UNKNOWN;
	case SKEP_CMP_SET:
		if (lo == hi)
			return lo & k ? SKEP_TRUE : SKEP_FALSE;
		return k == 0 || hi < (k & (0 - k)) ? SKEP_FALSE : SKEP_UNKNOWN;
	}
	return SKEP_UNKNOWN;
}

/* --- tests ----------------------------------------------------------------------------------- */

static void swap_ways(struct skep_node *n)
{
	skep_nid yes = n->yes;

	n->yes = n->no;
	n->no = yes;
}

/* `k > x` is `not x >= k`. */
static bool put_constant_right(const struct skep_graph *g, struct skep_node *n)
{
	skep_vid a = n->a;
	u32 k;

	if (!is_const(g, n->a, &k) || is_const(g, n->b, &k))
		return false;
	n->a = n->b;
	n->b = a;
	if (n->cmp == SKEP_CMP_GT || n->cmp == SKEP_CMP_GE) {
		n->cmp = n->cmp == SKEP_CMP_GT ? SKEP_CMP_GE : SKEP_CMP_GT;
		swap_ways(n);
	}
	return true;
}

static bool retest(struct skep_graph *g, struct skep_node *n, enum skep_cmp cmp, skep_vid a, u32 k)
{
	n->cmp = (u8)cmp;
	n->a = a;
	n->b = skep_value_const(g, k);
	return !g->failed;
}

/* x against its smallest numbers. */
static bool simplify_small(struct skep_graph *g, struct skep_node *n, u32 k)
{
	bool any_bit = n->cmp == SKEP_CMP_SET && k == UINT32_MAX;

	if ((n->cmp == SKEP_CMP_GT && k == 0) || (n->cmp == SKEP_CMP_GE && k == 1) || any_bit) {
		swap_ways(n);
		return retest(g, n, SKEP_CMP_EQ, n->a, 0);
	}
	return false;
}

/* (x op c) == k, where op can be undone. */
static bool simplify_eq(struct skep_graph *g, struct skep_node *n, const struct skep_value *x,
			u32 c, u32 k)
{
	switch (x->op) {
	case BPF_ADD:
		return retest(g, n, SKEP_CMP_EQ, x->a, k - c);
	case BPF_SUB:
		return retest(g, n, SKEP_CMP_EQ, x->a, k + c);
	case BPF_XOR:
		return retest(g, n, SKEP_CMP_EQ, x->a, k ^ c);
	case BPF_AND:
		if (c == UINT32_MAX)
			return retest(g, n, SKEP_CMP_EQ, x->a, k);
		if (k != 0)
			return false;
		swap_ways(n);
		return retest(g, n, SKEP_CMP_SET, x->a, c);
	}
	return false;
}

/* (x op c) & k, where op moves or masks bits. */
static bool simplify_set(struct skep_graph *g, struct skep_node *n, const struct skep_value *x,
			 u32 c, u32 k)
{
	if (x->op == BPF_AND)
		return retest(g, n, SKEP_CMP_SET, x->a, c & k);
	if (x->op == BPF_RSH && c < 32)
		return retest(g, n, SKEP_CMP_SET, x->a, k << c);
	if (x->op == BPF_LSH && c < 32)
		return retest(g, n, SKEP_CMP_SET, x->a, k >> c);
	return false;
}

/* One step towards the best form; false if it is reached. */
static bool simplify(struct skep_graph *g, struct skep_node *n)
{
	struct skep_value x;
	u32 k, c;

	if (n->a == n->b && n->cmp != SKEP_CMP_SET) {
		n->kind = SKEP_COND_NEED;
		n->yes = n->no = n->cmp == SKEP_CMP_GT ? n->no : n->yes;
		return false;
	}
	if (put_constant_right(g, n))
		return true;
	if (!is_const(g, n->b, &k))
		return false;
	if (simplify_small(g, n, k))
		return true;
	x = g->values.data[n->a];
	if (x.kind != SKEP_VALUE_ALU || !is_const(g, x.b, &c))
		return false;
	if (n->cmp == SKEP_CMP_EQ)
		return simplify_eq(g, n, &x, c, k);
	return n->cmp == SKEP_CMP_SET && simplify_set(g, n, &x, c, k);
}

/* Each step takes an operation away or leads to a form that has no further step. */
void skep_optimise_tests(struct skep_graph *g)
{
	for (size_t i = SKEP_NODE_ACCEPT + 1; i < g->nodes.count; i++) {
		struct skep_node *n = &g->nodes.data[i];

		while (n->kind == SKEP_COND_TEST && !g->failed && simplify(g, n))
			;
	}
}
