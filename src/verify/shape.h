/* SPDX-License-Identifier: BSD-2-Clause */
/* The steps that make a struct skep_vcode up to its loops; live.h has the rest. Each fills what its
 * sentence names and asks for what the steps before it filled. False with *d set. */
#ifndef SKEP_VERIFY_SHAPE_H
#define SKEP_VERIFY_SHAPE_H

#include "verify/code.h"

/* funcs (starts and ends), func_of: finds functions and checks that jumps stay inside them and that
 * each ends. Only opcodes and distances are looked at: c->insns is filled with nothing but
 * SKEP_VI_SUBPROG. */
SKEP_MUST_USE bool skep_shape_functions(struct skep_vcode *c, struct skep_arena *arena,
					struct skep_diag *d);

/* insns: every opcode is one that Linux has, 64-bit immediates are whole. */
SKEP_MUST_USE bool skep_shape_decode(struct skep_vcode *c, struct skep_diag *d);

/* calls, the flags of functions and of instructions: every instruction is reached, and no jump goes
 * into a 64-bit immediate. */
SKEP_MUST_USE bool skep_shape_flow(struct skep_vcode *c, struct skep_arena *arena,
				   struct skep_diag *d);

/* scc, scc_count */
SKEP_MUST_USE bool skep_shape_loops(struct skep_vcode *c, struct skep_diag *d);

/* Some slots of a function. */
struct skep_shape_group {
	const u32 *of;	/* by slot: the group it belongs to; borrowed */
	u32 number;	/* this one */
	u32 start, end; /* its slots lie here, from `start` on */
};

/* Finds the loops that are left among the slots of a group, without those that a call is by itself.
 * split[slot] becomes the loop's number for each of its slots, 0 for none; numbers go on behind
 * *numbers. False: memory ran out. */
SKEP_MUST_USE bool skep_shape_split(const struct skep_vcode *c,
				    const struct skep_shape_group *group, u32 *split, u32 *numbers);

#endif
