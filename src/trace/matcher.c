/* SPDX-License-Identifier: BSD-2-Clause */
/* Classic BPF becomes eBPF: A is r0, X is r7, the packet r6, what was captured r8, the words M are
 * on the stack. A load beyond what was captured leads to "no match", as in classic BPF. The code
 * ends where its place ends; what is free before it stays as it is, instructions that do nothing.
 */
#include "trace/matcher.h"

#include <linux/bpf.h>
#include <string.h>

#include "base/alloc.h"
#include "base/diag.h"

enum {
	A = BPF_REG_0,
	X = BPF_REG_7,
	PACKET = BPF_REG_6,
	CAPTURED = BPF_REG_8,
	AT = BPF_REG_2,
	END = BPF_REG_3
};

enum { NO_MATCH = -1 }; /* a place to jump to */

struct code {
	struct bpf_insn insns[SKEP_MATCHER_SLOTS];
	s32 to[SKEP_MATCHER_SLOTS]; /* of a jump: number of the classic instruction, or NO_MATCH */
	u32 starts[BPF_MAXINSNS + 1]; /* of the code of each classic instruction */
	u32 count;
	bool full;
};

/* ---- one instruction */

static void put(struct code *c, struct bpf_insn insn, s32 to)
{
	if (c->count == SKEP_MATCHER_SLOTS) {
		c->full = true;
		return;
	}
	c->insns[c->count] = insn;
	c->to[c->count++] = to;
}

static void put_alu(struct code *c, u8 op, u8 reg, u32 k)
{
	put(c, (struct bpf_insn){.code = BPF_ALU | BPF_K | op, .dst_reg = reg & 15u, .imm = (s32)k},
	    0);
}

static void put_alu_reg(struct code *c, u8 op, u8 reg, u8 by)
{
	put(c,
	    (struct bpf_insn){
		.code = BPF_ALU | BPF_X | op, .dst_reg = reg & 15u, .src_reg = by & 15u},
	    0);
}

/* A jump; without a condition op is BPF_JA. */
static void put_jump(struct code *c, u8 op, u8 reg, u32 k, s32 to)
{
	u8 class = op == BPF_JA ? BPF_JMP : BPF_JMP32;

	put(c,
	    (struct bpf_insn){
		.code = class | BPF_K | op, .dst_reg = reg & 15u, .imm = (s32)k, .off = 1},
	    to);
}

static void put_memory(struct code *c, u8 code, u8 dst, u8 src, s16 off)
{
	put(c,
	    (struct bpf_insn){
		.code = code | BPF_MEM, .dst_reg = dst & 15u, .src_reg = src & 15u, .off = off},
	    0);
}

static u32 size_of(u16 code)
{
	return BPF_SIZE(code) == BPF_W ? 4 : BPF_SIZE(code) == BPF_H ? 2 : 1;
}

/* ---- loads from the packet */

static void put_order(struct code *c, u8 reg, u32 size)
{
	if (size > 1)
		put(c,
		    (struct bpf_insn){.code = BPF_ALU | BPF_END | BPF_TO_BE,
				      .dst_reg = reg & 15u,
				      .imm = (s32)size * 8},
		    0);
}

static void load_at(struct code *c, u8 reg, u16 code, u32 k)
{
	u32 size = size_of(code);

	put_jump(c, BPF_JLT, CAPTURED, k + size, NO_MATCH);
	if (k > SKEP_MATCHER_BYTES - size) { /* never reached, but Linux wants to see a value */
		put_alu(c, BPF_MOV, reg, 0);
		return;
	}
	put_memory(c, BPF_LDX | BPF_SIZE(code), reg, PACKET,
		   (s16)(offsetof(struct skep_trace_packet, bytes) + k));
	put_order(c, reg, size);
}

