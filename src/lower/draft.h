/* SPDX-License-Identifier: BSD-2-Clause */
/* Code while it grows: new instructions take the place of old ones, jumps keep the old slots they
 * go to until all have their places. Private to the room. */
#ifndef SKEP_LOWER_DRAFT_H
#define SKEP_LOWER_DRAFT_H

#include "base/array.h"
#include "isa/isa.h"
#include "lower/lower.h"

struct skep_draft_jump {
	u32 at;	    /* slot of the new code */
	u32 target; /* slot of the old */
};

struct skep_draft {
	const struct skep_lower_input *in;
	struct {
		struct bpf_insn *data;
		size_t count, room;
	} out;
	struct {
		u32 *data;
		size_t count, room;
	} origin; /* as many as `out` */
	struct {
		struct skep_draft_jump *data;
		size_t count, room;
	} jumps;
	u32 *places; /* where each old slot came to lie; one more for the end */
	u8 *targets; /* 1 for each old slot that a jump goes to; NULL until key.c asks */
	u32 at;	     /* the old slot that is being replaced */
	struct skep_diag *d;
};

/* Each returns false with *d->d set if memory ran out. */
SKEP_MUST_USE bool skep_draft_begin(struct skep_draft *d, const struct skep_lower_input *in);
void skep_draft_fini(struct skep_draft *d);

/* Appends an instruction. */
SKEP_MUST_USE bool skep_draft_add(struct skep_draft *d, struct bpf_insn insn);

/* Appends a 64-bit immediate. */
SKEP_MUST_USE bool skep_draft_wide(struct skep_draft *d, u8 dst, u64 value);

/* Appends a jump, a local call or the address of a function: its distance is filled in by
 * skep_draft_link. */
SKEP_MUST_USE bool skep_draft_jump(struct skep_draft *d, struct bpf_insn insn, u32 target);

/* Fills in all distances. False with *d->d set: one is too far. */
SKEP_MUST_USE bool skep_draft_link(struct skep_draft *d);

#endif
