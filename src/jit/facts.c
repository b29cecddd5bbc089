/* SPDX-License-Identifier: BSD-2-Clause */
/* Which registers are alive where: walks from the end to the start, until jumps back find what they
 * found before. A walk only ever adds registers, so the last one is exact; loops nest seldom deeper
 * than WALKS, and if they do, all registers count as alive where a jump back goes, which is right
 * as well. So the time is linear. */
#include "jit/facts.h"

#include "base/alloc.h"

enum {
	ALL = (1 << SKEP_REGISTERS) - 1,
	ARGUMENTS = 0x3e, /* r1 to r5 */
	R0 = 1,
	WALKS = 8,
};

/* What an instruction does with registers, apart from what local calls and exits do: those leave
 * all of them alive. */
enum use {
	READS_DST = 1,
	READS_SRC = 2,
	READS_R0 = 4,
	READS_ARGUMENTS = 8,
	WRITES_DST = 16,
	WRITES_SRC = 32,
	WRITES_R0 = 64,
	GOES = 128, /* more than a step to the next */
};

#define SRC(from) ((from) == SKEP_FROM_X ? READS_SRC : 0)
#define IS_MOVE(op)                                                                                \
	((op) == SKEP_ALU_MOV || (op) == SKEP_ALU_MOVSX8 || (op) == SKEP_ALU_MOVSX16 ||            \
	 (op) == SKEP_ALU_MOVSX32)
#define USES_ALU(op, from, imm)	 (WRITES_DST | SRC(from) | (IS_MOVE(op) ? 0 : READS_DST))
#define USES_JUMP(op, from, imm) (GOES | READS_DST | SRC(from))
#define USES_JA(op, from, imm)	 GOES
#define USES_CALL(op, from, imm)                                                                   \
	(GOES | READS_ARGUMENTS | ((op) == SKEP_CALL_HELPER ? WRITES_R0 : 0))
#define USES_EXIT(op, from, imm)  GOES
#define USES_LOAD(op, from, imm)  (READS_SRC | WRITES_DST)
#define USES_STORE(op, from, imm) (READS_DST | SRC(from))
#define USES_ATOMIC(op, from, imm)                                                                 \
	(READS_DST | READS_SRC |                                                                   \
	 ((op) == SKEP_ATOMIC_CMPXCHG ? READS_R0 | WRITES_R0                                       \
	  : (imm)&BPF_FETCH	      ? WRITES_SRC                                                 \
				      : 0))
#define USES_WIDE(op, from, imm)   ((op) == SKEP_WIDE_FUNCTION ? GOES | WRITES_DST : WRITES_DST)
#define USES_PACKET(op, from, imm) (GOES | SRC(from) | WRITES_R0)

static const u8 uses[SKEP_INSN_ALL] = {
#define ANY SKEP_ANY
#define ROW(id, opcode, dst, src, off, imm, group, kind, op, bits, from, text, word)               \
	[SKEP_INSN_##id] = USES_##kind(SKEP_##kind##_##op, SKEP_FROM_##from, imm),
#define INSN ROW
#include "isa/insn.def"
#define INSN ROW
#include "isa/internal.def"
#undef ROW
#undef ANY
};

static u16 bit(u32 reg)
{
	return (u16)(1 << reg);
}

static u16 reads(u32 use, const struct bpf_insn *insn)
{
	return (u16)((use & READS_DST ? bit(insn->dst_reg) : 0) |
		     (use & READS_SRC ? bit(insn->src_reg) : 0) | (use & READS_R0 ? R0 : 0) |
		     (use & READS_ARGUMENTS ? ARGUMENTS : 0));
}

static u16 writes(u32 use, const struct bpf_insn *insn)
{
	return (u16)((use & WRITES_DST ? bit(insn->dst_reg) : 0) |
		     (use & WRITES_SRC ? bit(insn->src_reg) : 0) | (use & WRITES_R0 ? R0 : 0));
}

/* The registers alive behind an instruction that is more than a step to the next. */
static u16 live_behind(const struct skep_jit_facts *f, const struct skep_insn_row *row,
		       const struct bpf_insn *insn, u32 index)
{
	u16 next = f->insns[index + 1].live;

	switch (row->kind) {
	case SKEP_KIND_JA:
		return f->insns[skep_insn_target(row, insn, index)].live;
	case SKEP_KIND_JUMP:
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

	for (u32 i = f->count; i-- > 0;) {
		struct skep_jit_insn *at = &f->insns[i];
		u16 live = at[1].live;

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

static void note(struct skep_jit_facts *f, const struct skep_insn_row *row,
		 const struct bpf_insn *insn, u32 index)
{
	s64 target;

	if (row->kind == SKEP_KIND_CALL) {
		f->calls_local |= row->op == SKEP_CALL_LOCAL;
		f->calls_helper |= row->op == SKEP_CALL_HELPER;
		f->calls_tail |= row->op == SKEP_CALL_TAIL;
	}
	f->packet |= row->kind == SKEP_KIND_PACKET;
	if (!skep_insn_has_target(row))
		return;
	target = skep_insn_target(row, insn, index);
	f->insns[target].target = true;
	f->insns[target].from_behind |= target <= index;
}

bool skep_jit_facts_init(struct skep_jit_facts *f, const struct skep_code *code)
{
	const struct skep_prog *prog = code->prog;

	*f = (struct skep_jit_facts){.count = prog->count};
	f->insns = skep_alloc(((size_t)prog->count + 1) * sizeof(*f->insns));
	if (!f->insns)
		return false;
	for (u32 i = 0; i < prog->count; i++) {
		struct skep_jit_insn *at = &f->insns[i];
		u32 use = uses[code->rows[i]];

		at->row = code->rows[i];
		/* A second slot does nothing. */
		if (prog->insns[i].code == 0)
			continue;
		at->reads = reads(use, &prog->insns[i]);
		at->writes = writes(use, &prog->insns[i]);
		f->used |= at->reads | at->writes;
		at->goes = use & GOES;
		if (at->goes)
			note(f, skep_insn_row(at->row), &prog->insns[i], i);
	}
	find_live(f, prog->insns);
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
