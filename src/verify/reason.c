/* SPDX-License-Identifier: BSD-2-Clause */
/* A refusal as text: the place with its line of source, where the value came from, the check that
 * looked sufficient, and the one to write. The sentence itself stands before it. */
#include <string.h>

#include "asm/print.h"
#include "verify/log.h"

void skep_reason_insn(struct skep_buffer *b, const struct skep_verify_input *in, u32 insn)
{
	skep_asm_print(b, &in->insns[insn], SKEP_SYNTAX_LINUX);
}

static void print_insn(struct skep_buffer *b, const struct skep_verify_input *in, u32 insn)
{
	skep_buffer_printf(b, "%5u: ", insn);
	skep_reason_insn(b, in, insn);
}

static void print_source(struct skep_buffer *b, const struct skep_verify_input *in, u32 insn)
{
	const struct skep_verify_line *line = skep_log_line_of(in, insn);
	u32 caret;

	if (!line)
		return;
	skep_buffer_printf(b, "  %s:%u:%u\n", line->file, line->line, line->column);
	if (!line->text[0])
		return;
	/* The text stands without the blanks that its column counts. */
	caret = line->column && line->column <= strlen(line->text) + line->indent ? line->column - 1
										  : 0;
	caret = caret > line->indent ? caret - line->indent : 0;
	skep_buffer_printf(b, "      %s\n      %*s^\n", line->text, (int)caret, "");
}

static void print_steps(struct skep_buffer *b, const struct skep_verify_input *in,
			const struct skep_reason *r)
{
	size_t start, width;

	if (!r->step_count)
		return;
	skep_buffer_text(b, "  how it came to this:\n");
	for (u32 i = 0; i < r->step_count; i++) {
		start = b->count;
		skep_buffer_text(b, "  ");
		print_insn(b, in, r->steps[i].insn);
		width = b->count - start;
		skep_buffer_printf(b, "%*s ; %s\n", width < 44 ? (int)(44 - width) : 0, "",
				   r->steps[i].note);
	}
}

void skep_reason_print(struct skep_buffer *b, const struct skep_verify_input *in,
		       const struct skep_reason *r)
{
	u32 insn = (u32)r->d.place.at;

	if (insn >= in->count)
		return;
	print_source(b, in, insn);
	skep_buffer_text(b, "  ");
	print_insn(b, in, insn);
	skep_buffer_text(b, "\n");
	print_steps(b, in, r);
	if (r->lost)
		skep_buffer_printf(b, "  the check at instruction %u does not help: %s\n",
				   r->lost_insn, r->lost);
	if (r->fix)
		skep_buffer_printf(b, "  write before it: %s\n  tried: %s\n", r->fix,
				   r->fix_passes  ? "the program is accepted with it"
				   : r->fix_fails ? "it does not help here by itself"
						  : "what is refused here passes with it, and the "
						    "program is refused for another reason");
}