static void load_behind(struct code *c, u16 code, u32 k)
{
	u32 size = size_of(code);

	put_alu_reg(c, BPF_MOV, AT, X);
	put_alu(c, BPF_ADD, AT, k);
	put_jump(c, BPF_JGT, AT, SKEP_MATCHER_BYTES - size, NO_MATCH);
	put_alu_reg(c, BPF_MOV, END, AT);
	put_alu(c, BPF_ADD, END, size);
	put(c,
	    (struct bpf_insn){
		.code = BPF_JMP32 | BPF_X | BPF_JGT, .dst_reg = END, .src_reg = CAPTURED, .off = 1},
	    NO_MATCH);
	put(c,
	    (struct bpf_insn){
		.code = BPF_ALU64 | BPF_X | BPF_ADD, .dst_reg = AT, .src_reg = PACKET},
	    0);
	put_memory(c, BPF_LDX | BPF_SIZE(code), A, AT, offsetof(struct skep_trace_packet, bytes));
	put_order(c, A, size);
}

/* ---- classes; false: no filter has that */

static s16 word_at(u32 k)
{
	return (s16)(-4 * (s32)(k + 1));
}

static bool put_load(struct code *c, const struct sock_filter *f)
{
	u8 reg = BPF_CLASS(f->code) == BPF_LD ? A : X;

	switch (BPF_MODE(f->code)) {
	case BPF_IMM:
		put_alu(c, BPF_MOV, reg, f->k);
		return true;
	case BPF_LEN:
		put_memory(c, BPF_LDX | BPF_W, reg, PACKET,
			   offsetof(struct skep_trace_packet, length));
		return true;
	case BPF_MEM:
		put_memory(c, BPF_LDX | BPF_W, reg, BPF_REG_10, word_at(f->k));
		return true;
	case BPF_ABS:
		load_at(c, A, f->code, f->k);
		return f->k < (u32)SKF_AD_OFF;
	case BPF_IND:
		load_behind(c, f->code, f->k);
		return true;
	case BPF_MSH:
		load_at(c, X, f->code, f->k);
		put_alu(c, BPF_AND, X, 15);
		put_alu(c, BPF_LSH, X, 2);
		return true;
	default:
		return false;
	}
}

static bool put_arithmetic(struct code *c, const struct sock_filter *f)
{
	u8 op = (u8)BPF_OP(f->code);

	if (op == BPF_NEG || BPF_SRC(f->code) == BPF_K) {
		put_alu(c, op, A, f->k);
		return true;
	}
	if (op == BPF_DIV || op == BPF_MOD)
		put_jump(c, BPF_JEQ, X, 0, NO_MATCH);
	put_alu_reg(c, op, A, X);
	return true;
}

static bool put_test(struct code *c, const struct sock_filter *f, s32 next)
{
	struct bpf_insn insn = {
	    .code = (u8)(BPF_JMP32 | BPF_OP(f->code) | BPF_SRC(f->code)), .dst_reg = A, .off = 1};

	if (BPF_OP(f->code) == BPF_JA) {
		put_jump(c, BPF_JA, 0, 0, next + (s32)f->k);
		return true;
	}
	if (BPF_SRC(f->code) == BPF_X)
		insn.src_reg = X;
	else
		insn.imm = (s32)f->k;
	put(c, insn, next + f->jt);
	put_jump(c, BPF_JA, 0, 0, next + f->jf);
	return true;
}

static bool put_classic(struct code *c, const struct sock_filter *f, s32 next)
{
	switch (BPF_CLASS(f->code)) {
	case BPF_LD:
	case BPF_LDX:
		return put_load(c, f);
	case BPF_ST:
		put_memory(c, BPF_STX | BPF_W, BPF_REG_10, A, word_at(f->k));
		return true;
	case BPF_STX:
		put_memory(c, BPF_STX | BPF_W, BPF_REG_10, X, word_at(f->k));
		return true;
	case BPF_ALU:
		return put_arithmetic(c, f);
	case BPF_JMP:
		return put_test(c, f, next);
	case BPF_RET:
		if (BPF_RVAL(f->code) == BPF_K)
			put_alu(c, BPF_MOV, A, f->k);
		put(c, (struct bpf_insn){.code = BPF_JMP | BPF_EXIT}, 0);
		return true;
	default:
		put_alu_reg(c, BPF_MOV, BPF_MISCOP(f->code) == BPF_TAX ? X : A,
			    BPF_MISCOP(f->code) == BPF_TAX ? A : X);
		return true;
	}
}

