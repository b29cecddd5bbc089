/* SPDX-License-Identifier: BSD-2-Clause */
/* What the verifier has claimed of registers and stack slots, joined over all its states. */
#ifndef SKEP_TESTS_VERIFY_CLAIMS_H
#define SKEP_TESTS_VERIFY_CLAIMS_H

#include "verify/walk.h"

enum { CLAIM_SLOTS = 16, CLAIM_REGS = 10 };

struct claim {
	bool made;
	bool open;	      /* nothing is claimed: types differ, or it may hold anything */
	bool null;	      /* a pointer that may be 0 */
	u8 type;	      /* enum skep_reg_type */
	s64 proven;	      /* PACKET: bytes behind the pointer that are in the packet */
	struct skep_scalar v; /* the number, or what was added to the pointer's base */
};

/* Of one instruction, before it is done; of the innermost frame. */
struct claims {
	struct claim regs[CLAIM_REGS];
	struct claim slots[CLAIM_SLOTS];
	u16 live;
	bool seen;
};

/* Adds the current state of a walk. */
void claims_add(struct claims *c, const struct skep_walk *w);

#endif
