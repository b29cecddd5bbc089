/* SPDX-License-Identifier: BSD-2-Clause */
/* Any text as a program: assembling must end well or badly but not crash, a failure names a place
 * in the text, and what is accepted comes back from its own text.
 *
 * input: the text */
#include <skep/asm.h>
#include <stdlib.h>
#include <string.h>

#include "asm_round.h"
#include "base/alloc.h"
#include "fuzz.h"

enum { MAX_DATA = 1 << 16 }; /* bytes of data, so that 00*67108864 does not take the time */

static size_t data_size(const struct skep_prog *prog)
{
	size_t size = 0;

	for (u32 i = 0; i < prog->data_count; i++)
		size += prog->data[i].size;
	return size;
}

int LLVMFuzzerTestOneInput(const u8 *data, size_t size)
{
	char *text = skep_alloc(size + 1);
	struct skep_diag d = {0};
	struct skep_prog *prog;

	if (!text)
		return 0;
	if (size)
		memcpy(text, data, size);
	prog = skep_prog_parse(SKEP_PROG_RAW, text, &d);
	if (!prog && (!d.what[0] || d.place.at > strlen(text)))
		abort();
	if (prog && data_size(prog) <= MAX_DATA)
		asm_round(prog);
	skep_prog_free(prog);
	skep_free(text);
	return 0;
}
