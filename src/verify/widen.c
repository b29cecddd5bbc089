/* SPDX-License-Identifier: BSD-2-Clause */
/* Widening: the state that a path comes back to a loop's head with, and the one that it was there
 * with the time before, become one that holds for both, and in which what still grows has grown to
 * the next number that a loop of the program compares with; after a few rounds, to the end of all
 * numbers. So few rounds are followed until a state comes that allows no more.
 *
 * The result must allow all that the current state does, and nothing else is asked of it; that it
 * allows what the earlier one did lets the rounds come to an end. */
#include "verify/widen.h"

#include <string.h>

#include "verify/rank.h"

enum {
	ROUNDS = 2,    /* followed as they are */
	STEPS = 8,     /* ... and then from bound to bound */
	PATIENCE = 64, /* after so many, there is no end */
};

struct widening {
	struct skep_walk *w;
	const struct skep_checkpoint *c; /* the time before */
	u32 rounds;			 /* how often the path was here */
};

/* ---- numbers */

/* The least bound that is not below, the greatest that is not above. */
static s64 up(const struct widening *g, s64 from)
{
	const struct skep_ranks *ranks = g->w->ranks;

	for (u32 i = 0; i < ranks->bound_count && g->rounds <= ROUNDS + STEPS; i++)
		if (ranks->bounds[i] >= from)
			return ranks->bounds[i];
	return INT64_MAX;
}

static s64 down(const struct widening *g, s64 from)
{
	const struct skep_ranks *ranks = g->w->ranks;

	for (u32 i = ranks->bound_count; i-- > 0 && g->rounds <= ROUNDS + STEPS;)
		if (ranks->bounds[i] <= from)
			return ranks->bounds[i];
	return INT64_MIN;
}

/* The same for numbers up to a highest one, from 0 on. */
static u64 up_to(const struct widening *g, u64 from, u64 max)
{
	s64 bound = from > INT64_MAX ? INT64_MAX : up(g, (s64)from);

	return bound == INT64_MAX || (u64)bound > max ? max : (u64)bound;
}

static u64 down_to(const struct widening *g, u64 from)
{
	s64 bound = from > INT64_MAX ? 0 : down(g, (s64)from);

	return bound < 0 ? 0 : (u64)bound;
}

static s64 clamp(s64 value, s64 min, s64 max)
{
	return value < min ? min : value > max ? max : value;
}

/* Bits that differ, and all above them, are not known. */
static struct skep_tnum widen_bits(struct skep_tnum t)
{
	u64 low = t.mask ? (t.mask & -t.mask) - 1 : UINT64_MAX;

	return (struct skep_tnum){t.value & low, ~low};
}

static void widen_32(const struct widening *g, struct skep_scalar *v, const struct skep_scalar *old)
{
	if (v->umin32 < old->umin32)
		v->umin32 = (u32)down_to(g, v->umin32);
	if (v->umax32 > old->umax32)
		v->umax32 = (u32)up_to(g, v->umax32, UINT32_MAX);
	if (v->smin32 < old->smin32)
		v->smin32 = (s32)clamp(down(g, v->smin32), INT32_MIN, INT32_MAX);
	if (v->smax32 > old->smax32)
		v->smax32 = (s32)clamp(up(g, v->smax32), INT32_MIN, INT32_MAX);
}

static struct skep_scalar widen(const struct widening *g, const struct skep_scalar *old,
				const struct skep_scalar *now)
{
	struct skep_scalar v = skep_scalar_join(old, now);

	if (skep_scalar_equal(&v, old))
		return v;
	if (v.umin < old->umin)
		v.umin = down_to(g, v.umin);
	if (v.umax > old->umax)
		v.umax = up_to(g, v.umax, UINT64_MAX);
	if (v.smin < old->smin)
		v.smin = down(g, v.smin);
	if (v.smax > old->smax)
		v.smax = up(g, v.smax);
	widen_32(g, &v, old);
	if (v.t.mask != old->t.mask || v.t.value != old->t.value)
		v.t = widen_bits(v.t);
	return skep_scalar_sync(&v) ? v : skep_scalar_unknown();
}

static void widen_number(const struct widening *g, const struct skep_reg *old, struct skep_reg *now)
{
	now->v = widen(g, &old->v, &now->v);
	if (!old->id)
		skep_reg_unlink(now);
}

/* ---- pointers */

static bool same_memory(const struct skep_reg *old, const struct skep_reg *now)
{
	return old->type == now->type && old->of == now->of && old->flags == now->flags &&
	       old->frame == now->frame && old->size == now->size;
}

static void widen_packet(const struct widening *g, const struct skep_reg *old, struct skep_reg *now)
{
	if (old->off != now->off || old->range < 0 || now->range < 0)
		return;
	now->range = old->range < now->range ? old->range : now->range;
	now->v = widen(g, &old->v, &now->v);
}

/* What was added is taken together as in the earlier state. */
static void widen_pointer(const struct widening *g, const struct skep_reg *old,
			  struct skep_reg *now)
{
	struct skep_scalar apart = skep_scalar_const((u64)((s64)now->off - old->off));

