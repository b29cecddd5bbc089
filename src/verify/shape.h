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

/* scc */
SKEP_MUST_USE bool skep_shape_loops(struct skep_vcode *c, struct skep_diag *d);

#endif
