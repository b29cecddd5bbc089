/* SPDX-License-Identifier: BSD-2-Clause */
/* Two flows backward over the blocks of a function, from the rows of live_effect.c: what is live,
 * and what is precise. A block is looked at again when one that follows it needs more than before,
 * so the work is bounded by blocks times the bits that each can gain. */
#include "verify/reach.h"

#include <string.h>

#include "base/diag.h"
#include "verify/slots.h"

enum { ROUNDS = 6 };

struct need {
	struct skep_slots stack;
	u16 regs;
};

typedef void step(const struct skep_live *l, struct need *n, const struct skep_effect *e);

/* ---- what an instruction makes of the need behind it */

static void live_call(const struct skep_live *l, struct need *n, const struct skep_effect *e)
{
	const struct skep_call_effect *call = &l->call_effects[e->call];

	skep_slots_remove(&n->stack, call->kill);
	skep_slots_add(&n->stack, call->read);
}

static void live_step(const struct skep_live *l, struct need *n, const struct skep_effect *e)
{
	n->regs = (u16)((n->regs & ~e->def) | e->use);
	if (e->how & SKEP_EFFECT_CALL)
		live_call(l, n, e);
	if (!e->size)
		return;
	if (e->how & SKEP_EFFECT_READS)
		skep_slots_add(&n->stack, e->how & SKEP_EFFECT_WHOLE
					      ? skep_slots_all()
					      : skep_slots_touched(e->at, e->at + e->size));
	else if (!(e->how & SKEP_EFFECT_WHOLE))
		skep_slots_remove(&n->stack, skep_slots_covered(e->at, e->at + e->size));
}

/* Values flow from what an instruction reads to what it writes, if that matters. */
static void precise_memory(const struct skep_live *l, struct need *n, const struct skep_effect *e,
			   bool result)
{
	struct skep_slots touched = e->how & SKEP_EFFECT_WHOLE
					? skep_slots_all()
					: skep_slots_touched(e->at, e->at + e->size);

	bool hit = l->kept || skep_slots_meet(n->stack, touched);

	if (hit)
		n->regs |= e->from;
	if ((e->how & SKEP_EFFECT_WRITES) && !(e->how & SKEP_EFFECT_WHOLE))
		skep_slots_remove(&n->stack, skep_slots_covered(e->at, e->at + e->size));
	if (result || (hit && (e->how & SKEP_EFFECT_UPDATES)))
		skep_slots_add(&n->stack, touched);
}

static void precise_step(const struct skep_live *l, struct need *n, const struct skep_effect *e)
{
	bool result = n->regs & e->def;

	n->regs &= (u16)~e->def;
	if (result || (e->how & SKEP_EFFECT_ALWAYS))
		n->regs |= e->from;
	if (e->size)
		precise_memory(l, n, e, result);
	if (e->how & SKEP_EFFECT_CALL) {
		skep_slots_remove(&n->stack, l->call_effects[e->call].kill);
		skep_slots_add(&n->stack, l->call_effects[e->call].precise);
	}
	n->regs |= e->gen;
	if ((e->how & SKEP_EFFECT_EXIT) && l->result_matters)
		n->regs |= 1;
}

/* ---- to the fixpoint */

struct flow {
	struct skep_live *l;
	step *step;
	struct need *before; /* each block */
};

static struct need behind(const struct flow *f, const struct skep_block *b)
{
	struct need n = {.regs = 0};

	for (u32 k = 0; k < b->next_count; k++) {
		n.regs |= f->before[b->next[k]].regs;
		skep_slots_add(&n.stack, f->before[b->next[k]].stack);
	}
	return n;
}

static bool look_at(struct flow *f, u32 block)
{
	const struct skep_block *b = &f->l->blocks[block];
	struct need n = behind(f, b);
	struct need *before = &f->before[block];

	for (u32 i = b->end; i-- > b->start;)
		f->step(f->l, &n, &f->l->effects[i]);
	if (n.regs == before->regs && skep_slots_equal(n.stack, before->stack))
		return false;
	*before = n;
	return true;
}