	if (!same_memory(old, now))
		return;
	if (skep_reg_is_packet(now)) {
		widen_packet(g, old, now);
		return;
	}
	if (now->type != SKEP_REG_STACK && now->type != SKEP_REG_MAP_VALUE &&
	    now->type != SKEP_REG_MEM)
		return;
	skep_scalar_alu(&now->v, &apart, SKEP_ALU_ADD, 64);
	now->off = old->off;
	now->v = widen(g, &old->v, &now->v);
}

static void widen_reg(const struct widening *g, const struct skep_reg *old, struct skep_reg *now,
		      bool precise)
{
	if (old->type == SKEP_REG_SCALAR && now->type == SKEP_REG_SCALAR) {
		if (precise)
			widen_number(g, old, now);
	} else if (skep_reg_is_pointer(old)) {
		widen_pointer(g, old, now);
	}
}

/* ---- stacks */

static void put_number(struct skep_slot *s, const struct skep_reg *number)
{
	bool known = !skep_scalar_is_unknown(&number->v);

	memset(s->bytes, known ? SKEP_BYTE_SPILL : SKEP_BYTE_MISC, sizeof(s->bytes));
	s->reg = known ? *number : (struct skep_reg){0};
}

static bool holds_numbers(const u8 *bytes, const struct skep_reg *spilled)
{
	for (u32 i = 0; i < 8; i++)
		if (bytes[i] >= SKEP_BYTE_DYNPTR ||
		    (bytes[i] == SKEP_BYTE_SPILL && spilled->type != SKEP_REG_SCALAR))
			return false;
	return true;
}

/* The bytes of a register that was stored in part. */
static u32 spilled_bytes(const u8 *bytes)
{
	u32 n = 0;

	while (n < 8 && bytes[n] == SKEP_BYTE_SPILL)
		n++;
	return n;
}

static void widen_parts(const struct widening *g, const struct skep_saved_slot *old,
			struct skep_slot *now)
{
	const struct skep_reg *reg = &g->c->regs[old->reg];

	if (!old->precise || !holds_numbers(old->bytes, reg) ||
	    !holds_numbers(now->bytes, &now->reg))
		return;
	if (memcmp(old->bytes, now->bytes, sizeof(old->bytes)) == 0) {
		if (!spilled_bytes(now->bytes))
			return;
		widen_number(g, reg, &now->reg);
		skep_scalar_truncate(&now->reg.v, spilled_bytes(now->bytes));
		return;
	}
	for (u32 i = 0; i < 8; i++)
		if (now->bytes[i] == SKEP_BYTE_SPILL || old->bytes[i] != now->bytes[i])
			now->bytes[i] = SKEP_BYTE_MISC;
	now->reg = (struct skep_reg){0};
}

static void widen_slot(const struct widening *g, const struct skep_saved_slot *old,
		       struct skep_slot *now)
{
	const struct skep_reg *reg = &g->c->regs[old->reg];
	bool uninit = g->w->uninit_stack;
	struct skep_reg a, b;

	if (skep_slot_number(old->bytes, reg, uninit, &a) &&
	    skep_slot_number(now->bytes, &now->reg, uninit, &b)) {
		if (!old->precise)
			return;
		widen_number(g, &a, &b);
		put_number(now, &b);
	} else if (spilled_bytes(old->bytes) == 8 && spilled_bytes(now->bytes) == 8) {
		widen_reg(g, reg, &now->reg, old->precise);
	} else {
		widen_parts(g, old, now);
	}
}

/* ---- frames */

static void widen_frame(const struct widening *g, u32 n)
{
	const struct skep_saved_frame *old = &g->c->frames[n];
	struct skep_frame *now = g->w->now->frames[n];
	const struct skep_reg *r = &g->c->regs[old->first_reg];

	for (u32 live = old->regs; live; live &= live - 1) {
		u32 reg = (u32)__builtin_ctz(live);

		widen_reg(g, r++, &now->r[reg], old->precise >> reg & 1);
	}
	for (u32 i = 0; i < old->slot_count; i++) {
		const struct skep_saved_slot *slot = &g->c->slots[old->first_slot + i];

		if (slot->number < now->slot_count)
			widen_slot(g, slot, &now->slots[slot->number]);
	}
}

/* Whether a stored state is one of the way to the current one, in the same frames. */
static bool is_before(const struct skep_walk *w, const struct skep_checkpoint *c,
		      const struct skep_view *view)
{
	if (!c->open || c->signature != view->signature || c->depth != w->now->depth)
		return false;
	for (u32 n = 0; n < c->depth; n++)
		if (c->frames[n].func != w->now->frames[n]->func ||
		    c->frames[n].call_site != w->now->frames[n]->call_site)
			return false;
	return true;
}

bool skep_widen(struct skep_walk *w, const struct skep_view *view, bool *store)
{
	struct widening g = {.w = w};

	if (!skep_rank_of(w->ranks, w->now->insn))
		return true;
	*store = true;
	for (const struct skep_checkpoint *c = *skep_visit_list(w); c; c = c->next) {
		if (!skep_visit_is_here(w, c) || !is_before(w, c, view))
			continue;
		g.c = g.c ? g.c : c;
		g.rounds++;
	}
	if (g.rounds > PATIENCE)
		return skep_refuse(w, SKEP_RULE_LOOP, "no state stands for all rounds of the loop");
	if (g.rounds < ROUNDS)
		return true;
	w->ranks->used = true;
	for (u32 n = 0; n < w->now->depth; n++)
		widen_frame(&g, n);
	return true;
}
