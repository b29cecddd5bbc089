/* SPDX-License-Identifier: BSD-2-Clause */
/* Values in classic BPF. A value is an expression tree, A the accumulator, X the only index
 * register: of two operands the one that needs X for itself comes first and waits in a scratch
 * word, unless one of them goes into X without disturbing A. What A, X and the scratch words hold
 * is known at each point, and nothing is loaded that is there. */
#include "base/array.h"
#include "base/diag.h"
#include "filter/emit_classic.h"

/* From here on a value is worth a scratch word if it is needed again. */
enum { WORTH_KEEPING = 3 };

static const struct skep_value *value_of(const struct skep_classic *c, skep_vid v)
{
	return &c->plan.g->values.data[v];
}

static bool is_const(const struct skep_classic *c, skep_vid v, u32 *k)
{
	return skep_plan_is_const(&c->plan, v, k);
}

bool skep_classic_is_header_length(const struct skep_graph *g, skep_vid v, u32 *at)
{
	const struct skep_value *product = &g->values.data[v], *masked, *load, *k;

	if (product->kind != SKEP_VALUE_ALU)
		return false;
	k = &g->values.data[product->b];
	if (k->kind != SKEP_VALUE_CONST ||
	    !((product->op == BPF_LSH && k->k == 2) || (product->op == BPF_MUL && k->k == 4)))
		return false;
	masked = &g->values.data[product->a];
	if (masked->kind != SKEP_VALUE_ALU || masked->op != BPF_AND)
		return false;
	k = &g->values.data[masked->b];
	load = &g->values.data[masked->a];
	*at = load->k;
	return k->kind == SKEP_VALUE_CONST && k->k == 0xf && load->kind == SKEP_VALUE_LOAD &&
	       load->size == 1 && load->a == 0;
}

/* Stores A for later steps, if that saves work. */
static void keep(struct skep_classic *c, skep_vid v)
{
	u32 slot;

	c->now.a = v;
	if (!c->plan.g->optimise || c->cost[v] < WORTH_KEEPING || c->plan.uses[v] < 2 ||
	    c->plan.last_use[v] <= c->at || skep_classic_find_scratch(c, v) < BPF_MEMWORDS)
		return;
	slot = c->slot[v] ? c->slot[v] - 1u : 0;
	if (!c->slot[v] || !skep_classic_is_free(c, slot, false))
		for (slot = 0; slot < BPF_MEMWORDS && !skep_classic_is_free(c, slot, false); slot++)
			;
	if (slot == BPF_MEMWORDS)
		return;
	if (!SKEP_PUSH(&c->kept, ((struct skep_classic_kept){(u32)c->code.count, v}))) {
		skep_fail_nomem(c->diag);
		c->failed = true;
	}
	skep_classic_put(c, BPF_ST, slot);
	c->now.m[slot] = v;
	c->slot[v] = (u8)(slot + 1);
}

/* Whether v comes into X, which holds something else, without A being disturbed. */
static bool x_directly(const struct skep_classic *c, skep_vid v)
{
	u32 k;

	return is_const(c, v, &k) || value_of(c, v)->kind == SKEP_VALUE_LEN ||
	       skep_classic_find_scratch(c, v) < BPF_MEMWORDS ||
	       skep_classic_is_header_length(c->plan.g, v, &k);
}

/* Whether v can be made in A without X, whatever the two hold. */
static bool spares_x(const struct skep_classic *c, skep_vid v)
{
	const struct skep_value *value = value_of(c, v);
	u32 k;

	if (value->kind == SKEP_VALUE_LOAD)
		return value->a == 0;
	if (value->kind == SKEP_VALUE_ALU)
		return is_const(c, value->b, &k) && spares_x(c, value->a);
	return value->kind != SKEP_VALUE_CHAIN;
}

/* Keeps the scratch word that holds v, if any, from being given away; returns what to give back. */
static u16 hold(struct skep_classic *c, skep_vid v)
{
	u32 slot = skep_classic_find_scratch(c, v);
	u32 bit = slot < BPF_MEMWORDS ? 1u << slot : 0;

	bit &= ~(u32)c->busy;
	c->busy |= (u16)bit;
	return (u16)bit;
}

void skep_classic_to_x(struct skep_classic *c, skep_vid v)
{
	u32 k, slot = skep_classic_find_scratch(c, v);

	if (c->now.x == v)
		return;
	if (c->now.a == v) {
		skep_classic_put(c, BPF_MISC | BPF_TAX, 0);
	} else if (is_const(c, v, &k)) {
		skep_classic_put(c, BPF_LDX | BPF_W | BPF_IMM, k);
	} else if (slot < BPF_MEMWORDS) {
		skep_classic_put(c, BPF_LDX | BPF_W | BPF_MEM, slot);
		c->reloaded[v] = true;
	} else if (value_of(c, v)->kind == SKEP_VALUE_LEN) {
		skep_classic_put(c, BPF_LDX | BPF_W | BPF_LEN, 0);
	} else if (skep_classic_is_header_length(c->plan.g, v, &k)) {
		skep_classic_put(c, BPF_LDX | BPF_B | BPF_MSH, k);
	} else {
		skep_classic_to_a(c, v);
		skep_classic_put(c, BPF_MISC | BPF_TAX, 0);
	}
	c->now.x = v;
}