/* ---- the whole */

static bool is_jump(const struct bpf_insn *insn)
{
	u8 class = BPF_CLASS(insn->code);

	return (class == BPF_JMP || class == BPF_JMP32) && BPF_OP(insn->code) != BPF_EXIT;
}

static bool translate(struct code *c, const struct skep_trace_matcher *m)
{
	u32 no_match;

	/* Linux wants to see that a pointer that a function is given is none to nothing. */
	put(c, (struct bpf_insn){.code = BPF_JMP | BPF_K | BPF_JEQ, .dst_reg = BPF_REG_1},
	    NO_MATCH);
	put(c,
	    (struct bpf_insn){
		.code = BPF_ALU64 | BPF_X | BPF_MOV, .dst_reg = PACKET, .src_reg = BPF_REG_1},
	    0);
	put_memory(c, BPF_LDX | BPF_W, CAPTURED, PACKET,
		   offsetof(struct skep_trace_packet, captured));
	put_alu(c, BPF_MOV, A, 0);
	put_alu(c, BPF_MOV, X, 0);
	for (u32 i = 0; i < m->count; i++) {
		c->starts[i] = c->count;
		if (!put_classic(c, &m->insns[i], (s32)i + 1))
			return false;
	}
	no_match = c->count;
	put_alu(c, BPF_MOV, A, 0);
	put(c, (struct bpf_insn){.code = BPF_JMP | BPF_EXIT}, 0);
	for (u32 i = 0; i < c->count; i++)
		if (is_jump(&c->insns[i]))
			c->insns[i].off =
			    (s16)((c->to[i] == NO_MATCH ? no_match : c->starts[c->to[i]]) - i - 1);
	return true;
}

/* The function of the programs that begins with the mark. */
static struct bpf_insn *find_place(u8 *elf, size_t size)
{
	struct bpf_insn mark[2] = {
	    {.code = BPF_LD | BPF_IMM | BPF_DW, .imm = (s32)(SKEP_MATCHER_MARK & 0xffffffff)},
	    {.imm = (s32)(SKEP_MATCHER_MARK >> 32)},
	};

	for (size_t at = 0; at + SKEP_MATCHER_SLOTS * sizeof(*mark) <= size; at += sizeof(*mark))
		if (memcmp(elf + at, mark, sizeof(mark)) == 0)
			return (struct bpf_insn *)(elf + at);
	return NULL;
}

static bool write_code(struct code *c, struct bpf_insn *place, const struct skep_trace_matcher *m,
		       struct skep_diag *d)
{
	static const struct bpf_insn nothing = {.code = BPF_JMP | BPF_JA};

	if (!translate(c, m))
		return skep_fail(d, SKEP_E_UNSUPPORTED,
				 "the filter asks what is not in the bytes of a packet");
	if (c->full)
		return skep_fail(d, SKEP_E_LIMIT, "the filter needs more than %d instructions",
				 SKEP_MATCHER_SLOTS);
	for (u32 i = 0; i < SKEP_MATCHER_SLOTS - c->count; i++)
		place[i] = nothing;
	memcpy(place + SKEP_MATCHER_SLOTS - c->count, c->insns, c->count * sizeof(*place));
	return true;
}

bool skep_trace_matcher_place(u8 *elf, size_t size, const struct skep_trace_matcher *matcher,
			      struct skep_diag *d)
{
	struct bpf_insn *place = find_place(elf, size);
	struct code *code;
	bool ok;

	if (!place)
		return skep_fail(d, SKEP_E_UNSUPPORTED, "the programs have no place for a filter");
	code = skep_alloc(sizeof(*code));
	if (!code)
		return skep_fail_nomem(d);
	ok = write_code(code, place, matcher, d);
	skep_free(code);
	return ok;
}
