/* SPDX-License-Identifier: BSD-2-Clause */
/* Forward over a loop's blocks, from the head until nothing changes: each register and stack slot
 * holds what some place held at the head and a number from a range, or nothing is known of it. What
 * is stored by other ways than r10 + a constant is not seen here: ends.c looks at it when it
 * happens. */
#include "verify/rank_round.h"

#include <string.h>

#include "verify/live.h"

enum {
	FAR = 1 << 20, /* more is not followed */
	TIMES = 4,     /* how often a block is looked at before what still changes is given up */
	SLOTS = SKEP_STACK_FRAME / 8,
	PLACES = 10 + SLOTS, /* r0 to r9, then the slots, from r10 down */
};

enum flag {
	NARROW = 1 << 0,  /* of the low 32 bits alone */
	SHIFTED = 1 << 1, /* they stand in the upper half, between two shifts by 32 */
	HALF = 1 << 2,	  /* slots: its first four bytes alone */
};

/* place - 1 held x at the head: now it is x + low to x + high. place 0: nothing is known. */
struct term {
	u8 place, flags; /* enum flag */
	s32 low, high;
};

struct terms {
	struct term at[PLACES];
	u32 times; /* it has changed */
};

struct flow {
	const struct skep_round *round;
	struct terms *blocks; /* at the start of each; 0: what comes back to the head */
	u32 *block_at;	      /* by slot from loop->start on: number in blocks, 0: no start */
	u32 *todo;	      /* slots */
	u32 todo_count;
	bool *waits;	      /* by block */
	u64 carriers[PLACES]; /* by place at the head: the slots that it was loaded from */
};

/* ---- one instruction */

static const struct term unknown;

static void shift(struct term *t, s64 by)
{
	s64 low = t->low + by, high = t->high + by;

	if (low < -FAR || high > FAR || (t->flags & SHIFTED))
		*t = unknown;
	else
		*t = (struct term){t->place, t->flags, (s32)low, (s32)high};
}

/* r <<= 32; r >>= 32 */
static void do_shift(struct term *t, const struct skep_vinsn *i)
{
	bool left = i->op == SKEP_ALU_LSH, right = i->op == SKEP_ALU_RSH || i->op == SKEP_ALU_ARSH;

	if (!t->place)
		return;
	if (i->imm == 32 && left && !(t->flags & SHIFTED))
		t->flags |= NARROW | SHIFTED;
	else if (i->imm == 32 && right && (t->flags & SHIFTED))
		t->flags &= (u8)~SHIFTED;
	else
		*t = unknown;
}

static void do_alu(struct terms *s, const struct skep_vinsn *i)
{
	struct term *t = &s->at[i->dst];
	bool constant = i->from == SKEP_FROM_K;

	if (i->dst >= 10)
		return;
	if (i->op == SKEP_ALU_MOV && !constant)
		*t = i->src < 10 ? s->at[i->src] : unknown;
	else if (i->op == SKEP_ALU_ADD && constant)
		shift(t, i->imm);
	else if (i->op == SKEP_ALU_SUB && constant)
		shift(t, -(s64)i->imm);
	else if (constant && i->bits == 64)
		do_shift(t, i);
	else
		*t = unknown;
	if (i->bits == 32 && (t->flags & SHIFTED))
		*t = unknown;
	t->flags |= i->bits == 32 && t->place ? NARROW : 0;
}

static u32 slot_of(s32 off)
{
	return 10 + (u32)(-off - 1) / 8;
}

static bool is_whole(const struct skep_vinsn *i)
{
	return i->off % 8 == 0 && i->off < 0 && i->off >= -SKEP_STACK_FRAME && i->bits >= 32;
}

static void do_load(struct flow *f, struct terms *s, const struct skep_vinsn *i)
{
	struct term t = unknown;

	if (i->src == 10 && is_whole(i) && i->op != SKEP_LOAD_SIGN) {
		t = s->at[slot_of(i->off)];
		if ((t.flags & HALF && i->bits == 64) || (t.flags & SHIFTED && i->bits == 32))
			t = unknown;
		t.flags = (u8)((t.flags & ~HALF) | (i->bits == 32 && t.place ? NARROW : 0));
		if (t.place)
			f->carriers[t.place - 1] |= 1ull << (slot_of(i->off) - 10);
	}
	if (i->dst < 10)
		s->at[i->dst] = t;
}

static void forget_slots(struct terms *s, s32 low, s32 high)
{
	low = low < -SKEP_STACK_FRAME ? -SKEP_STACK_FRAME : low;
	for (s32 off = low; off < high && off < 0; off++)
		s->at[slot_of(off)] = unknown;
}

static void do_store(struct terms *s, const struct skep_vinsn *i)
{
	struct term t = i->kind == SKEP_KIND_STORE && i->from == SKEP_FROM_X && i->src < 10
			    ? s->at[i->src]
			    : unknown;

	if (i->dst != 10)
		return;
	forget_slots(s, i->off, i->off + i->bits / 8);
	if (!is_whole(i) || !t.place || (i->bits == 32 && (t.flags & SHIFTED)))
		return;
	if (i->bits == 32)
		t.flags |= NARROW | HALF;
	s->at[slot_of(i->off)] = t;
}

static void forget_regs(struct terms *s, u32 mask)
{
	for (; mask; mask &= mask - 1)
		s->at[__builtin_ctz(mask)] = unknown;
}