static void run(struct flow *f, const struct skep_live_func *func)
{
	struct skep_ring q = {.l = f->l, .room = func->end_block - func->first_block};

	for (u32 b = func->end_block; b-- > func->first_block;)
		skep_ring_push(&q, b);
	while (q.count) {
		u32 block = skep_ring_pop(&q);
		const struct skep_block *b = &f->l->blocks[block];

		if (!look_at(f, block))
			continue;
		for (u32 k = 0; k < b->pred_count; k++)
			skep_ring_push(&q, f->l->preds[b->first_pred + k]);
	}
}

static void write_down(const struct flow *f, const struct skep_live_func *func, u16 *regs,
		       u64 (*stack)[2])
{
	const struct skep_vcode *c = f->l->c;

	for (u32 block = func->first_block; block < func->end_block; block++) {
		const struct skep_block *b = &f->l->blocks[block];
		struct need n = behind(f, b);

		for (u32 i = b->end; i-- > b->start;) {
			f->step(f->l, &n, &f->l->effects[i]);
			if (c->insns[i].flags & SKEP_VI_SECOND)
				continue;
			regs[i] = n.regs;
			memcpy(stack[i], func->kept ? skep_slots_all().word : n.stack.word,
			       sizeof(stack[i]));
		}
	}
}

/* ---- */

static bool get_memory(struct skep_live *l, struct skep_arena *own)
{
	u32 calls = 0, loads = 0;

	if (!skep_live_blocks(l, own))
		return false;
	for (u32 i = 0; i < l->c->count; i++) {
		calls += l->c->insns[i].kind == SKEP_KIND_CALL;
		loads += l->c->insns[i].kind == SKEP_KIND_LOAD;
	}
	l->entry = skep_arena_array(own, l->block_count, sizeof(*l->entry));
	l->effects = skep_arena_array(own, l->c->count, sizeof(*l->effects));
	l->call_effects = skep_arena_array(own, calls, sizeof(*l->call_effects));
	l->outside_reads = skep_arena_array(own, loads, sizeof(*l->outside_reads));
	l->queue = skep_arena_array(own, l->block_count, sizeof(*l->queue));
	l->queued = skep_arena_array(own, l->block_count, sizeof(*l->queued));
	return l->entry && l->effects && l->call_effects && l->outside_reads && l->queue &&
	       l->queued;
}

static bool get_results(struct skep_vcode *c, struct skep_arena *arena)
{
	c->live_regs = skep_arena_array(arena, c->count, sizeof(*c->live_regs));
	c->live_stack = skep_arena_array(arena, c->count, sizeof(*c->live_stack));
	c->precise_regs = skep_arena_array(arena, c->count, sizeof(*c->precise_regs));
	c->precise_stack = skep_arena_array(arena, c->count, sizeof(*c->precise_stack));
	return c->live_regs && c->live_stack && c->precise_regs && c->precise_stack;
}

static void forget(struct flow *f, const struct skep_live_func *func)
{
	memset(&f->before[func->first_block], 0,
	       (func->end_block - func->first_block) * sizeof(*f->before));
}

/* Which loads from callers' stacks decide something, be it through the result. */
static void reach_precisely(const struct flow *f, struct skep_live_func *func)
{
	const struct skep_live *l = f->l;

	for (u32 block = func->first_block; block < func->end_block; block++) {
		const struct skep_block *b = &l->blocks[block];
		struct need n = behind(f, b);

		for (u32 i = b->end; i-- > b->start;) {
			const struct skep_effect *e = &l->effects[i];
			const struct skep_outside_read *read = &l->outside_reads[e->read];

			if ((e->how & SKEP_EFFECT_OUTSIDE) && (n.regs & e->def))
				skep_reach_add(&func->precise, &read->base, read->from,
					       read->from + read->size);
			f->step(l, &n, e);
		}
	}
}

