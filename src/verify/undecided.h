/* SPDX-License-Identifier: BSD-2-Clause */
/* Numbers in loops that end by themselves: may_goto, iterators. A counter makes each round another
 * one, and no round would be known. So a number that is another one than a round before is
 * forgotten, if it has decided nothing so far: Linux does the same (widen_imprecise_scalars). A
 * number decides where it is precise (code.h), but for jumps that have always gone both ways. */
#ifndef SKEP_VERIFY_UNDECIDED_H
#define SKEP_VERIFY_UNDECIDED_H

#include "verify/walk.h"

struct skep_undecided {
	struct skep_vcode code; /* as the program's, with what is precise because of what decided */
	u8 *decided;		/* by slot: 1 for jumps that were */
	bool stale;		/* some were since `code` was made */
};

/* What was forgotten on a way: frames' registers and slots. */
struct skep_forgotten {
	u32 count;
	u16 place[]; /* of undecided.c */
};

/* NULL: memory ran out. */
struct skep_undecided *skep_undecided_new(const struct skep_vcode *code, struct skep_arena *arena);

/* The jump at the current instruction goes one way. */
static inline void skep_undecided_note(struct skep_walk *w)
{
	struct skep_undecided *u = w->undecided;

	if (!u || u->decided[w->now->insn])
		return;
	u->decided[w->now->insn] = 1;
	u->stale = true;
}

/* Forgets in `on`, the way to one more round that was just forked at the current instruction. False
 * if memory ran out. */
SKEP_MUST_USE bool skep_undecided_forget(struct skep_walk *w, struct skep_vstate *on);

#endif