static void step(struct flow *f, struct terms *s, const struct skep_vinsn *i)
{
	s32 result;

	switch (i->kind) {
	case SKEP_KIND_ALU:
		do_alu(s, i);
		break;
	case SKEP_KIND_LOAD:
		do_load(f, s, i);
		break;
	case SKEP_KIND_STORE:
		do_store(s, i);
		break;
	case SKEP_KIND_ATOMIC:
		do_store(s, i);
		result = skep_live_atomic_result(i);
		forget_regs(s, result < 0 ? 0 : 1u << result);
		break;
	case SKEP_KIND_WIDE:
		forget_regs(s, 1u << i->dst & 0x3ff);
		break;
	case SKEP_KIND_CALL:
	case SKEP_KIND_PACKET:
		forget_regs(s, SKEP_LIVE_CLOBBERED);
	}
}

/* ---- to the fixpoint */

static struct term join(const struct term *a, const struct term *b)
{
	struct term both = *a;

	if (!a->place || a->place != b->place || (a->flags ^ b->flags) & (SHIFTED | HALF))
		return unknown;
	both.flags |= b->flags;
	both.low = a->low < b->low ? a->low : b->low;
	both.high = a->high > b->high ? a->high : b->high;
	return both;
}

static bool same(const struct term *a, const struct term *b)
{
	return a->place == b->place && a->flags == b->flags && a->low == b->low &&
	       a->high == b->high;
}

static bool join_all(struct terms *to, const struct terms *from)
{
	bool changed = !to->times;

	for (u32 i = 0; i < PLACES; i++) {
		struct term both = to->times ? join(&to->at[i], &from->at[i]) : from->at[i];

		if (same(&both, &to->at[i]))
			continue;
		to->at[i] = to->times >= TIMES ? unknown : both;
		changed = true;
	}
	to->times += changed;
	return changed;
}

static void go_on(struct flow *f, u32 to, const struct terms *s)
{
	const struct skep_shape_group *loop = f->round->loop;
	u32 block;

	if (to == f->round->head) {
		join_all(&f->blocks[0], s);
		return;
	}
	if (to < loop->start || to >= loop->end || loop->of[to] != loop->number)
		return;
	block = f->block_at[to - loop->start];
	if (!join_all(&f->blocks[block], s) || f->waits[block])
		return;
	f->waits[block] = true;
	f->todo[f->todo_count++] = to;
}

static bool is_start(const struct skep_vcode *c, u32 slot)
{
	return (c->insns[slot].flags & (SKEP_VI_TARGET | SKEP_VI_SUBPROG)) ||
	       (slot && skep_vinsn_branches(&c->insns[slot - 1]));
}

static void follow(struct flow *f, u32 slot, struct terms s)
{
	const struct skep_vcode *c = f->round->c;
	u32 next[2], n;

	for (;;) {
		step(f, &s, &c->insns[slot]);
		n = skep_vcode_next(c, slot, next);
		if (n != 1 || is_start(c, next[0]) || next[0] == f->round->head)
			break;
		slot = next[0];
	}
	for (u32 i = 0; i < n; i++)
		go_on(f, next[i], &s);
}

static void run(struct flow *f)
{
	struct terms s = {.times = 0};

	for (u32 i = 0; i < PLACES; i++)
		s.at[i].place = (u8)(i + 1);
	follow(f, f->round->head, s);
	while (f->todo_count) {
		u32 slot = f->todo[--f->todo_count];
		u32 block = f->block_at[slot - f->round->loop->start];

		f->waits[block] = false;
		follow(f, slot, f->blocks[block]);
	}
}

/* ---- counters */

static bool is_precise(const struct skep_vcode *c, u32 head, u32 place)
{
	u32 slot = place - 10;

	if (place < 10)
		return c->precise_regs[head] >> place & 1;
	return c->precise_stack[head][slot / 32] >> (2 * (slot % 32)) & 3;
}

static void take(const struct flow *f, u32 place)
{
	const struct term *t = &f->blocks[0].at[place];
	struct skep_rank *rank = f->round->rank;
	bool down = t->high < 0;
	struct skep_counter counter = {.reg = place < 10 ? (u8)place : SKEP_RANK_SLOT,
				       .slot = place < 10 ? 0 : (u8)(place - 10),
				       .bits = t->flags & NARROW ? 32 : 64,
				       .down = down,
				       .step = (u32)(down ? -t->high : t->low),
				       .most = (u32)(down ? -t->low : t->high),
				       .carriers = f->carriers[place]};

	if (t->place != place + 1 || (t->low <= 0 && t->high >= 0) || (t->flags & SHIFTED) ||
	    rank->count == SKEP_RANK_COUNTERS || !is_precise(f->round->c, f->round->head, place))
		return;
	if (place >= 10)
		counter.carriers |= 1ull << (place - 10);
	rank->counters[rank->count++] = counter;
}

static bool allocate(struct flow *f, struct skep_arena *own)
{
	const struct skep_shape_group *loop = f->round->loop;
	u32 count = 1;

	f->block_at = skep_arena_array(own, loop->end - loop->start, sizeof(*f->block_at));
	for (u32 i = loop->start; f->block_at && i < loop->end; i++)
		if (loop->of[i] == loop->number && is_start(f->round->c, i))
			f->block_at[i - loop->start] = count++;
	f->blocks = skep_arena_array(own, count, sizeof(*f->blocks));
	f->todo = skep_arena_array(own, count, sizeof(*f->todo));
	f->waits = skep_arena_array(own, count, sizeof(*f->waits));
	return f->block_at && f->blocks && f->todo && f->waits;
}

bool skep_round_look(const struct skep_round *round)
{
	struct skep_arena own = {0};
	struct flow f = {.round = round};
	bool ok = allocate(&f, &own);

	round->rank->count = 0;
	if (ok)
		run(&f);
	for (u32 i = 0; ok && i < PLACES && f.blocks[0].times; i++)
		take(&f, i);
	skep_arena_fini(&own);
	return ok;
}
