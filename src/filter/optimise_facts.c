/* SPDX-License-Identifier: BSD-2-Clause */
/* What is known at one point of the graph, on the way down the tree of dominators: of each value
 * the numbers and the bits that it can have, whether it has been evaluated (so that it cannot fail
 * any more), how far behind it was loaded; and the outcome of every test made. A log of what was
 * overwritten leads back. */
#include "base/alloc.h"
#include "base/array.h"
#include "filter/optimise_pass.h"

enum { DEEPEST = 6 }; /* operands of operands are looked at so far */

struct known {
	u32 lo, hi;
	u32 mask, bits; /* the bits of `mask` are as in `bits` */
	u32 extent;	/* bytes from this value on that were loaded */
	bool evaluated;
};

/* An outcome; `kind` is 0 in an empty slot. */
struct outcome {
	u8 kind, cmp;
	bool yes;
	u32 a, b;
};

struct change {
	u32 index; /* of a value, or of a slot of the table */
	bool in_table;
	struct known was;
};

struct skep_facts {
	const struct skep_optimise *o;
	struct known *values;  /* in the arena */
	struct outcome *tests; /* open addressing, in the arena; never more than half full */
	u32 size;
	struct {
		struct change *data;
		size_t count, room;
	} log; /* owned */
};

struct skep_facts *skep_facts_new(struct skep_optimise *o)
{
	struct skep_facts *f = skep_arena_alloc(o->arena, sizeof(*f));
	size_t values = o->g->values.count;

	if (!f)
		return NULL;
	f->o = o;
	for (f->size = 64; f->size < 2 * o->order.count;)
		f->size *= 2;
	f->values = skep_arena_array(o->arena, values, sizeof(*f->values));
	f->tests = skep_arena_array(o->arena, f->size, sizeof(*f->tests));
	if (!f->values || !f->tests)
		return NULL;
	for (size_t i = 0; i < values; i++)
		f->values[i].hi = o->max[i];
	return f;
}

void skep_facts_free(struct skep_facts *f)
{
	if (f)
		skep_free(f->log.data);
}

size_t skep_facts_mark(const struct skep_facts *f)
{
	return f->log.count;
}

void skep_facts_return(struct skep_facts *f, size_t mark)
{
	while (f->log.count > mark) {
		const struct change *c = &f->log.data[--f->log.count];

		if (c->in_table)
			f->tests[c->index].kind = 0;
		else
			f->values[c->index] = c->was;
	}
}

/* Without the log entry a fact could not be taken back, so it is not learned. */
static void learn(struct skep_facts *f, skep_vid v, struct known now)
{
	if (SKEP_PUSH(&f->log, ((struct change){.index = v, .was = f->values[v]})))
		f->values[v] = now;
	else
		f->o->g->failed = true;
}

/* --- outcomes -------------------------------------------------------------------------------- */

static u32 find(const struct skep_facts *f, const struct skep_node *n)
{
	u32 h = (n->a * 0x9e3779b1u) ^ (n->b * 0x85ebca77u) ^ (n->cmp * 0xc2b2ae3du) ^ n->kind;
	u32 i = (h ^ h >> 15) & (f->size - 1);

	while (f->tests[i].kind && (f->tests[i].kind != n->kind || f->tests[i].cmp != n->cmp ||
				    f->tests[i].a != n->a || f->tests[i].b != n->b))
		i = (i + 1) & (f->size - 1);
	return i;
}

static void note(struct skep_facts *f, const struct skep_node *n, bool yes)
{
	u32 i = find(f, n);

	if (f->tests[i].kind)
		return;
	if (!SKEP_PUSH(&f->log, ((struct change){.index = i, .in_table = true}))) {
		f->o->g->failed = true;
		return;
	}
	f->tests[i] =
	    (struct outcome){.kind = n->kind, .cmp = n->cmp, .yes = yes, .a = n->a, .b = n->b};
}

/* --- values ---------------------------------------------------------------------------------- */

static struct known exactly(u32 k)
{
	return (struct known){.lo = k, .hi = k, .mask = UINT32_MAX, .bits = k};
}

/* Lets bits and bounds learn from one another. */
static struct known settled(struct known x)
{
	if (x.bits > x.lo)
		x.lo = x.bits;
	if ((x.bits | ~x.mask) < x.hi)
		x.hi = x.bits | ~x.mask;
	if (x.lo == x.hi) {
		x.mask = UINT32_MAX;
		x.bits = x.lo;
	}
	return x;
}

