/* SPDX-License-Identifier: BSD-2-Clause */
/* The choices of a nearly right program: whatever the verifier accepts must keep to its memory, and
 * to what was claimed of it. The first byte says whether more is claimed than Linux sees. */
#include <stdio.h>
#include <stdlib.h>

#include "fuzz.h"
#include "verify/oracle.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct choices c = {.bytes = data + 1, .count = size - 1};
	struct oracle_result result;
	struct subject_maps maps;
	struct made program;
	struct oracle_question q = {.program = &program, .maps = &maps, .seed = size, .runs = 8};

	if (size < 2)
		return 0;
	q.beyond = data[0] & 1;
	oracle_maps(&maps);
	maker_make(&c, &program);
	oracle_ask(&q, &result);
	subject_free_maps(&maps);
	if (result.verdict != ORACLE_BROKEN)
		return 0;
	fprintf(stderr, "%s\n", result.what);
	abort();
}
