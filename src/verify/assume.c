/* SPDX-License-Identifier: BSD-2-Clause */
/* "What if there were a check here?": registers as they would be behind it. */
#include "verify/walk.h"

/* Only the numbers from low to high. What contradicts itself stays as it is. */
static void narrow(struct skep_scalar *v, const struct skep_assumption *a)
{
	struct skep_scalar range = skep_scalar_range(a->low, a->high), known = *v;

	if (v->umin > a->high || v->umax < a->low)
		return;
	known.umin = v->umin > a->low ? v->umin : a->low;
	known.umax = v->umax < a->high ? v->umax : a->high;
	*v = skep_scalar_sync(&known) ? known : range;
}

static void take_number(struct skep_reg *r, const struct skep_assumption *a)
{
	if (r->type == SKEP_REG_SCALAR)
		narrow(&r->v, a);
}

static void take_added(struct skep_reg *r, const struct skep_assumption *a)
{
	narrow(&r->v, a);
}

static void take_packet(struct skep_reg *r, const struct skep_assumption *a)
{
	if (skep_reg_is_packet(r) && r->range < (s32)a->high)
		r->range = (s32)a->high;
}

static void take_not_null(struct skep_reg *r, const struct skep_assumption *a)
{
	(void)a;
	if (r->flags & SKEP_REG_F_NULL)
		skep_reg_not_null(r);
}

static void (*const takes[])(struct skep_reg *r, const struct skep_assumption *a) = {
    [SKEP_ASSUME_NUMBER] = take_number,	    [SKEP_ASSUME_OFFSET] = take_number,
    [SKEP_ASSUME_ADDED] = take_added,	    [SKEP_ASSUME_PACKET] = take_packet,
    [SKEP_ASSUME_NOT_NULL] = take_not_null,
};

void skep_assume(struct skep_walk *w)
{
	for (u32 i = 0; i < w->assumption_count; i++)
		if (w->assumptions[i].insn == w->now->insn)
			takes[w->assumptions[i].kind](skep_walk_reg(w, w->assumptions[i].reg),
						      &w->assumptions[i]);
}
