/* SPDX-License-Identifier: BSD-2-Clause */
/* Any bytes as instructions: each one that decodes is printed in both syntaxes, and of all rows its
 * own alone reads the line, with the same fields; a program that can be walked comes back from its
 * text as a whole.
 *
 * input: the bytes */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "asm/print.h"
#include "asm_round.h"
#include "base/alloc.h"
#include "fuzz.h"
#include "isa/isa.h"

enum { MAX_INSNS = 256 };

/* Whether a row reads the line; ends the run if its own reads something else. */
static bool reads(const struct skep_insn_row *row, const struct skep_insn_row *own,
		  const struct bpf_insn insn[2], const char *line)
{
	const char *patterns[] = {row->text, row->word};
	bool taken = false;

	for (size_t i = 0; i < SKEP_COUNT(patterns); i++) {
		struct skep_match m = {.at = line, .end = line + strlen(line)};
		struct bpf_insn got;

		if (!skep_pattern_match(&m, patterns[i]))
			continue;
		taken = true;
		got = skep_insn_encode(skep_insn_id(row), m.insn[0]);
		if (row == own && (memcmp(&got, &insn[0], sizeof(got)) != 0 ||
				   memcmp(&m.insn[1], &insn[1], sizeof(got)) != 0)) {
			fprintf(stderr, "'%s' reads back as something else\n", line);
			abort();
		}
	}
	return taken;
}

static void round_insn(const struct skep_insn_row *own, const struct bpf_insn insn[2],
		       enum skep_syntax syntax)
{
	struct skep_buffer b = {0};

	skep_asm_print(&b, insn, syntax);
	for (enum skep_insn_id id = 0; id < SKEP_INSN_COUNT; id++) {
		const struct skep_insn_row *row = skep_insn_row(id);

		if (reads(row, own, insn, b.data) != (row == own)) {
			fprintf(stderr, "'%s' of %s and %s\n", b.data, own->name, row->name);
			abort();
		}
	}
	skep_buffer_fini(&b);
}

int LLVMFuzzerTestOneInput(const u8 *data, size_t size)
{
	struct bpf_insn insns[MAX_INSNS + 1] = {0};
	u32 count = (u32)(size / sizeof(insns[0]));
	struct skep_prog *prog;

	if (!count || count > MAX_INSNS)
		return 0;
	memcpy(insns, data, count * sizeof(insns[0]));
	for (u32 i = 0; i < count; i++) {
		const struct skep_insn_row *row = skep_insn_decode_at(insns, count, i, NULL);
		struct bpf_insn pair[2] = {insns[i]};

		if (row && row->kind == SKEP_KIND_WIDE)
			pair[1] = insns[i + 1];
		for (u32 s = 0; row && s < 2; s++)
			round_insn(row, pair, (enum skep_syntax)s);
	}
	prog = skep_isa_check(insns, count, NULL) ? skep_prog_new(SKEP_PROG_RAW, insns, count, NULL)
						  : NULL;
	if (prog)
		asm_round(prog);
	skep_prog_free(prog);
	return 0;
}
