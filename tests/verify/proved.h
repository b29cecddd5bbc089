/* SPDX-License-Identifier: BSD-2-Clause */
/* Facts against what happens: each must be true in every run. */
#ifndef SKEP_TESTS_VERIFY_PROVED_H
#define SKEP_TESTS_VERIFY_PROVED_H

#include <linux/bpf.h>

#include "isa/isa.h"
#include "prog/fact.h"

/* Where a kind of memory lies. */
struct proved_place {
	u8 type; /* enum skep_reg_type */
	u16 map; /* 1 + number of it; 0: no map's */
	u64 low, high;
};

enum { PROVED_PLACES = 5, PROVED_NOWHERE = -1 };

struct proved {
	struct skep_fact *facts;		   /* owned; NULL: none are known */
	const struct bpf_insn *insns;		   /* borrowed, as they were verified */
	const struct skep_insn_row **rows;	   /* owned; one a slot */
	struct proved_place places[PROVED_PLACES]; /* the last: the stack, kept by proved_look */
	s64 last; /* the instruction before; NOWHERE: there is none */
};

/* Takes the facts. */
void proved_init(struct proved *p, struct skep_fact *facts, const struct bpf_insn *insns,
		 u32 count);
void proved_fini(struct proved *p);

/* Looks at what has happened since the last look, and what will: before the instruction, r0 to r10.
 * Returns what is not true, or NULL. A run begins with p->last = PROVED_NOWHERE. */
const char *proved_look(struct proved *p, u32 insn, const u64 *r);

/* Whether a helper that is called now may be given the key. */
bool proved_key(const struct proved *p, u64 key);

#endif
