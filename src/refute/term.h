/* SPDX-License-Identifier: BSD-2-Clause */
/* How the numbers of a run were made from the input, and which input would give others. A term is
 * either a part of the input or an operation of the instruction set on two operands, of which at
 * least one is a term; numbers of terms count from 1, and 0 is what does not depend on the input.
 * Solving is by inversion, one operand at a time, the other staying what it was: what comes out is
 * a proposal, which the next run judges. Private to the room. */
#ifndef SKEP_REFUTE_TERM_H
#define SKEP_REFUTE_TERM_H

#include "refute/world.h"

enum { REFUTE_TERMS = 4096 };

enum refute_part {
	REFUTE_PART_NONE,   /* an operation */
	REFUTE_PART_BYTES,  /* of the packet, at `at` */
	REFUTE_PART_BIG,    /* the same in the order of the network */
	REFUTE_PART_LENGTH, /* of the packet, and `bias` more */
	REFUTE_PART_LONGER, /* whether the packet has `bias` bytes: 0 if it has */
	REFUTE_PART_CONTEXT,
	REFUTE_PART_VALUE,   /* of element `which`, at `at` */
	REFUTE_PART_PRESENT, /* whether element `which` is there: its address, or 0 */
	REFUTE_PART_RESULT,  /* of the helper that the path calls at place `which` */
	REFUTE_PARTS
};

struct refute_term {
	u8 part; /* enum refute_part */
	u8 op;	 /* enum skep_alu */
	u8 bits; /* of the operation */
	u32 which, at, size;
	u64 bias;
	u32 left, right; /* terms */
	u64 x, y;	 /* what the operands were */
	u64 may;	 /* bits that can be set */
};

struct refute_terms {
	struct refute_term list[REFUTE_TERMS];
	u32 count;
};

/* Each returns the new term, 0 where there is no room. */
u32 refute_term_part(struct refute_terms *t, struct refute_term part);
u32 refute_term_op(struct refute_terms *t, struct refute_term op);

/* Bits that can be set in an operand, which was `value`. */
u64 refute_term_may(const struct refute_terms *t, u32 term, u64 value);

/* Changes the choice so that a term becomes `wanted`. False if nobody knows how. */
SKEP_MUST_USE bool refute_term_solve(const struct refute_terms *t, u32 term, u64 wanted,
				     struct refute_choice *c);

#endif
