/* SPDX-License-Identifier: BSD-2-Clause */
#include "asm_round.h"

#include <skep/asm.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

static bool same_text(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

static bool same_data(const struct skep_prog_data *a, const struct skep_prog_data *b)
{
	return a->size == b->size && !a->bytes == !b->bytes && same_text(a->name, b->name) &&
	       (!a->bytes || memcmp(a->bytes, b->bytes, a->size) == 0);
}

static bool same(const struct skep_prog *a, const struct skep_prog *b)
{
	if (a->count != b->count || a->data_count != b->data_count ||
	    memcmp(a->insns, b->insns, a->count * sizeof(a->insns[0])) != 0)
		return false;
	for (u32 i = 0; i < a->data_count; i++)
		if (!same_data(&a->data[i], &b->data[i]))
			return false;
	return true;
}

void asm_round(const struct skep_prog *prog)
{
	for (u32 form = 0; form < 4; form++) {
		const struct skep_text_options options = {.syntax = form & 1 ? SKEP_SYNTAX_MNEMONIC
									     : SKEP_SYNTAX_LINUX,
							  .listing = form & 2,
							  .data = true};
		struct skep_diag d = {0};
		char *text = skep_prog_text(prog, &options, &d);
		struct skep_prog *back = text ? skep_prog_parse(prog->type, text, &d) : NULL;

		if (!back || !same(prog, back)) {
			fprintf(stderr, "%s\nline %u: %s: %s\n", text, d.place.line, d.what,
				d.hint);
			abort();
		}
		skep_prog_free(back);
		skep_free(text);
	}
}
