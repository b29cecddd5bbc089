/* SPDX-License-Identifier: BSD-2-Clause */
/* A set as a tree of comparisons.
 *
 * Ranges are halved by `x >= lo of the right half` until few are left, which are tried one after
 * the other: a number by ==, a range by its two ends. The bounds that are known on the way down are
 * carried along, and an end that they prove is not asked for again. */
#include "base/array.h"
#include "filter/plan.h"

/* So many comparisons one after the other are no worse than one more halving. */
enum { LEAF_COST = 4 };

struct tree {
	struct skep_plan *p;
	const struct skep_range *ranges;
	skep_vid value;
	skep_nid yes, no;
};

/* SKEP_NODE_REJECT with p->failed if memory ran out. */
static skep_nid add(struct skep_plan *p, struct skep_step step)
{
	if (!p->failed && SKEP_PUSH(&p->steps, step))
		return (skep_nid)p->steps.count - 1;
	p->failed = true;
	return SKEP_NODE_REJECT;
}

static skep_nid test(const struct tree *t, enum skep_cmp cmp, u32 k, skep_nid yes, skep_nid no)
{
	struct skep_step s = {.kind = SKEP_COND_TEST,
			      .cmp = (u8)cmp,
			      .imm = true,
			      .a = t->value,
			      .b = k,
			      .yes = yes,
			      .no = no};

	return yes == no ? yes : add(t->p, s);
}

/* Of a range, given that the value lies within `known`. */
static skep_nid one(const struct tree *t, struct skep_range r, struct skep_range known,
		    skep_nid otherwise)
{
	skep_nid below;

	if (r.lo <= known.lo && r.hi >= known.hi)
		return t->yes;
	if (r.lo == r.hi)
		return test(t, SKEP_CMP_EQ, r.lo, t->yes, otherwise);
	below = r.hi >= known.hi ? t->yes : test(t, SKEP_CMP_GT, r.hi, otherwise, t->yes);
	if (r.lo <= known.lo)
		return below;
	return test(t, SKEP_CMP_GE, r.lo, below, otherwise);
}

static u32 cost(const struct skep_range *ranges, u32 count)
{
	u32 sum = 0;

	for (u32 i = 0; i < count && sum <= LEAF_COST; i++)
		sum += ranges[i].lo == ranges[i].hi ? 1 : 2;
	return sum;
}

/* ranges[first .. first + count), all within `known`. The depth is the logarithm of the count. */
static skep_nid tree(const struct tree *t, u32 first, u32 count, struct skep_range known)
{
	const struct skep_range *r = t->ranges + first;
	struct skep_range left = known, right = known;
	skep_nid at = t->no, low, high;
	u32 half = count / 2;

	if (cost(r, count) <= LEAF_COST || count == 1) {
		for (u32 i = count; i-- > 0;)
			at = one(t, r[i], known, at);
		return at;
	}
	left.hi = r[half].lo - 1;
	right.lo = r[half].lo;
	low = tree(t, first, half, left);
	high = tree(t, first + half, count - half, right);
	return test(t, SKEP_CMP_GE, r[half].lo, high, low);
}

skep_nid skep_plan_expand(struct skep_plan *p, const struct skep_step *in)
{
	const struct skep_set *set = &p->g->sets.data[in->b];
	struct tree t = {
	    .p = p, .ranges = set->ranges, .value = in->a, .yes = in->yes, .no = in->no};
	struct skep_step need = {.kind = SKEP_COND_NEED, .a = in->a, .yes = in->no, .no = in->no};
	skep_nid root = in->no;

	if (in->yes != in->no)
		root = tree(&t, 0, set->count, (struct skep_range){0, UINT32_MAX});
	/* Decided without a look at the value, which may fail all the same. */
	if (root == in->yes || root == in->no) {
		need.yes = need.no = root;
		root = add(p, need);
	}
	return root;
}
