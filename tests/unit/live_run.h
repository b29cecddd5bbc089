/* SPDX-License-Identifier: BSD-2-Clause */
/* Runs a program step by step, as concretely as its verifier sees it abstractly, to find out
 * whether what is called dead is ever read, and whether what is called imprecise ever decides
 * anything.
 *
 * Every register and byte of a stack knows what it is. What a verifier refuses stops the run. What
 * is loaded from memory and what helpers give comes from a stream of numbers, so that a value that
 * goes out into memory is not seen again. */
#ifndef SKEP_UNIT_LIVE_RUN_H
#define SKEP_UNIT_LIVE_RUN_H

#include "verify/code.h"

enum live_end {
	LIVE_ENDS,	 /* at the program's exit */
	LIVE_STOPS,	 /* at what a verifier refuses */
	LIVE_TIRES,	 /* too many instructions */
	LIVE_READS_DEAD, /* a register or slot that was dead has been read: wrong */
};

enum live_change {
	LIVE_CHANGE_NONE,
	LIVE_POISON,   /* what is dead must not be read */
	LIVE_SCRAMBLE, /* numbers that are not precise become others */
};

struct live_outcome {
	enum live_end end;
	u32 slot;    /* where it ended */
	u32 steps;   /* instructions run */
	u32 changes; /* registers and slots poisoned or scrambled */
	u64 trace;   /* a hash of all that decides: ways, addresses, sizes, keys, checked results */
};

/* `seed` makes the stream, `change_seed` when and to what things are changed. */
struct live_outcome live_run(const struct skep_vcode *c, u64 seed, enum live_change change,
			     u64 change_seed);

#endif
