/* SPDX-License-Identifier: BSD-2-Clause */
/* Classic programs for tests: compiled by libpcap from data/classic/expressions.txt, and made at
 * random. */
#ifndef SKEP_TESTS_CLASSIC_PROGRAMS_H
#define SKEP_TESTS_CLASSIC_PROGRAMS_H

#include <linux/filter.h>

#include "base/types.h"

enum { PROGRAM_ROOM = 4096 };

struct program {
	struct sock_filter insns[PROGRAM_ROOM];
	u32 count;
	char name[600];
};

/* Calls `use` for each expression of the file, for several link types, optimised and not; returns
 * how many programs that were. */
u32 programs_compiled(const char *path, void (*use)(const struct program *program, void *context),
		      void *context);

/* A small generator with its state in *seed: the same numbers in every run. */
u32 program_random(u64 *seed);

/* Makes a program of `count` instructions that mostly keep the rules: it has jumps and returns,
 * ends with a return, and starts by writing `words` scratch words. */
void program_make(struct program *program, u32 count, u32 words, u64 *seed);

/* Changes one to three instructions of a program in one field each. */
void program_mutate(struct program *program, u64 *seed);

#endif
