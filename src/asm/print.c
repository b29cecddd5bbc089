/* SPDX-License-Identifier: BSD-2-Clause */
#include "asm/print.h"

#include "asm/pattern.h"
#include "base/diag.h"
#include "isa/isa.h"
#include "prog/prog.h"

void skep_asm_print(struct skep_buffer *b, const struct bpf_insn *insn, enum skep_syntax syntax)
{
	const struct skep_insn_row *row = skep_insn_decode(insn, 0, NULL);

	if (row)
		skep_pattern_print(b, syntax == SKEP_SYNTAX_LINUX ? row->text : row->word, insn);
	else
		skep_buffer_printf(b, "; no instruction: %02x dst %u src %u off %d imm 0x%x",
				   insn->code, insn->dst_reg, insn->src_reg, insn->off,
				   (u32)insn->imm);
}

SKEP_API char *skep_prog_text(const struct skep_prog *prog, const struct skep_text_options *options,
			      struct skep_diag *d)
{
	static const struct skep_text_options plain = {.syntax = SKEP_SYNTAX_LINUX};
	struct skep_buffer b = {0};
	char *text;

	options = options ? options : &plain;
	for (u32 i = 0; i < prog->count; i++) {
		struct bpf_insn pair[2] = {prog->insns[i]};

		if (i + 1 < prog->count)
			pair[1] = prog->insns[i + 1];
		if (options->listing)
			skep_buffer_printf(&b, "%u: (%02x) ", i, pair[0].code);
		skep_asm_print(&b, pair, options->syntax);
		skep_buffer_text(&b, "\n");
		i += pair[0].code == SKEP_OPCODE_WIDE && i + 1 < prog->count;
	}
	text = skep_buffer_take(&b);
	if (!text)
		skep_fail_nomem(d);
	return text;
}