/* Callees first: what is live. */
static void do_live(struct flow *live, u32 func)
{
	struct skep_live *l = live->l;
	struct skep_live_func *f = &l->funcs[func];

	skep_live_values(l, func);
	skep_live_effects(l, func);
	run(live, f);
	write_down(live, f, l->c->live_regs, l->c->live_stack);
	f->result_matters |= func ? l->c->funcs[func].is_callback : l->c->in.checks_return;
}

/* Callees first: what of its arguments and of its callers' stacks is precise. */
static void do_summary(struct flow *precise, u32 func)
{
	struct skep_live *l = precise->l;
	struct skep_live_func *f = &l->funcs[func];

	l->kept = f->kept;
	for (u32 i = 0; i < 2 && func; i++) {
		l->result_matters = i;
		run(precise, f);
		f->args[i] = precise->before[f->first_block].regs & SKEP_LIVE_ARG_REGS;
	}
	if (func)
		reach_precisely(precise, f);
	forget(precise, f);
	f->done = true;
}

/* Any of them may be the one that is called. */
static void tell_callbacks(struct skep_live *l)
{
	for (u32 i = 0; i < l->c->func_count; i++)
		if (l->c->funcs[i].is_callback)
			skep_reach_any(&l->funcs[i].outer);
}

/* What is precise in the stacks that a function has given to those it calls. */
static void tell_callee(struct skep_live *l, u32 func, u32 call)
{
	const struct skep_call_effect *e = &l->call_effects[l->effects[call].call];
	struct skep_live_func *f = &l->funcs[func], *callee;
	struct skep_slots slots;
	bool in_order = l->c->insns[call].op == SKEP_CALL_LOCAL;

	if (e->callee == SKEP_CALLEE_UNKNOWN)
		tell_callbacks(l);
	if (e->callee < 0)
		return;
	callee = &l->funcs[e->callee];
	memcpy(slots.word, l->c->precise_stack[call], sizeof(slots.word));
	for (u32 given = 0; given < SKEP_LIVE_ARGS; given++)
		for (u32 arg = 0; arg < SKEP_LIVE_ARGS; arg++) {
			if (in_order && given != arg)
				continue;
			skep_reach_back(&callee->outer, arg, &e->r[given], slots, &f->precise);
			skep_reach_back(&callee->outer, arg, &e->r[given], slots, &f->outer);
		}
}

/* Callers first: what is precise, and which results are. */
static void do_precise(struct flow *precise, u32 func)
{
	struct skep_live *l = precise->l;
	const struct skep_vcode *c = l->c;
	struct skep_live_func *f = &l->funcs[func];

	l->kept = f->kept;
	l->result_matters = f->result_matters;
	run(precise, f);
	write_down(precise, f, c->precise_regs, c->precise_stack);
	forget(precise, f);
	for (u32 i = c->funcs[func].start; i < c->funcs[func].end; i++) {
		if (!(l->effects[i].how & SKEP_EFFECT_CALL))
			continue;
		tell_callee(l, func, i);
		if (c->insns[i].op == SKEP_CALL_LOCAL && (c->precise_regs[i + 1] & 1))
			l->funcs[c->func_of[c->insns[i].target]].result_matters = true;
	}
}

/* Makes the effects once more, with what is known by now. */
static void again(struct skep_live *l)
{
	l->call_count = l->read_count = 0;
	for (u32 i = 0; i < l->c->func_count; i++)
		l->funcs[i].done = false;
}

/* Whether a function stores out of itself what may matter, by what was found meanwhile. */
static bool is_settled(struct skep_live *l)
{
	bool waits = false, grew = false;

	for (u32 i = 0; i < l->c->func_count; i++) {
		struct skep_live_func *f = &l->funcs[i];

		waits |= f->waits;
		grew |= f->precise.grew || f->outer.grew;
		f->precise.grew = f->outer.grew = false;
	}
	return !waits || !grew;
}

