/* SPDX-License-Identifier: BSD-2-Clause */
#include "verify/undecided.h"

#include <string.h>

#include "verify/live.h"
#include "verify/visit.h"

enum {
	SLOTS_FROM = SKEP_REGISTERS,	  /* of a frame's places, behind its registers */
	PLACES = SLOTS_FROM + SKEP_SLOTS, /* of a frame */
	ROOM = SKEP_CALL_FRAMES * PLACES,
};

struct round {
	struct skep_walk *w;
	const struct skep_checkpoint *before;
	u32 count;
	u16 place[ROOM];
};

struct skep_undecided *skep_undecided_new(const struct skep_vcode *code, struct skep_arena *arena)
{
	struct skep_undecided *u = skep_arena_alloc(arena, sizeof(*u));

	if (!u)
		return NULL;
	*u = (struct skep_undecided){.code = *code, .stale = true};
	u->code.live_regs = NULL; /* it has results of its own */
	u->decided = skep_arena_array(arena, code->count, sizeof(*u->decided));
	return u->decided ? u : NULL;
}

static bool refresh(struct skep_walk *w)
{
	struct skep_undecided *u = w->undecided;

	if (!u->stale)
		return true;
	u->stale = false;
	return skep_live_decided(&u->code, u->decided, &w->arena, w->d);
}

/* ---- a round before */

static bool same_calls(const struct skep_vstate *now, const struct skep_checkpoint *c)
{
	if (c->depth != now->depth)
		return false;
	for (u32 n = 0; n < c->depth; n++)
		if (c->frames[n].func != now->frames[n]->func ||
		    c->frames[n].call_site != now->frames[n]->call_site)
			return false;
	return true;
}

/* The newest state on the way here, but for the one that was stored just now. */
static const struct skep_checkpoint *round_before(const struct skep_walk *w)
{
	for (const struct skep_checkpoint *c = *skep_visit_list(w); c; c = c->next)
		if (c != w->now->parent && c->open && skep_visit_is_here(w, c) &&
		    same_calls(w->now, c))
			return c;
	return NULL;
}

/* ---- what is to be forgotten */

static struct skep_vneed need_of(const struct skep_walk *w, u32 n)
{
	const struct skep_vcode *c = &w->undecided->code;

	if (n + 1 < w->now->depth)
		return skep_vcode_waiting(c, w->now->frames[n + 1]->call_site);
	return (struct skep_vneed){.precise_regs = c->precise_regs[w->now->insn],
				   .precise_stack = c->precise_stack[w->now->insn]};
}

static bool changed(const struct skep_reg *old, const struct skep_reg *now)
{
	return old->type == SKEP_REG_SCALAR && now->type == SKEP_REG_SCALAR &&
	       !skep_scalar_equal(&old->v, &now->v);
}

static void add(struct round *r, u32 n, u32 place)
{
	r->place[r->count++] = (u16)(n * PLACES + place);
}

static void look_at_slot(struct round *r, u32 n, const struct skep_saved_slot *old)
{
	const struct skep_frame *f = r->w->now->frames[n];
	struct skep_reg a, b;

	if (!old->precise || old->number >= f->slot_count ||
	    !skep_slot_number(old->bytes, &r->before->regs[old->reg], false, &a) ||
	    !skep_slot_number(f->slots[old->number].bytes, &f->slots[old->number].reg, false, &b))
		return;
	if (changed(&a, &b))
		add(r, n, SLOTS_FROM + old->number);
}

static void look_at_frame(struct round *r, u32 n)
{
	const struct skep_saved_frame *old = &r->before->frames[n];
	const struct skep_frame *now = r->w->now->frames[n];
	const struct skep_reg *reg = &r->before->regs[old->first_reg];
	struct skep_vneed need = need_of(r->w, n);

	for (u32 live = old->regs; live; live &= live - 1, reg++) {
		u32 number = (u32)__builtin_ctz(live);

		if ((old->precise & ~need.precise_regs) >> number & 1 &&
		    changed(reg, &now->r[number]))
			add(r, n, number);
	}
	for (u32 i = 0; i < old->slot_count; i++) {
		const struct skep_saved_slot *slot = &r->before->slots[old->first_slot + i];

		if (!skep_view_halves(need.precise_stack, slot->number))
			look_at_slot(r, n, slot);
	}
}

/* ---- forgetting */

static void forget(struct skep_vstate *s, u16 place)
{
	struct skep_frame *f = s->frames[place / PLACES];
	u32 at = place % PLACES;

	if (at < SLOTS_FROM) {
		f->r[at] = skep_reg_scalar();
		return;
	}
	memset(f->slots[at - SLOTS_FROM].bytes, SKEP_BYTE_MISC, sizeof(f->slots[0].bytes));
	f->slots[at - SLOTS_FROM].reg = (struct skep_reg){0};
}

static bool forget_all(struct round *r, struct skep_vstate *on)
{
	size_t bytes = r->count * sizeof(r->place[0]);
	struct skep_forgotten *forgotten;

	if (!r->count)
		return true;
	forgotten = skep_arena_alloc(&r->w->arena, sizeof(*forgotten) + bytes);
	if (!forgotten)
		return skep_fail_nomem(r->w->d);
	forgotten->count = r->count;
	memcpy(forgotten->place, r->place, bytes);
	for (u32 i = 0; i < r->count; i++)
		forget(on, r->place[i]);
	return skep_path_forgot(r->w, on, forgotten);
}

/* The path is followed once more: what was forgotten then is now. */
static void forget_again(const struct skep_walk *w, struct skep_vstate *on)
{
	const struct skep_step *wanted = w->replay[w->replay_at];

	for (u32 i = 0; wanted && wanted->forgot && i < wanted->forgot->count; i++)
		forget(on, wanted->forgot->place[i]);
}

bool skep_undecided_forget(struct skep_walk *w, struct skep_vstate *on)
{
	struct round r = {.w = w};

	if (w->replay) {
		forget_again(w, on);
		return true;
	}
	r.before = round_before(w);
	if (!r.before)
		return true;
	if (!refresh(w))
		return false;
	for (u32 n = 0; n < w->now->depth; n++)
		look_at_frame(&r, n);
	return forget_all(&r, on);
}
