/* SPDX-License-Identifier: BSD-2-Clause */
/* The judge of what the verifier accepts: the program is run in a checked interpreter on many
 * inputs. It must not touch what it was not given, must not come where the verifier never was, and
 * before each instruction every register and stack slot that still matters must be what the
 * verifier claims: joined over all states that it has looked at, with pruning by value alone. What
 * the verifier hands on as facts (prog/fact.h) must be true as well. */
#ifndef SKEP_TESTS_VERIFY_ORACLE_H
#define SKEP_TESTS_VERIFY_ORACLE_H

#include "maker.h"
#include "subject.h"

enum oracle_verdict { ORACLE_REFUSED, ORACLE_HOLDS, ORACLE_BROKEN };

struct oracle_result {
	enum oracle_verdict verdict;
	u64 runs, executions; /* `executions` of single instructions */
	bool widened;	      /* loops were not simulated */
	char what[384];	      /* BROKEN: what was claimed, and what was there */
};

/* Verifies a program of maker.h, and if it is accepted, runs it on `runs` inputs made from `seed`.
 * `beyond`: with what Linux does not see. */
struct oracle_question {
	const struct made *program;
	const struct subject_maps *maps; /* of oracle_maps */
	u64 seed;
	u32 runs;
	bool beyond;
};
void oracle_ask(const struct oracle_question *q, struct oracle_result *result);

/* The maps that programs of maker.h have; freed with subject_free_maps. */
const char *oracle_maps(struct subject_maps *maps);

#endif
