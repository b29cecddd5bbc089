/* SPDX-License-Identifier: BSD-2-Clause */
/* Whether counters of loops count: each head's counter over all states that come there (rank.h).
 *
 * Why that is enough: paths that are not followed go on in states that are. Should the program run
 * for ever, the outermost function that never ends is for ever in one loop, and in the innermost of
 * the loops that rank.c has split it into whose head is passed again and again. There the counter
 * is added to between any two visits, and to no end, although it stays in its range. */
#include "verify/rank.h"
#include "verify/visit.h"

/* Where a frame is: the instruction to be done, or the call that it waits in. */
static u32 place_of(const struct skep_vstate *s, const struct skep_frame *f)
{
	return f->number + 1u == s->depth ? s->insn : s->frames[f->number + 1]->call_site;
}

bool skep_loops_end(const struct skep_walk *w)
{
	const struct skep_vstate *s = w->now;

	if (!w->ranks)
		return false;
	for (u32 n = 0; n < s->depth; n++)
		if (!w->ranks->ranked[w->code.scc[place_of(s, s->frames[n])]])
			return false;
	return true;
}

/* The head has no counter left. */
static bool give_up(struct skep_walk *w, const struct skep_rank *rank)
{
	for (u32 i = 0; i < rank->count; i++)
		if (!rank->counters[i].dead)
			return true;
	w->ranks->ranked[w->code.scc[rank->head]] = false;
	if (!w->ranks->used)
		return true;
	return skep_refuse(w, SKEP_RULE_LOOP,
			   "the loop at instruction %u has no counter that ends it", rank->head);
}

/* ---- what a counter holds */

struct range {
	u64 umin, umax;
	s64 smin, smax;
};

static struct range range_of(const struct skep_scalar *v, u8 bits)
{
	if (bits == 32)
		return (struct range){v->umin32, v->umax32, v->smin32, v->smax32};
	return (struct range){v->umin, v->umax, v->smin, v->smax};
}

/* Pointers stay far from where addresses wrap. */
static bool reg_range(const struct skep_walk *w, const struct skep_counter *c, struct range *range)
{
	const struct skep_reg *r = skep_walk_reg(w, c->reg);

	*range = range_of(&r->v, c->bits);
	if (r->type == SKEP_REG_SCALAR)
		return w->code.precise_regs[w->now->insn] >> c->reg & 1;
	if ((r->type != SKEP_REG_STACK && r->type != SKEP_REG_MAP_VALUE) || c->bits != 64)
		return false;
	range->smin += r->off;
	range->smax += r->off;
	range->umin = 0;
	range->umax = UINT64_MAX;
	return r->v.smin > -SKEP_MAX_OFFSET && r->v.smax < SKEP_MAX_OFFSET;
}

static bool slot_range(const struct skep_walk *w, const struct skep_counter *c, struct range *range)
{
	const struct skep_frame *f = skep_walk_frame(w);
	const struct skep_slot *s = &f->slots[c->slot];
	u32 bytes = c->bits / 8, spilled = 0, zeros = 0;
	u8 halves = skep_view_halves(w->code.precise_stack[w->now->insn], c->slot);

	if (c->slot >= f->slot_count || !(halves & 2) || (c->bits == 64 && halves != 3))
		return false;
	for (u32 i = 0; i < bytes; i++) {
		spilled += s->bytes[i] == SKEP_BYTE_SPILL;
		zeros += s->bytes[i] == SKEP_BYTE_ZERO;
	}
	*range = (struct range){0};
	if (zeros == bytes)
		return true;
	*range = range_of(&s->reg.v, c->bits);
	return spilled == bytes && s->reg.type == SKEP_REG_SCALAR;
}

static void widen_range(struct skep_counter *c, const struct range *range)
{
	bool first = !c->seen;

	c->umin = first || range->umin < c->umin ? range->umin : c->umin;
	c->umax = first || range->umax > c->umax ? range->umax : c->umax;
	c->smin = first || range->smin < c->smin ? range->smin : c->smin;
	c->smax = first || range->smax > c->smax ? range->smax : c->smax;
	c->seen = true;
}

/* No round leads out of the numbers that there are, and there are few enough. */
static bool unsigned_ends(const struct skep_counter *c)
{
	u64 max = c->bits == 32 ? UINT32_MAX : UINT64_MAX;

	return (c->down ? c->umin >= c->most : c->umax <= max - c->most) &&
	       (c->umax - c->umin) / c->step < SKEP_RANK_ROUNDS;
}

static bool signed_ends(const struct skep_counter *c)
{
	s64 max = c->bits == 32 ? INT32_MAX : INT64_MAX;

	return (c->down ? c->smin >= -max + c->most : c->smax <= max - c->most) &&
	       ((u64)c->smax - (u64)c->smin) / c->step < SKEP_RANK_ROUNDS;
}

static void look_at(const struct skep_walk *w, struct skep_counter *c)
{
	struct range range;

	if (c->dead)
		return;
	c->dead = !(c->reg == SKEP_RANK_SLOT ? slot_range : reg_range)(w, c, &range);
	if (c->dead)
		return;
	widen_range(c, &range);
	c->dead = !unsigned_ends(c) && !signed_ends(c);
}

bool skep_loop_head(struct skep_walk *w)
{
	struct skep_rank *rank = w->ranks ? skep_rank_of(w->ranks, w->now->insn) : NULL;

	if (!rank || !w->ranks->ranked[w->code.scc[rank->head]])
		return true;
	for (u32 i = 0; i < rank->count; i++)
		look_at(w, &rank->counters[i]);
	return give_up(w, rank);
}

/* ---- what is written over a counter */

static bool is_inside(const struct skep_ranks *ranks, u32 slot, u32 loop)
{
	u32 at = ranks->loop[slot];

	while (at && at != loop)
		at = ranks->outer[at];
	return at;
}

/* The instruction is one that rank_round.c has looked at. */
static bool is_direct(const struct skep_walk *w, const struct skep_frame *f)
{
	const struct skep_vinsn *i = skep_walk_insn(w);

	return f->number + 1u == w->now->depth && i->kind == SKEP_KIND_STORE && i->dst == 10;
}

static u64 slots_between(s32 low, s32 high)
{
	u64 slots = 0;

	for (s32 off = low; off < high; off++)
		slots |= 1ull << (u32)(-off - 1) / 8;
	return slots;
}

bool skep_loop_write(struct skep_walk *w, const struct skep_frame *f, s32 low, s32 high)
{
	u32 place = place_of(w->now, f);
	u64 slots;

	if (!w->ranks || !w->ranks->loop[place] || is_direct(w, f))
		return true;
	slots = slots_between(low, high);
	for (u32 i = 0; i < w->ranks->count; i++) {
		struct skep_rank *rank = &w->ranks->list[i];

		if (!is_inside(w->ranks, place, rank->loop))
			continue;
		for (u32 k = 0; k < rank->count; k++)
			rank->counters[k].dead |= (rank->counters[k].carriers & slots) != 0;
		if (w->ranks->ranked[w->code.scc[rank->head]] && !give_up(w, rank))
			return false;
	}
	return true;
}