static struct known know(const struct skep_facts *f, skep_vid v, u32 depth)
{
	const struct skep_value *value = &f->o->g->values.data[v];
	struct known x = f->values[v], a, b;
	u32 k;

	if (value->kind == SKEP_VALUE_CONST)
		return exactly(value->k);
	if (value->kind != SKEP_VALUE_ALU || depth == DEEPEST)
		return settled(x);
	a = know(f, value->a, depth + 1);
	b = know(f, value->b, depth + 1);
	if (a.lo == a.hi && b.lo == b.hi && skep_alu_fold(value->op, a.lo, b.lo, &k))
		return exactly(k);
	if (value->op == BPF_AND && b.lo == b.hi) {
		x.mask |= a.mask | ~b.lo;
		x.bits |= a.bits & b.lo;
		if (a.hi < x.hi)
			x.hi = a.hi;
	}
	return settled(x);
}

static bool cannot_fail(const struct skep_facts *f, skep_vid v, u32 depth)
{
	const struct skep_value *value = &f->o->g->values.data[v];

	if (f->values[v].evaluated || (f->o->fixed[v] && f->o->reach[v] <= f->values[0].extent))
		return true;
	if (depth == DEEPEST)
		return false;
	if (value->kind == SKEP_VALUE_LOAD)
		return value->a != 0 && f->values[value->a].extent >= value->k + value->size &&
		       cannot_fail(f, value->a, depth + 1);
	if (value->kind != SKEP_VALUE_ALU || !cannot_fail(f, value->a, depth + 1) ||
	    !cannot_fail(f, value->b, depth + 1))
		return false;
	return (value->op != BPF_DIV && value->op != BPF_MOD) ||
	       know(f, value->b, depth + 1).lo > 0;
}

static void extend(struct skep_facts *f, skep_vid base, u32 extent)
{
	struct known x = f->values[base];

	if (x.extent >= extent)
		return;
	x.extent = extent;
	learn(f, base, x);
}

/* Each value is passed once on the way down; operands are passed as deep as is worth it. */
static void evaluated(struct skep_facts *f, skep_vid v, u32 depth)
{
	const struct skep_value *value = &f->o->g->values.data[v];
	struct known x = f->values[v];

	if (x.evaluated || value->kind < SKEP_VALUE_LOAD)
		return;
	x.evaluated = true;
	learn(f, v, x);
	extend(f, 0, f->o->reach[v]);
	if (depth == DEEPEST)
		return;
	evaluated(f, value->a, depth + 1);
	if (value->kind == SKEP_VALUE_LOAD)
		extend(f, value->a, value->k + value->size);
	else
		evaluated(f, value->b, depth + 1);
}

void skep_facts_evaluated(struct skep_facts *f, const struct skep_node *n)
{
	evaluated(f, n->a, 0);
	if (n->kind == SKEP_COND_TEST)
		evaluated(f, n->b, 0);
}

/* --- what a test says ------------------------------------------------------------------------ */

static void narrow(struct skep_facts *f, skep_vid v, u32 lo, u32 hi)
{
	struct known x = f->values[v];

	if (lo <= x.lo && hi >= x.hi)
		return;
	x.lo = lo > x.lo ? lo : x.lo;
	x.hi = hi < x.hi ? hi : x.hi;
	learn(f, v, x);
}

/* Also bits of what v is a part of. */
static void know_bits(struct skep_facts *f, skep_vid v, u32 mask, u32 bits)
{
	const struct skep_value *value = &f->o->g->values.data[v];
	struct known x = f->values[v];

	x.bits |= bits & mask & ~x.mask;
	x.mask |= mask;
	learn(f, v, x);
	if (value->kind != SKEP_VALUE_ALU || value->op != BPF_AND)
		return;
	if (f->o->g->values.data[value->b].kind != SKEP_VALUE_CONST)
		return;
	mask &= f->o->g->values.data[value->b].k;
	x = f->values[value->a];
	x.bits |= bits & mask & ~x.mask;
	x.mask |= mask;
	learn(f, value->a, x);
}