static void to_ax_through_scratch(struct skep_classic *c, skep_vid a, skep_vid b)
{
	u32 slot;

	skep_classic_to_a(c, b);
	slot = skep_classic_scratch(c);
	skep_classic_put(c, BPF_ST, slot);
	skep_classic_to_a(c, a);
	skep_classic_put(c, BPF_LDX | BPF_W | BPF_MEM, slot);
	c->now.x = b;
	c->busy &= (u16) ~(1u << slot);
}

void skep_classic_to_ax(struct skep_classic *c, skep_vid a, skep_vid b)
{
	u16 held;

	if (x_directly(c, b)) {
		held = hold(c, b);
		skep_classic_to_a(c, a);
		skep_classic_to_x(c, b);
	} else if (spares_x(c, a) || skep_classic_find_scratch(c, a) < BPF_MEMWORDS) {
		held = hold(c, a);
		skep_classic_to_x(c, b);
		skep_classic_to_a(c, a);
	} else {
		held = 0;
		to_ax_through_scratch(c, a, b);
	}
	c->busy &= (u16)~held;
}

static void load(struct skep_classic *c, const struct skep_value *v)
{
	u16 size = v->size == 1 ? BPF_B : v->size == 2 ? BPF_H : BPF_W;

	if (v->a == 0) {
		skep_classic_put(c, BPF_LD | size | BPF_ABS, v->k);
		return;
	}
	skep_classic_to_x(c, v->a);
	skep_classic_put(c, BPF_LD | size | BPF_IND, v->k);
}

static void operate_const(struct skep_classic *c, const struct skep_value *v, u32 k)
{
	bool shift = v->op == BPF_LSH || v->op == BPF_RSH;

	skep_classic_to_a(c, v->a);
	if (shift && k >= 32)
		skep_classic_put(c, BPF_LD | BPF_IMM, 0);
	else
		skep_classic_put(c, BPF_ALU | v->op | BPF_K, k);
}

static void operate(struct skep_classic *c, const struct skep_value *v)
{
	bool commutes = v->op == BPF_ADD || v->op == BPF_MUL || v->op == BPF_AND ||
			v->op == BPF_OR || v->op == BPF_XOR;
	u32 k;

	if (is_const(c, v->b, &k)) {
		operate_const(c, v, k);
	} else if (is_const(c, v->a, &k) && v->op == BPF_SUB && k == 0) {
		skep_classic_to_a(c, v->b);
		skep_classic_put(c, BPF_ALU | BPF_NEG, 0);
	} else if (commutes && (c->now.a == v->b || x_directly(c, v->a))) {
		skep_classic_to_ax(c, v->b, v->a);
		skep_classic_put(c, BPF_ALU | v->op | BPF_X, 0);
	} else {
		skep_classic_to_ax(c, v->a, v->b);
		skep_classic_put(c, BPF_ALU | v->op | BPF_X, 0);
	}
}

/* Recursion is bounded: skep_plan_init has refused deep values. */
void skep_classic_to_a(struct skep_classic *c, skep_vid v)
{
	const struct skep_value *value = value_of(c, v);
	u32 slot = skep_classic_find_scratch(c, v);

	if (c->now.a == v || c->failed)
		return;
	if (slot < BPF_MEMWORDS) {
		skep_classic_put(c, BPF_LD | BPF_W | BPF_MEM, slot);
		c->reloaded[v] = true;
		c->now.a = v;
		return;
	}
	if (c->now.x == v) {
		skep_classic_put(c, BPF_MISC | BPF_TXA, 0);
		c->now.a = v;
		return;
	}
	switch ((enum skep_value_kind)value->kind) {
	case SKEP_VALUE_CONST:
		skep_classic_put(c, BPF_LD | BPF_IMM, value->k);
		break;
	case SKEP_VALUE_LEN:
		skep_classic_put(c, BPF_LD | BPF_W | BPF_LEN, 0);
		break;
	case SKEP_VALUE_META:
		skep_classic_put(c, BPF_LD | BPF_W | BPF_ABS, SKF_AD_OFF + value->k);
		break;
	case SKEP_VALUE_LOAD:
		load(c, value);
		break;
	case SKEP_VALUE_ALU:
		operate(c, value);
		break;
	case SKEP_VALUE_CHAIN:
		skep_classic_to_x(c, value->a);
		skep_classic_chain(c, v);
		break;
	}
	keep(c, v);
}
