/* SPDX-License-Identifier: BSD-2-Clause */
/* The verifier's inner loop: operations, comparisons and refinements of scalars, nanoseconds a call
 * with the copies of the operands, the best of several rounds; beside it the same in copies alone.
 *
 * usage: bench_scalar */
#include <stdio.h>
#include <time.h>

#include "verify/scalar.h"

enum { ROUNDS = 30, CALLS = 20000 };

enum what { COPY, ALU, COMPARE, REFINE, COMPARE_REFINE };

struct between {
	u64 min, max;
};

static const struct subject {
	const char *name;
	enum what what;
	u32 op, bits;
	struct between d, s;
} subjects[] = {
    {"copy of both operands", COPY, 0, 0, {0, 255}, {0, 255}},
    {"byte + constant", ALU, SKEP_ALU_ADD, 64, {0, 255}, {4, 4}},
    {"byte + byte", ALU, SKEP_ALU_ADD, 64, {0, 255}, {0, 255}},
    {"byte + constant, 32 bits", ALU, SKEP_ALU_ADD, 32, {0, 255}, {4, 4}},
    {"large range + constant", ALU, SKEP_ALU_ADD, 64, {0, 1ull << 40}, {4, 4}},
    {"unknown + byte", ALU, SKEP_ALU_ADD, 64, {0, UINT64_MAX}, {0, 255}},
    {"constant + constant", ALU, SKEP_ALU_ADD, 64, {14, 14}, {4, 4}},
    {"unknown & constant", ALU, SKEP_ALU_AND, 64, {0, UINT64_MAX}, {255, 255}},
    {"byte << constant", ALU, SKEP_ALU_LSH, 64, {0, 255}, {2, 2}},
    {"unknown >> constant", ALU, SKEP_ALU_RSH, 64, {0, UINT64_MAX}, {4, 4}},
    {"byte * constant", ALU, SKEP_ALU_MUL, 64, {0, 255}, {10, 10}},
    {"constant << byte", ALU, SKEP_ALU_LSH, 64, {1, 1}, {0, 255}},
    {"byte > constant?", COMPARE, SKEP_JUMP_JGT, 64, {0, 255}, {10, 10}},
    {"byte > constant, refined", REFINE, SKEP_JUMP_JGT, 64, {0, 255}, {10, 10}},
    {"byte == constant, refined", REFINE, SKEP_JUMP_JEQ, 64, {0, 255}, {10, 10}},
    {"unknown < constant, both", COMPARE_REFINE, SKEP_JUMP_JLT, 64, {0, UINT64_MAX}, {10, 10}},
    {"unknown s< constant, both", COMPARE_REFINE, SKEP_JUMP_JSLT, 64, {0, UINT64_MAX}, {10, 10}},
    {"byte < byte, both", COMPARE_REFINE, SKEP_JUMP_JLT, 64, {0, 255}, {0, 255}},
};

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

/* What must be computed, because the compiler cannot know that nobody looks. */
static void keep(const void *memory)
{
	__asm__ volatile("" : : "r"(memory) : "memory");
}

static void call(const struct subject *subject, struct skep_scalar *d, struct skep_scalar *s)
{
	bool possible = true;

	if (subject->what == ALU)
		skep_scalar_alu(d, s, subject->op, subject->bits);
	if (subject->what == COMPARE || subject->what == COMPARE_REFINE)
		possible = skep_scalar_compare(subject->op, subject->bits, d, s) != 0;
	if (subject->what == REFINE || subject->what == COMPARE_REFINE)
		possible = skep_scalar_refine(subject->op, subject->bits, true, d, s);
	keep(&possible);
}

static double measure(const struct subject *subject)
{
	const struct skep_scalar d = skep_scalar_range(subject->d.min, subject->d.max);
	const struct skep_scalar s = skep_scalar_range(subject->s.min, subject->s.max);
	double best = 1e9;

	for (u32 round = 0; round < ROUNDS; round++) {
		const double start = now();

		for (u32 i = 0; i < CALLS; i++) {
			struct skep_scalar to = d, from = s;

			keep(&to), keep(&from);
			call(subject, &to, &from);
			keep(&to), keep(&from);
		}
		if (now() - start < best)
			best = now() - start;
	}
	return best / CALLS;
}

int main(void)
{
	const double copy = measure(&subjects[0]);

	for (const struct subject *subject = subjects; subject < subjects + SKEP_COUNT(subjects);
	     subject++) {
		const double ns = measure(subject);

		printf("%-28s %6.1f ns  %5.1f copies\n", subject->name, ns, ns / copy);
	}
	return 0;
}
