/* SPDX-License-Identifier: BSD-2-Clause */
/* Why loops end: for options->beyond, where they are not simulated round by round.
 *
 * A loop ends if it has a head through which each of its rounds goes, and a counter: a register or
 * stack slot that holds more at the head than the round before (or less), whatever way the round
 * went; if the counter's values at the head, over all states that come there, lie in a range in
 * which it does not wrap; and if the loops that are left without the head end, too. The counters
 * are found before the exploration, from the instructions alone; their ranges are what it finds. */
#ifndef SKEP_VERIFY_RANK_H
#define SKEP_VERIFY_RANK_H

#include "verify/code.h"

enum {
	SKEP_RANK_COUNTERS = 4,		    /* of one head */
	SKEP_RANK_ROUNDS = 8 * 1024 * 1024, /* more, bpf_loop would not make (BPF_MAX_LOOPS) */
	SKEP_RANK_SLOT = 0xff,
};

struct skep_counter {
	u8 reg;		/* what it is at the head; SKEP_RANK_SLOT: */
	u8 slot;	/* the one on the stack, as in struct skep_frame */
	u8 bits;	/* 64, or the low 32 alone are the counter */
	bool down;	/* it gets less */
	u32 step, most; /* by so much in a round, at the least, at the most */
	u64 carriers;	/* stack slots that it goes through: bit n is slot n */

	bool dead; /* it is none: what follows is of all states that came to the head */
	bool seen;
	u64 umin, umax;
	s64 smin, smax;
};

struct skep_rank {
	u32 head; /* slot number of the instruction */
	u32 loop; /* its number, in skep_ranks */
	u32 count;
	struct skep_counter counters[SKEP_RANK_COUNTERS];
};

struct skep_ranks {
	struct skep_rank *list;
	u32 count;
	u32 *at;      /* by slot number: 1 + number in list of the rank of this head */
	u32 *loop;    /* by slot number: the innermost loop, 0 for none */
	u32 *outer;   /* by loop: the one around it, 0 for none */
	u32 loops;    /* the highest number */
	bool *ranked; /* by number of scc: all of its loops have counters */
	bool used;    /* the exploration relied on it */
	s64 *bounds;  /* numbers that loops compare with, ascending */
	u32 bound_count;
};

/* Finds heads and counters; all of it in memory of the arena. NULL: memory ran out. */
SKEP_MUST_USE struct skep_ranks *skep_ranks_new(const struct skep_vcode *c,
						struct skep_arena *arena);

/* The rank of a head; NULL: the instruction is none. */
static inline struct skep_rank *skep_rank_of(const struct skep_ranks *ranks, u32 insn)
{
	return ranks->at[insn] ? &ranks->list[ranks->at[insn] - 1] : NULL;
}

#endif
