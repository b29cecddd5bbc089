/* SPDX-License-Identifier: BSD-2-Clause */
/* Random programs, their choices taken from the input: the checked interpreter, the plain one and
 * machine code agree on r0 and memory.
 *
 * input: eight bytes for the memory, then the choices */
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"
#include "random_program.h"

int LLVMFuzzerTestOneInput(const u8 *data, size_t size)
{
	struct random_program program;
	struct choices choices;
	u64 seed = 0;

	if (size < sizeof(seed))
		return 0;
	memcpy(&seed, data, sizeof(seed));
	choices = (struct choices){
	    .bytes = data + sizeof(seed), .count = size - sizeof(seed), .state = seed};
	random_program(&choices, &program);
	if (random_program_compare(&program, seed) == ENGINES_DIFFER)
		abort();
	return 0;
}
