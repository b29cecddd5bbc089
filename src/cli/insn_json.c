/* SPDX-License-Identifier: BSD-2-Clause */
#include "cli/insn_json.h"

#include "base/json.h"
#include "isa/isa.h"

u32 skep_json_insn(struct skep_buffer *b, const struct bpf_insn *insn, u32 slots)
{
	skep_buffer_printf(b, "\"opcode\":%u,\"dst\":%u,\"src\":%u,\"off\":%d,\"imm\":%d",
			   insn->code, insn->dst_reg, insn->src_reg, insn->off, insn->imm);
	if (insn->code != SKEP_OPCODE_WIDE || slots < 2)
		return 1;
	skep_buffer_printf(b, ",\"next_imm\":%d", insn[1].imm);
	return 2;
}

static void add_block(struct skep_buffer *b, const struct skep_prog_data *block, u32 index)
{
	const u8 *bytes = block->bytes;

	skep_buffer_printf(b, "{\"index\":%u,\"%s\":", index, bytes ? "data" : "map");
	if (block->name)
		skep_json_string(b, block->name);
	else
		skep_buffer_text(b, "null");
	if (bytes) {
		skep_buffer_text(b, ",\"bytes\":\"");
		for (size_t i = 0; i < block->size; i++)
			skep_buffer_printf(b, "%02x", bytes[i]);
		skep_buffer_text(b, "\"");
	}
	skep_buffer_text(b, "}\n");
}

void skep_json_data(struct skep_buffer *b, const struct skep_prog *prog)
{
	for (u32 i = 0; i < prog->data_count; i++)
		add_block(b, &prog->data[i], i);
}
