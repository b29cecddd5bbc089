/* SPDX-License-Identifier: BSD-2-Clause */
/* Which registers are alive where: one walk from the end. What a jump back finds is not known then,
 * so all registers count as alive there: right, if not always as exact as can be, and linear. */
#include "jit/facts.h"

#include "base/alloc.h"

enum {
	ALL = (1 << SKEP_REGISTERS) - 1,
	ARGUMENTS = 0x3e, /* r1 to r5 */
	R0 = 1,
};

static u16 bit(u32 reg)
{
	return (u16)(1 << reg);
}

static bool is_fetch(const struct skep_insn_row *row)
{
	return row->imm & BPF_FETCH;
}

/* Registers that an instruction reads, beyond what a local call or the end of the program do. */
static u16 reads(const struct skep_insn_row *row, const struct bpf_insn *insn)
{
	u16 src = row->from == SKEP_FROM_X ? bit(insn->src_reg) : 0, dst = bit(insn->dst_reg);

	switch (row->kind) {
	case SKEP_KIND_ALU:
		return row->op == SKEP_ALU_MOV || row->op == SKEP_ALU_MOVSX8 ||
			       row->op == SKEP_ALU_MOVSX16 || row->op == SKEP_ALU_MOVSX32
			   ? src
			   : src | dst;
	case SKEP_KIND_JUMP:
	case SKEP_KIND_STORE:
		return src | dst;
	case SKEP_KIND_ATOMIC:
		return src | dst | (row->op == SKEP_ATOMIC_CMPXCHG ? R0 : 0);
	case SKEP_KIND_LOAD:
	case SKEP_KIND_PACKET:
		return src;
	case SKEP_KIND_CALL:
		return ARGUMENTS;
	default:
		return 0;
	}
}

/* Registers that hold something else behind an instruction. */
static u16 writes(const struct skep_insn_row *row, const struct bpf_insn *insn)
{
	switch (row->kind) {
	case SKEP_KIND_ALU:
	case SKEP_KIND_LOAD:
	case SKEP_KIND_WIDE:
		return bit(insn->dst_reg);
	case SKEP_KIND_ATOMIC:
		if (row->op == SKEP_ATOMIC_CMPXCHG)
			return R0;
		return is_fetch(row) ? bit(insn->src_reg) : 0;
	case SKEP_KIND_PACKET:
		return R0;
	case SKEP_KIND_CALL:
		return row->op == SKEP_CALL_TAIL ? 0 : R0;
	default:
		return 0;
	}
}

static u16 live_at_target(const struct skep_jit_facts *f, u32 index, s64 target)
{
	return target > index ? f->insns[target].live : (u16)ALL;
}

static u16 live_behind(const struct skep_jit_facts *f, const struct skep_insn_row *row,
		       const struct bpf_insn *insn, u32 index)
{
	u16 next = f->insns[index + 1].live;

	switch (row->kind) {
	case SKEP_KIND_JA:
		return live_at_target(f, index, skep_insn_target(row, insn, index));
	case SKEP_KIND_JUMP:
		return next | live_at_target(f, index, skep_insn_target(row, insn, index));
	case SKEP_KIND_EXIT:
		/* The caller of a local call may look at more than the result. */
		return f->calls_local ? (u16)ALL : R0;
	case SKEP_KIND_PACKET:
		return f->calls_local ? (u16)ALL : next;
	case SKEP_KIND_CALL:
		return f->calls_local ? (u16)ALL : next;
	default:
		return next;
	}
}

static u16 live_before(const struct skep_jit_facts *f, const struct skep_insn_row *row,
		       const struct bpf_insn *insn, u32 index)
{
	u16 behind = live_behind(f, row, insn, index);

	if (row->kind == SKEP_KIND_EXIT)
		return behind;
	if (row->kind == SKEP_KIND_CALL && row->op == SKEP_CALL_LOCAL)
		return ALL;
	return (u16)((behind & ~writes(row, insn)) | reads(row, insn));
}

static void walk_back(struct skep_jit_facts *f, const struct skep_prog *prog)
{
	for (u32 i = prog->count; i-- > 0;) {
		const struct skep_insn_row *row = skep_insn_row(f->insns[i].row);

		if (row->kind == SKEP_KIND_WIDE && prog->insns[i].code == 0)
			f->insns[i].live = f->insns[i + 1].live;
		else
			f->insns[i].live = live_before(f, row, &prog->insns[i], i);
	}
}

static void note(struct skep_jit_facts *f, const struct skep_insn_row *row,
		 const struct bpf_insn *insn, u32 index)
{
	f->used |= reads(row, insn) | writes(row, insn);
	f->calls_local |= row->kind == SKEP_KIND_CALL && row->op == SKEP_CALL_LOCAL;
	f->calls_helper |= row->kind == SKEP_KIND_CALL && row->op == SKEP_CALL_HELPER;
	f->calls_tail |= row->kind == SKEP_KIND_CALL && row->op == SKEP_CALL_TAIL;
	f->packet |= row->kind == SKEP_KIND_PACKET;
	if (skep_insn_has_target(row))
		f->insns[skep_insn_target(row, insn, index)].target = true;
}

bool skep_jit_facts_init(struct skep_jit_facts *f, const struct skep_code *code)
{
	const struct skep_prog *prog = code->prog;

	*f = (struct skep_jit_facts){.count = prog->count};
	f->insns = skep_alloc(((size_t)prog->count + 1) * sizeof(*f->insns));
	if (!f->insns)
		return false;
	for (u32 i = 0; i < prog->count; i++) {
		const struct skep_insn_row *row =
		    skep_insn_row((enum skep_insn_id)code->ops[i].value);

		f->insns[i].row = (u8)code->ops[i].value;
		note(f, row, &prog->insns[i], i);
		if (row->kind == SKEP_KIND_WIDE) {
			f->insns[i + 1].row = f->insns[i].row;
			i++;
		}
	}
	walk_back(f, prog);
	return true;
}

void skep_jit_facts_fini(struct skep_jit_facts *f)
{
	skep_free(f->insns);
}

u16 skep_jit_live_behind(const struct skep_jit_facts *f, const struct skep_prog *prog, u32 index)
{
	return live_behind(f, skep_insn_row(f->insns[index].row), &prog->insns[index], index);
}
