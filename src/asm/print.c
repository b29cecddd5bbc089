/* SPDX-License-Identifier: BSD-2-Clause */
#include "asm/print.h"

#include "asm/data.h"
#include "asm/pattern.h"
#include "base/diag.h"
#include "isa/isa.h"
#include "prog/prog.h"

void skep_asm_print_named(struct skep_buffer *b, const struct bpf_insn *insn,
			  enum skep_syntax syntax, const struct skep_operand_names *names)
{
	const struct skep_insn_row *row = skep_insn_decode(insn, 0, NULL);

	if (row)
		skep_pattern_print(b, syntax == SKEP_SYNTAX_LINUX ? row->text : row->word, insn,
				   names);
	else
		skep_buffer_printf(b, "; no instruction: %02x dst %u src %u off %d imm 0x%x",
				   insn->code, insn->dst_reg, insn->src_reg, insn->off,
				   (u32)insn->imm);
}

void skep_asm_print(struct skep_buffer *b, const struct bpf_insn *insn, enum skep_syntax syntax)
{
	skep_asm_print_named(b, insn, syntax, NULL);
}

const char *skep_asm_map_name(const struct skep_prog *prog, const struct bpf_insn *insn)
{
	bool by_index =
	    insn->code == SKEP_OPCODE_WIDE &&
	    (insn->src_reg == BPF_PSEUDO_MAP_IDX || insn->src_reg == BPF_PSEUDO_MAP_IDX_VALUE);

	return by_index && (u32)insn->imm < prog->data_count ? prog->data[insn->imm].name : NULL;
}

SKEP_API char *skep_prog_text(const struct skep_prog *prog, const struct skep_text_options *options,
			      struct skep_diag *d)
{
	static const struct skep_text_options plain = {.syntax = SKEP_SYNTAX_LINUX};
	struct skep_buffer b = {0};
	char *text;

	options = options ? options : &plain;
	if (options->data)
		skep_blocks_print(&b, prog);
	for (u32 i = 0; i < prog->count; i++) {
		struct bpf_insn pair[2] = {prog->insns[i]};
		struct skep_operand_names names = {.map = skep_asm_map_name(prog, &pair[0])};

		if (i + 1 < prog->count)
			pair[1] = prog->insns[i + 1];
		if (options->listing)
			skep_buffer_printf(&b, "%u: (%02x) ", i, pair[0].code);
		skep_asm_print_named(&b, pair, options->syntax, &names);
		skep_buffer_text(&b, "\n");
		i += pair[0].code == SKEP_OPCODE_WIDE && i + 1 < prog->count;
	}
	text = skep_buffer_take(&b);
	if (!text)
		skep_fail_nomem(d);
	return text;
}
