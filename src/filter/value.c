/* SPDX-License-Identifier: BSD-2-Clause */
/* Values of a filter graph: made once each, found again by content. */
#include <string.h>

#include "base/alloc.h"
#include "base/array.h"
#include "filter/graph.h"

enum { FIRST_TABLE = 256 };

bool skep_graph_init(struct skep_graph *g, struct skep_arena *arena, bool optimise)
{
	static const struct skep_cond truth[] = {
	    [SKEP_COND_FALSE] = {.kind = SKEP_COND_CONST, .a = 0},
	    [SKEP_COND_TRUE] = {.kind = SKEP_COND_CONST, .a = 1},
	};

	*g = (struct skep_graph){.arena = arena, .optimise = optimise};
	g->value_table = skep_alloc(FIRST_TABLE * sizeof(*g->value_table));
	if (!g->value_table)
		goto fail;
	g->value_table_size = FIRST_TABLE;
	if (!SKEP_PUSH(&g->conds, truth[SKEP_COND_FALSE]) ||
	    !SKEP_PUSH(&g->conds, truth[SKEP_COND_TRUE]) ||
	    !SKEP_PUSH(&g->nodes, (struct skep_node){0}) || /* SKEP_NODE_REJECT */
	    !SKEP_PUSH(&g->nodes, (struct skep_node){0}))   /* SKEP_NODE_ACCEPT */
		goto fail;
	skep_value_const(g, 0);
	if (!g->failed)
		return true;
fail:
	skep_graph_fini(g);
	return false;
}

void skep_graph_fini(struct skep_graph *g)
{
	skep_free(g->values.data);
	skep_free(g->conds.data);
	skep_free(g->kids.data);
	skep_free(g->sets.data);
	skep_free(g->nodes.data);
	skep_free(g->value_table);
	*g = (struct skep_graph){0};
}

static u32 hash(const struct skep_value *v)
{
	u32 h = v->kind | (u32)v->size << 8 | (u32)v->op << 16;

	h = (h ^ v->a) * 0x9e3779b1;
	h = (h ^ h >> 15 ^ v->b) * 0x85ebca77;
	h = (h ^ h >> 13 ^ v->k) * 0xc2b2ae3d;
	return h ^ h >> 16;
}

static bool equal(const struct skep_value *v, const struct skep_value *w)
{
	return v->kind == w->kind && v->size == w->size && v->op == w->op && v->a == w->a &&
	       v->b == w->b && v->k == w->k;
}

/* The slot of the table that holds the value, or the empty one where it belongs. Slots hold
 * number + 1. */
static u32 *slot(struct skep_graph *g, const struct skep_value *v)
{
	size_t mask = g->value_table_size - 1;
	size_t i = hash(v) & mask;

	while (g->value_table[i] && !equal(&g->values.data[g->value_table[i] - 1], v))
		i = (i + 1) & mask;
	return &g->value_table[i];
}

static bool grow_table(struct skep_graph *g)
{
	size_t size = g->value_table_size * 2;
	u32 *table = skep_alloc(size * sizeof(*table));

	if (!table)
		return false;
	skep_free(g->value_table);
	g->value_table = table;
	g->value_table_size = size;
	for (u32 i = 0; i < g->values.count; i++)
		*slot(g, &g->values.data[i]) = i + 1;
	return true;
}

static skep_vid intern(struct skep_graph *g, struct skep_value v)
{
	u32 *at;

	if (g->failed)
		return 0;
	at = slot(g, &v);
	if (*at)
		return *at - 1;
	if (!SKEP_PUSH(&g->values, v)) {
		g->failed = true;
		return 0;
	}
	*at = (u32)g->values.count;
	if (g->values.count * 2 > g->value_table_size && !grow_table(g))
		g->failed = true;
	return (skep_vid)g->values.count - 1;
}

skep_vid skep_value_const(struct skep_graph *g, u32 k)
{
	return intern(g, (struct skep_value){.kind = SKEP_VALUE_CONST, .k = k});
}

skep_vid skep_value_len(struct skep_graph *g)
{
	return intern(g, (struct skep_value){.kind = SKEP_VALUE_LEN});
}

skep_vid skep_value_meta(struct skep_graph *g, u32 ad)
{
	return intern(g, (struct skep_value){.kind = SKEP_VALUE_META, .k = ad});
}

/* A constant base is part of the offset, unless the sum would wrap: then the load fails anyway, and
 * the two are kept apart so that it does. */
/* No packet is as long: a load from behind it fails as one from there does, and a place with a size
 * stays a positive number of 32 bits, which an emitter can add. */
enum { FARTHEST = 0x7ffffff0 };

skep_vid skep_value_load(struct skep_graph *g, u8 size, skep_vid base, u32 offset)
{
	const struct skep_value *b = &g->values.data[base];
	u32 sum;

	if (b->kind == SKEP_VALUE_CONST && !__builtin_add_overflow(b->k, offset, &sum)) {
		base = 0;
		offset = sum;
	}
	if (offset > FARTHEST)
		offset = FARTHEST;
	return intern(
	    g, (struct skep_value){.kind = SKEP_VALUE_LOAD, .size = size, .a = base, .k = offset});
}

bool skep_alu_fold(u8 op, u32 a, u32 b, u32 *result)
{
	switch (op) {
	case BPF_ADD:
		*result = a + b;
		return true;
	case BPF_SUB:
		*result = a - b;
		return true;
	case BPF_MUL:
		*result = a * b;
		return true;
	case BPF_DIV:
		*result = b ? a / b : 0;
		return b != 0;
	case BPF_MOD:
		*result = b ? a % b : 0;
		return b != 0;
	case BPF_OR:
		*result = a | b;
		return true;
	case BPF_AND:
		*result = a & b;
		return true;
	case BPF_XOR:
		*result = a ^ b;
		return true;
	case BPF_LSH:
		*result = b < 32 ? a << b : 0;
		return true;
	case BPF_RSH:
		*result = b < 32 ? a >> b : 0;
		return true;
	}
	return false;
}

skep_vid skep_value_alu(struct skep_graph *g, u8 op, skep_vid a, skep_vid b)
{
	const struct skep_value *x = &g->values.data[a], *y = &g->values.data[b];
	u32 k;

	if (x->kind == SKEP_VALUE_CONST && y->kind == SKEP_VALUE_CONST &&
	    skep_alu_fold(op, x->k, y->k, &k))
		return skep_value_const(g, k);
	return intern(g, (struct skep_value){.kind = SKEP_VALUE_ALU, .op = op, .a = a, .b = b});
}

skep_vid skep_value_chain(struct skep_graph *g, u32 start, skep_vid base, u32 proto)
{
	return intern(g, (struct skep_value){.kind = SKEP_VALUE_CHAIN,
					     .a = base,
					     .b = skep_value_const(g, proto),
					     .k = start});
}
