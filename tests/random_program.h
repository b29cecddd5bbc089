/* SPDX-License-Identifier: BSD-2-Clause */
/* Random programs on memory and packets, and whether all engines agree on them. The same choices
 * give the same program. */
#ifndef SKEP_RANDOM_PROGRAM_H
#define SKEP_RANDOM_PROGRAM_H

#include <linux/bpf.h>
#include <skep/prog.h>

#include "base/types.h"

/* Where choices come from: bytes, and when they are used up a generator. */
struct choices {
	const u8 *bytes; /* may be NULL */
	size_t count;
	u64 state; /* of the generator */
};

enum { RANDOM_PROGRAM_MAX = 400, RANDOM_MEMORY = 64 };

struct random_program {
	struct bpf_insn insns[RANDOM_PROGRAM_MAX];
	u32 count;
	bool packet; /* runs on a packet, which is not written; else on memory */
};

void random_program(struct choices *c, struct random_program *p);

enum agreement {
	ENGINES_DIFFER,
	ENGINES_AGREE,
	ENGINES_NOT_ASKED, /* the checked interpreter stopped it: outside its memory, or endless */
};

/* Runs a program in each engine, on memory filled from `seed`; prints it, as TAP comments, if they
 * differ. */
enum agreement random_program_compare(const struct random_program *p, u64 seed);

#endif