static void learn_number(struct skep_facts *f, const struct skep_node *n, u32 k, bool yes)
{
	const struct known *x = &f->values[n->a];

	switch ((enum skep_cmp)n->cmp) {
	case SKEP_CMP_EQ:
		if (yes) {
			know_bits(f, n->a, UINT32_MAX, k);
			narrow(f, n->a, k, k);
		} else if (k == x->lo && k < UINT32_MAX) {
			narrow(f, n->a, k + 1, UINT32_MAX);
		} else if (k == x->hi && k > 0) {
			narrow(f, n->a, 0, k - 1);
		}
		break;
	case SKEP_CMP_GT:
		if (!yes)
			narrow(f, n->a, 0, k);
		else if (k < UINT32_MAX)
			narrow(f, n->a, k + 1, UINT32_MAX);
		break;
	case SKEP_CMP_GE:
		if (yes)
			narrow(f, n->a, k, UINT32_MAX);
		else if (k > 0)
			narrow(f, n->a, 0, k - 1);
		break;
	case SKEP_CMP_SET:
		if (!yes)
			know_bits(f, n->a, k, 0);
		else if ((k & (k - 1)) == 0)
			know_bits(f, n->a, k, k);
		break;
	}
}

void skep_facts_outcome(struct skep_facts *f, const struct skep_node *n, bool yes)
{
	const struct skep_graph *g = f->o->g;

	if (n->kind == SKEP_COND_NEED)
		return;
	note(f, n, yes);
	if (n->kind == SKEP_COND_TEST && g->values.data[n->b].kind == SKEP_VALUE_CONST)
		learn_number(f, n, g->values.data[n->b].k, yes);
	if (n->kind == SKEP_COND_IN && yes && g->sets.data[n->b].count > 0) {
		const struct skep_set *s = &g->sets.data[n->b];

		narrow(f, n->a, s->ranges[0].lo, s->ranges[s->count - 1].hi);
	}
}

/* --- deciding -------------------------------------------------------------------------------- */

static enum skep_truth truth(bool yes)
{
	return yes ? SKEP_TRUE : SKEP_FALSE;
}

static enum skep_truth by_bits(const struct known *x, enum skep_cmp cmp, u32 k)
{
	if (cmp == SKEP_CMP_EQ && (k & x->mask) != x->bits)
		return SKEP_FALSE;
	if (cmp == SKEP_CMP_SET && (k & x->bits))
		return SKEP_TRUE;
	if (cmp == SKEP_CMP_SET && (k & ~x->mask) == 0)
		return SKEP_FALSE;
	return SKEP_UNKNOWN;
}

/* The first range that does not end below x.lo decides, if x lies in it or before it. */
static enum skep_truth in_set(const struct known *x, const struct skep_set *s)
{
	u32 low = 0, high = s->count;

	while (low < high) {
		u32 middle = low + (high - low) / 2;

		if (s->ranges[middle].hi < x->lo)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == s->count || s->ranges[low].lo > x->hi)
		return SKEP_FALSE;
	if (s->ranges[low].lo <= x->lo && s->ranges[low].hi >= x->hi)
		return SKEP_TRUE;
	return SKEP_UNKNOWN;
}

static enum skep_truth compare(const struct known *x, const struct known *y, enum skep_cmp cmp)
{
	enum skep_truth t = SKEP_UNKNOWN;

	if (y->lo == y->hi) {
		t = skep_optimise_range(cmp, x->lo, x->hi, y->lo);
		return t == SKEP_UNKNOWN ? by_bits(x, cmp, y->lo) : t;
	}
	if (cmp == SKEP_CMP_SET)
		return t;
	if (x->lo > y->hi)
		return truth(cmp != SKEP_CMP_EQ);
	return x->hi < y->lo ? SKEP_FALSE : t;
}

enum skep_truth skep_facts_decide(const struct skep_facts *f, const struct skep_node *n)
{
	enum skep_truth t;
	struct known x, y;
	u32 i;

	if (!cannot_fail(f, n->a, 0) || (n->kind == SKEP_COND_TEST && !cannot_fail(f, n->b, 0)))
		return SKEP_UNKNOWN;
	if (n->kind == SKEP_COND_NEED)
		return SKEP_TRUE;
	i = find(f, n);
	if (f->tests[i].kind)
		return truth(f->tests[i].yes);
	x = know(f, n->a, 0);
	if (n->kind == SKEP_COND_IN)
		return in_set(&x, &f->o->g->sets.data[n->b]);
	y = know(f, n->b, 0);
	t = compare(&x, &y, n->cmp);
	return t;
}
