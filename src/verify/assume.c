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

static void take_number(struct skep_walk *w, struct skep_reg *r, const struct skep_assumption *a)
{
	(void)w;
	if (r->type == SKEP_REG_SCALAR)
		narrow(&r->v, a);
}

static void take_added(struct skep_walk *w, struct skep_reg *r, const struct skep_assumption *a)
{
	(void)w;
	narrow(&r->v, a);
}

/* A check of a pointer is one of its copies, too. */
static void prove_copy(struct skep_reg *r, void *data)
{
	const struct skep_reg *p = data;

	if (r->type == p->type && r->id == p->id && r->range < p->range)
		r->range = p->range;
}

static void take_packet(struct skep_walk *w, struct skep_reg *r, const struct skep_assumption *a)
{
	struct skep_reg p = *r;

	p.range = (s32)a->high;
	if (skep_reg_is_packet(r))
		skep_state_each(w->now, prove_copy, &p);
}

static void not_null_copy(struct skep_reg *r, void *data)
{
	if (r->flags & SKEP_REG_F_NULL && r->id == *(const u32 *)data)
		skep_reg_not_null(r);
}

static void take_not_null(struct skep_walk *w, struct skep_reg *r, const struct skep_assumption *a)
{
	u32 id = r->id;

	(void)a;
	if (r->flags & SKEP_REG_F_NULL)
		skep_state_each(w->now, not_null_copy, &id);
}

static void (*const takes[])(struct skep_walk *w, struct skep_reg *r,
			     const struct skep_assumption *a) = {
    [SKEP_ASSUME_NUMBER] = take_number,	    [SKEP_ASSUME_OFFSET] = take_number,
    [SKEP_ASSUME_ADDED] = take_added,	    [SKEP_ASSUME_PACKET] = take_packet,
    [SKEP_ASSUME_NOT_NULL] = take_not_null, [SKEP_ASSUME_TOLD] = NULL,
};

bool skep_assume_told(const struct skep_walk *w, u32 insn)
{
	for (u32 i = 0; i < w->assumption_count; i++)
		if (w->assumptions[i].insn == insn && w->assumptions[i].kind == SKEP_ASSUME_TOLD)
			return true;
	return false;
}

void skep_assume(struct skep_walk *w)
{
	for (u32 i = 0; i < w->assumption_count; i++) {
		const struct skep_assumption *a = &w->assumptions[i];

		if (a->insn == w->now->insn && takes[a->kind])
			takes[a->kind](w, skep_walk_reg(w, a->reg), a);
	}
}
