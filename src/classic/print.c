/* SPDX-License-Identifier: BSD-2-Clause */
/* The three forms in which tcpdump writes a program: -d as libpcap's bpf_image() has it, -dd and
 * -ddd as its bpf_dump() has them. One instruction differs: bpf_image() does not know 'ldx
 * #pktlen'. */
#include <skep/classic.h>
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "classic/table.h"

/* Writes the operand after its pattern. */
static void print_operand(char *out, size_t size, const char *text, u32 value)
{
	const char *number = strchr(text, '%');

	if (!number)
		snprintf(out, size, "%s", text);
	else if (number[1] == 'x')
		snprintf(out, size, "%.*s%x%s", (int)(number - text), text, value, number + 2);
	else
		snprintf(out, size, "%.*s%d%s", (int)(number - text), text, (s32)value, number + 2);
}

/* Whether an opcode, known or not, is written with two targets. */
static bool has_targets(u16 code)
{
	return BPF_CLASS(code) == BPF_JMP && BPF_OP(code) != BPF_JA;
}

static void print_line(struct skep_buffer *b, struct sock_filter insn, u32 at)
{
	static const struct skep_classic_row unknown = {.mnemonic = "unimp", .text = "0x%x"};
	const struct skep_classic_row *row = skep_classic_row(insn.code);
	const char *field = NULL;
	u32 value = insn.k;
	char operand[64];

	if (!row) {
		row = &unknown;
		value = insn.code;
	}
	if (row->operand == SKEP_OPERAND_DISTANCE)
		value = at + 1 + insn.k;
	if (row->operand == SKEP_OPERAND_PLACE)
		field = skep_classic_ancillary_text(insn.k);
	if (field)
		snprintf(operand, sizeof(operand), "[%s]", field);
	else
		print_operand(operand, sizeof(operand), row->text, value);
	if (has_targets(insn.code))
		skep_buffer_printf(b, "(%03u) %-8s %-16s jt %u\tjf %u\n", at, row->mnemonic,
				   operand, at + 1 + insn.jt, at + 1 + insn.jf);
	else
		skep_buffer_printf(b, "(%03u) %-8s %s\n", at, row->mnemonic, operand);
}

char *skep_classic_print(const struct sock_filter *insns, u32 count, enum skep_classic_form form,
			 struct skep_diag *d)
{
	struct skep_buffer b = {0};
	char *text;

	if (form == SKEP_CLASSIC_DECIMAL)
		skep_buffer_printf(&b, "%u\n", count);
	for (u32 at = 0; at < count; at++) {
		struct sock_filter i = insns[at];

		if (form == SKEP_CLASSIC_LISTING)
			print_line(&b, i, at);
		else
			skep_buffer_printf(&b,
					   form == SKEP_CLASSIC_C ? "{ 0x%x, %u, %u, 0x%08x },\n"
								  : "%u %u %u %u\n",
					   i.code, i.jt, i.jf, i.k);
	}
	text = skep_buffer_take(&b);
	if (!text)
		skep_fail_nomem(d);
	return text;
}

void skep_classic_free(void *printed_or_parsed)
{
	skep_free(printed_or_parsed);
}
