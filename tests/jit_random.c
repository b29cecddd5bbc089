/* SPDX-License-Identifier: BSD-2-Clause */
/* Random programs: the checked interpreter, the plain one and machine code agree on r0 and memory.
 * usage: jit_random [FIRST [COUNT]] */
#include <stdlib.h>

#include "random_program.h"
#include "test.h"

int main(int argc, char **argv)
{
	u32 first = argc > 1 ? (u32)atoi(argv[1]) : 1,
	    count = argc > 2 ? (u32)atoi(argv[2]) : 20000;
	u32 counts[3] = {0};

	for (u32 seed = first; seed < first + count && counts[ENGINES_DIFFER] < 3; seed++) {
		struct choices choices = {.state = seed * 2654435761u};
		struct random_program program;
		enum agreement agreement;

		random_program(&choices, &program);
		agreement = random_program_compare(&program, seed);
		counts[agreement]++;
		if (agreement == ENGINES_DIFFER)
			printf("# seed %u\n", seed);
	}
	test_ok(counts[ENGINES_DIFFER] == 0, "%u random programs: every engine says the same",
		counts[ENGINES_AGREE]);
	test_ok(counts[ENGINES_AGREE] > count / 2, "most of them end well, %u of %u",
		counts[ENGINES_AGREE], count);
	return test_end();
}