/* So that all of it matters, if that is not found soon. */
static void give_up(struct skep_live *l)
{
	for (u32 i = 0; i < l->c->func_count; i++)
		skep_reach_any(&l->funcs[i].outer);
}

/* Whether a function may find addresses of stacks in those that a call gives it. */
static bool call_tells(const struct skep_live *l, u32 func, u32 call)
{
	const struct skep_live_func *f = &l->funcs[func];
	const struct skep_call_effect *e = &l->call_effects[l->effects[call].call];
	struct skep_live_func *callee;
	bool finds = false;

	if (e->callee < 0)
		return false;
	callee = &l->funcs[e->callee];
	for (u32 i = 0; i < SKEP_LIVE_ARGS; i++) {
		if (e->r[i].may & SKEP_MAY_OWN)
			finds |= skep_live_stored(f) & (SKEP_MAY_OWN | SKEP_MAY_CALLER);
		if (e->r[i].may & SKEP_MAY_CALLER)
			finds |= f->finds || (f->outside & (SKEP_MAY_OWN | SKEP_MAY_CALLER));
	}
	finds &= !callee->finds;
	callee->finds |= finds;
	return finds;
}

/* Callers first: who finds addresses of stacks, by what was found meanwhile. */
static bool tell_finders(struct skep_live *l)
{
	bool more = false;

	for (u32 i = l->c->func_count; i-- > 0;) {
		const struct skep_vfunc *f = &l->c->funcs[l->order[i]];

		for (u32 slot = f->start; slot < f->end; slot++)
			if (l->effects[slot].how & SKEP_EFFECT_CALL)
				more |= call_tells(l, l->order[i], slot);
	}
	return more;
}

/* At first no function is thought to find any but callbacks, which are given whatever. */
static void do_lives(struct flow *live, struct flow *precise)
{
	struct skep_live *l = live->l;
	u32 count = l->c->func_count;

	for (u32 i = 0; i < count; i++)
		l->funcs[i].finds = l->c->funcs[i].is_callback;
	for (;;) {
		for (u32 i = 0; i < count; i++) {
			do_live(live, l->order[i]);
			do_summary(precise, l->order[i]);
		}
		if (!tell_finders(l))
			return;
		again(l);
	}
}

static void do_all(struct flow *live, struct flow *precise)
{
	struct skep_live *l = live->l;
	u32 count = l->c->func_count;

	do_lives(live, precise);
	for (u32 round = 0;; round++) {
		for (u32 i = count; i-- > 0;)
			do_precise(precise, l->order[i]);
		if (is_settled(l) || round == ROUNDS)
			return;
		if (round + 1 == ROUNDS)
			give_up(l);
		again(l);
		for (u32 i = 0; i < count; i++) {
			skep_live_effects(l, l->order[i]);
			do_summary(precise, l->order[i]);
		}
	}
}

bool skep_live_decided(struct skep_vcode *c, const u8 *decided, struct skep_arena *arena,
		       struct skep_diag *d)
{
	struct skep_arena own = {0};
	struct skep_live l = {.c = c, .decided = decided};
	struct flow live = {.l = &l, .step = live_step}, precise = {.l = &l, .step = precise_step};
	bool ok = get_memory(&l, &own) && (c->live_regs || get_results(c, arena));

	if (ok) {
		live.before = skep_arena_array(&own, l.block_count, sizeof(*live.before));
		precise.before = skep_arena_array(&own, l.block_count, sizeof(*precise.before));
	}
	ok = ok && live.before && precise.before;
	if (ok)
		do_all(&live, &precise);
	skep_arena_fini(&own);
	return ok ? true : skep_fail_nomem(d);
}

bool skep_live(struct skep_vcode *c, struct skep_arena *arena, struct skep_diag *d)
{
	return skep_live_decided(c, NULL, arena, d);
}
