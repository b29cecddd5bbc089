/* SPDX-License-Identifier: BSD-2-Clause */
/* What is known of a number in a register: its bits (tnum) and its ranges, unsigned and signed, of
 * all 64 bits and of the low 32. A number is possible if every form allows it.
 *
 * What these functions give out is synced: no form can be narrowed by another, so that equal
 * knowledge is equal bytes. They take synced operands, too, but for skep_scalar_sync. Pure
 * functions without allocation; d, s, a and b may be the same. */
#ifndef SKEP_VERIFY_SCALAR_H
#define SKEP_VERIFY_SCALAR_H

#include "base/buffer.h"
#include "isa/isa.h"
#include "verify/tnum.h"

struct skep_scalar {
	struct skep_tnum t;
	s64 smin, smax;
	u64 umin, umax;
	s32 smin32, smax32;
	u32 umin32, umax32;
};

struct skep_scalar skep_scalar_unknown(void);
struct skep_scalar skep_scalar_const(u64 value);
struct skep_scalar skep_scalar_range(u64 umin, u64 umax);

/* The constant is s->t.value. */
bool skep_scalar_is_const(const struct skep_scalar *s);
bool skep_scalar_is_unknown(const struct skep_scalar *s);

/* Lets each form narrow the others until none can. False if no number is left: the branch is dead,
 * and *s holds nothing of use. */
SKEP_MUST_USE bool skep_scalar_sync(struct skep_scalar *s);

/* Only the low 1, 2 or 4 (or 8) bytes, the rest is 0. */
void skep_scalar_truncate(struct skep_scalar *s, u32 bytes);

/* The low 1, 2 or 4 bytes with their sign, to 32 bits (the upper half is 0) or to 64. */
void skep_scalar_sign_extend(struct skep_scalar *s, u32 bytes, u32 bits);

/* d = d op s as isa/alu.def has it, in 32 bits (the upper half becomes 0) or 64. Operations of one
 * operand do not look at s, moves not at d. Byte swaps take 64 bits. */
void skep_scalar_alu(struct skep_scalar *d, const struct skep_scalar *s, enum skep_alu op,
		     u32 bits);

/* What a comparison of isa/cmp.def gives, of 32 or 64 bits: 1 always true, 0 never, -1 not known.
 */
int skep_scalar_compare(enum skep_jump op, u32 bits, const struct skep_scalar *a,
			const struct skep_scalar *b);

/* Narrows both operands to what they can be where the comparison gave `taken`. False: it cannot,
 * and the operands hold nothing of use. */
SKEP_MUST_USE bool skep_scalar_refine(enum skep_jump op, u32 bits, bool taken,
				      struct skep_scalar *a, struct skep_scalar *b);

/* Whether each form of `inner` lies within that of `outer`. */
bool skep_scalar_within(const struct skep_scalar *outer, const struct skep_scalar *inner);

/* What is true of both. */
struct skep_scalar skep_scalar_join(const struct skep_scalar *a, const struct skep_scalar *b);

bool skep_scalar_equal(const struct skep_scalar *a, const struct skep_scalar *b);

/* As the verifier log of Linux 6.18 prints a scalar: a constant as a number, else
 * scalar(smin=...,smax=...,umin=...,var_off=(0x0; 0xff)) without the forms that say nothing. */
void skep_scalar_print(struct skep_buffer *b, const struct skep_scalar *s);

#endif
