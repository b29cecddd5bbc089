/* SPDX-License-Identifier: BSD-2-Clause */
/* Which registers are alive where: walks from the end to the start, until jumps back find what they
 * found before. A walk only ever adds registers, so the last one is exact; loops nest seldom deeper
 * than WALKS, and if they do, all registers count as alive where a jump back goes, which is right
 * as well. So the time is linear. */
#include "jit/facts.h"

#include <string.h>

enum {
	ALL = (1 << SKEP_REGISTERS) - 1,
	ARGUMENTS = 0x3e, /* r1 to r5 */
	R0 = 1,
	WALKS = 8,
};

/* What an instruction does with registers, apart from what local calls and exits do: those leave
 * all of them alive. Masks are none or all of the bits. */
struct use {
	u16 reads_dst, reads_src, reads; /* masks for dst and src; others */
	u16 writes_dst, writes_src, writes;
	bool goes; /* more than a step to the next */
};

enum { EACH = 0xffff };

#define SRC(from) ((from) == SKEP_FROM_X ? EACH : 0)
#define IS_MOVE(op)                                                                                \
	((op) == SKEP_ALU_MOV || (op) == SKEP_ALU_MOVSX8 || (op) == SKEP_ALU_MOVSX16 ||            \
	 (op) == SKEP_ALU_MOVSX32)
#define FETCHES(op, imm) ((op) != SKEP_ATOMIC_CMPXCHG && ((imm)&BPF_FETCH))
#define COMPARES(op)	 ((op) == SKEP_ATOMIC_CMPXCHG ? R0 : 0)
#define WRITTEN(op)                                                                                \
	((op) == SKEP_CALL_HELPER || (op) == SKEP_CALL_MAP || (op) == SKEP_CALL_CPU ? R0 : 0)
#define USE_ALU(op, from, imm)                                                                     \
	{                                                                                          \
		IS_MOVE(op) ? 0 : EACH, SRC(from), 0, EACH, 0, 0, false                            \
	}
#define USE_JUMP(op, from, imm)                                                                    \
	{                                                                                          \
		EACH, SRC(from), 0, 0, 0, 0, true                                                  \
	}
#define USE_JA(op, from, imm)                                                                      \
	{                                                                                          \
		0, 0, 0, 0, 0, 0, true                                                             \
	}
#define USE_MAY(op, from, imm)                                                                     \
	{                                                                                          \
		0, 0, 0, 0, 0, 0, true                                                             \
	}
#define USE_CAST(op, from, imm)                                                                    \
	{                                                                                          \
		0, EACH, 0, EACH, 0, 0, false                                                      \
	}
#define USE_CALL(op, from, imm)                                                                    \
	{                                                                                          \
		0, 0, (op) == SKEP_CALL_CPU ? 0 : ARGUMENTS, 0, 0, WRITTEN(op),                    \
		    (op) != SKEP_CALL_CPU                                                          \
	}
#define USE_EXIT(op, from, imm)                                                                    \
	{                                                                                          \
		0, 0, 0, 0, 0, 0, true                                                             \
	}
#define USE_LOAD(op, from, imm)                                                                    \
	{                                                                                          \
		0, EACH, 0, EACH, 0, 0, false                                                      \
	}
#define USE_STORE(op, from, imm)                                                                   \
	{                                                                                          \
		EACH, SRC(from), 0, 0, 0, 0, false                                                 \
	}
#define USE_ATOMIC(op, from, imm)                                                                  \
	{                                                                                          \
		EACH, EACH, COMPARES(op), 0, FETCHES(op, imm) ? EACH : 0, COMPARES(op), false      \
	}
#define USE_WIDE(op, from, imm)                                                                    \
	{                                                                                          \
		0, 0, 0, EACH, 0, 0, (op) == SKEP_WIDE_FUNCTION                                    \
	}
#define USE_PACKET(op, from, imm)                                                                  \
	{                                                                                          \
		0, SRC(from), 0, 0, 0, R0, true                                                    \
	}

