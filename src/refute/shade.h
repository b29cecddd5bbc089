/* SPDX-License-Identifier: BSD-2-Clause */
/* What each kind of instruction does to the terms of registers and stack. Private to the room. */
#ifndef SKEP_REFUTE_SHADE_H
#define SKEP_REFUTE_SHADE_H

#include "refute/follow.h"

enum { REFUTE_NULL_PAGE = 65536 }; /* addresses below are NULL and what was added to it */

/* What the instruction before has left: the result of a call, another frame. May change r0. */
void refute_shade_settle(struct refute_follow *f, const struct skep_run *run, u64 *r);

void refute_shade_alu(struct refute_follow *f, const struct bpf_insn *insn, const u64 *r);
void refute_shade_wide(struct refute_follow *f, const struct bpf_insn *insn);
void refute_shade_call(struct refute_follow *f, const struct bpf_insn *insn, const u64 *r);

/* Loads, stores, atomics. False if it is not known where the access leads, so that it must not be
 * made. */
SKEP_MUST_USE bool refute_shade_memory(struct refute_follow *f, const struct bpf_insn *insn,
				       const u64 *r);

/* Whether a jump of that row is taken. */
bool refute_compare(const struct skep_insn_row *row, u64 x, u64 y);

/* Bytes of memory that argument i of a helper must have; false if it is no memory. */
bool refute_argument_size(const struct refute_world *w, const struct skep_helper_row *row, u32 i,
			  const u64 *r, u64 *size);

u32 refute_value_size(const struct refute_world *w, const struct refute_choice *c, u32 element);

#endif