static const struct use uses[SKEP_INSN_ALL] = {
#define ANY SKEP_ANY
#define ROW(id, opcode, dst, src, off, imm, group, kind, op, bits, from, text, word)               \
	[SKEP_INSN_##id] = USE_##kind(SKEP_##kind##_##op, SKEP_FROM_##from, imm),
#define INSN ROW
#include "isa/insn.def"
#define INSN ROW
#include "isa/internal.def"
#undef ROW
#undef ANY
};

/* The registers alive behind an instruction that is more than a step to the next. */
static u16 live_behind(const struct skep_jit_facts *f, const struct skep_insn_row *row,
		       const struct bpf_insn *insn, u32 index)
{
	u16 next = f->insns[index + 1].live;

	switch (row->kind) {
	case SKEP_KIND_JA:
		return f->insns[skep_insn_target(row, insn, index)].live;
	case SKEP_KIND_JUMP:
	case SKEP_KIND_MAY:
		return next | f->insns[skep_insn_target(row, insn, index)].live;
	case SKEP_KIND_EXIT:
		/* The caller of a local call may look at more than the result. */
		return f->calls_local ? (u16)ALL : R0;
	case SKEP_KIND_PACKET:
	case SKEP_KIND_CALL:
		return f->calls_local ? (u16)ALL : next;
	default:
		return next;
	}
}

/* Returns whether anything changed where jumps go. Where they go back to, `least` is alive. */
static bool walk_back(struct skep_jit_facts *f, const struct bpf_insn *insns, u16 least)
{
	bool changed = false;
	u16 live = 0;

	for (u32 i = f->count; i-- > 0;) {
		struct skep_jit_insn *at = &f->insns[i];

		if (at->goes)
			live = live_behind(f, skep_insn_row(at->row), &insns[i], i);
		live = (u16)((live & ~at->writes) | at->reads);
		if (at->from_behind)
			live |= least;
		changed |= at->from_behind && live != at->live;
		at->live = live;
	}
	return changed;
}

static void find_live(struct skep_jit_facts *f, const struct bpf_insn *insns)
{
	for (u32 walk = 0; walk < WALKS; walk++)
		if (!walk_back(f, insns, 0))
			return;
	walk_back(f, insns, ALL);
	walk_back(f, insns, ALL);
}

static void note_target(struct skep_jit_facts *f, u32 index, s64 target)
{
	f->insns[target].target = true;
	if (target <= index)
		f->insns[target].from_behind = true;
}

static void note(struct skep_jit_facts *f, const struct skep_insn_row *row,
		 const struct bpf_insn *insn, u32 index)
{
	if (skep_insn_has_target(row))
		note_target(f, index, skep_insn_target(row, insn, index));
	if (row->kind == SKEP_KIND_CALL) {
		f->calls_local |= row->op == SKEP_CALL_LOCAL;
		f->calls_helper |= row->op == SKEP_CALL_HELPER || row->op == SKEP_CALL_MAP;
		f->calls_tail |= row->op == SKEP_CALL_TAIL;
	} else if (row->kind == SKEP_KIND_PACKET) {
		f->packet = true;
	} else if (row->kind == SKEP_KIND_WIDE) {
		/* Callbacks are local calls, and have frames even if they do not look at them. */
		f->calls_back = f->calls_local = true;
	}
}

/* Whether an instruction that names r10 uses it as all verified programs do. */
static bool keeps_frame(const struct skep_insn_row *row, const struct bpf_insn *insn)
{
	switch (row->kind) {
	case SKEP_KIND_LOAD:
		return insn->dst_reg != 10;
	case SKEP_KIND_STORE:
	case SKEP_KIND_ATOMIC:
		return row->from == SKEP_FROM_K || insn->src_reg != 10;
	default:
		return skep_insn_id(row) == SKEP_INSN_MOV64_X && insn->dst_reg != 10;
	}
}

static void look_at_all(struct skep_jit_facts *f, const struct bpf_insn *insns, const u8 *rows)
{
	struct skep_jit_insn *at = f->insns;
	u32 count = f->count;
	u16 used = 0;

	for (u32 i = 0; i < count; i++, at++) {
		const struct use *use = &uses[rows[i]];
		u32 dst = 1u << insns[i].dst_reg, src = 1u << insns[i].src_reg, reads, writes;

		at->row = rows[i];
		/* A second slot does nothing. */
		if (insns[i].code == 0)
			continue;
		reads = (dst & use->reads_dst) | (src & use->reads_src) | use->reads;
		writes = (dst & use->writes_dst) | (src & use->writes_src) | use->writes;
		at->reads = (u16)reads;
		at->writes = (u16)writes;
		used |= (u16)(reads | writes);
		if ((reads | writes) & 1 << 10)
			f->moves_frame |= !keeps_frame(skep_insn_row(rows[i]), &insns[i]);
		if (use->goes) {
			at->goes = true;
			note(f, skep_insn_row(rows[i]), &insns[i], i);
		}
	}
	f->used = used | (f->calls_back ? 1 << 10 : 0);
}

void skep_jit_facts_init(struct skep_jit_facts *f, const struct skep_code *code,
			 struct skep_jit_block *block)
{
	const struct skep_prog *prog = code->prog;
	size_t size = skep_jit_facts_size(prog->count);

	*f = (struct skep_jit_facts){.count = prog->count};
	f->insns = memset(skep_jit_block_take(block, 1, size), 0, size);
	/* Helpers may stop the run; the handler is called back. */
	f->calls_back = f->calls_local = code->helpers.throws;
	if (code->helpers.handler)
		f->insns[code->helpers.handler - 1].target = true;
	look_at_all(f, prog->insns, code->rows);
	find_live(f, prog->insns);
}

u16 skep_jit_live_behind(const struct skep_jit_facts *f, const struct skep_prog *prog, u32 index)
{
	return live_behind(f, skep_insn_row(f->insns[index].row), &prog->insns[index], index);
}
