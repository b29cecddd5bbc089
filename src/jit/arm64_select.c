/* SPDX-License-Identifier: BSD-2-Clause */
/* How an instruction is written: by itself, blinded, or with those behind it as one of the
 * machine's. */
#include "jit/arm64.h"

static struct skep_arm64_insn read_insn(const struct skep_arm64_job *job, u32 index)
{
	const struct bpf_insn *insn = &job->prog->insns[index];
	const struct skep_insn_row *row = skep_insn_row(job->facts->insns[index].row);
	bool has_source = row->kind != SKEP_KIND_WIDE && row->kind != SKEP_KIND_CALL;

	return (struct skep_arm64_insn){
	    .row = row,
	    .index = index,
	    .bits = row->bits,
	    .dst = job->reg[insn->dst_reg],
	    .left = job->reg[insn->dst_reg],
	    .src = has_source ? job->reg[insn->src_reg] : ARM64_NO_REGISTER,
	    .constant = row->from == SKEP_FROM_K,
	    .indirect = row->kind == SKEP_KIND_PACKET && row->op == SKEP_PACKET_IND,
	    .off = insn->off,
	    .imm = insn->imm,
	};
}

/* The instruction `distance` slots behind, if it is only reached from there. */
static bool follows(const struct skep_arm64_job *job, const struct skep_arm64_insn *i, u32 distance,
		    struct skep_arm64_insn *next)
{
	u32 index = i->index + distance;

	if (index >= job->prog->count || job->facts->insns[index].target)
		return false;
	*next = read_insn(job, index);
	return true;
}

static bool is_alu(const struct skep_arm64_insn *i, enum skep_alu op)
{
	return i->row->kind == SKEP_KIND_ALU && i->row->op == op;
}

/* Whether an instruction reads more of its dst than a move of `bits` leaves as it was; those that
 * read nothing of it have nothing to gain. */
static bool reads_moved(const struct skep_arm64_insn *i, u32 bits)
{
	return i->row->kind == SKEP_KIND_ALU && !skep_arm64_is_copy(i) && i->bits <= bits;
}

/* From sp, constants within its reach can be counted. */
static bool counts_from_frame(const struct skep_arm64_insn *i)
{
	return is_alu(i, SKEP_ALU_ADD) && i->bits == 64 && i->constant &&
	       i->imm >= -SKEP_STACK_FRAME && i->imm < SKEP_STACK_FRAME;
}

/* d = s; d op= x: arithmetic has a register for its result. *i becomes the second; returns whether
 * it did. */
static bool join_move(const struct skep_arm64_job *job, struct skep_arm64_insn *i)
{
	struct skep_arm64_insn next;

	if (!is_alu(i, SKEP_ALU_MOV) || i->constant || !follows(job, i, 1, &next) ||
	    next.dst != i->dst || !reads_moved(&next, i->bits))
		return false;
	if (skep_arm64_is_frame(job, i->src) && !counts_from_frame(&next))
		return false;
	next.left = i->src;
	if (next.row->from == SKEP_FROM_X && next.src == i->dst)
		next.src = i->src;
	*i = next;
	return true;
}

static bool is_dead_behind(const struct skep_arm64_job *job, const struct skep_arm64_insn *i,
			   u8 reg)
{
	u16 live = skep_jit_live_behind(job->facts, job->prog, i->index);

	for (u32 bpf = 0; bpf < SKEP_CODE_REGISTERS; bpf++)
		if (job->reg[bpf] == reg && (live & 1 << bpf))
			return false;
	return true;
}

static bool is_shift(const struct skep_arm64_insn *i, enum skep_alu op)
{
	return is_alu(i, op) && i->bits == 64 && i->constant && (i->imm & 63);
}

/* d <<= a; d >>= b: a field of bits. */
static bool join_shifts(struct skep_arm64_job *job, struct skep_arm64_insn *i)
{
	struct skep_arm64_insn next;

	if (!is_shift(i, SKEP_ALU_LSH) || !follows(job, i, 1, &next) || next.dst != i->dst ||
	    (!is_shift(&next, SKEP_ALU_RSH) && !is_shift(&next, SKEP_ALU_ARSH)))
		return false;
	skep_arm64_field(&job->a, is_alu(&next, SKEP_ALU_RSH) ? ARM64_UBFM : ARM64_SBFM,
			 (struct skep_arm64_two){i->dst, i->left}, (u32)i->imm & 63,
			 (u32)next.imm & 63);
	return true;
}

/* d <<= a; e op= d, behind which nobody wants d: operands can be shifted. */
static bool join_operand(struct skep_arm64_job *job, struct skep_arm64_insn *i)
{
	struct skep_arm64_insn next;
	u32 opcode;

	if (!is_shift(i, SKEP_ALU_LSH) || !follows(job, i, 1, &next))
		return false;
	opcode = skep_arm64_shiftable(&next);
	if (!opcode || next.bits != 64 || next.src != i->dst || next.dst == i->dst ||
	    !is_dead_behind(job, &next, i->dst))
		return false;
	skep_arm64_op(&job->a, (enum skep_arm64_opcode)opcode, 64,
		      (struct skep_arm64_three){
			  .d = next.dst, .n = next.left, .m = i->left, .count = (u8)(i->imm & 63)});
	return true;
}

/* ---- loads that swap */

/* Makes a comparison of a swapped value, which has `bits` bits and no others, one of the value
 * before. False if it asks for more than being equal or having bits. */
static bool compare_swapped(struct skep_arm64_insn *jump, u32 bits)
{
	u32 op = jump->row->op, value = (u32)jump->imm;

	if (jump->row->kind != SKEP_KIND_JUMP || !jump->constant || bits == 64 ||
	    (op != SKEP_JUMP_JEQ && op != SKEP_JUMP_JNE && op != SKEP_JUMP_JSET) ||
	    (bits == 16 && value >> 16) || (bits == 32 && jump->bits == 64 && jump->imm < 0))
		return false;
	jump->imm = bits == 16 ? __builtin_bswap16((u16)value) : (s32)__builtin_bswap32(value);
	jump->bits = 32;
	return true;
}

/* A load and a swap, and perhaps a comparison with a constant, behind which nobody wants the
 * value. Returns how many slots that is, 0 if it is something else. */
static u32 join_load(struct skep_arm64_job *job, const struct skep_arm64_insn *i)
{
	struct skep_arm64_insn next;

	if (i->row->kind != SKEP_KIND_LOAD || i->row->op != SKEP_LOAD_ZERO ||
	    !follows(job, i, 1, &next) || next.dst != i->dst || i->bits == 8 ||
	    skep_arm64_swapped_bits(&next) != i->bits)
		return 0;
	skep_arm64_write(job, i);
	if (follows(job, i, 2, &next) && next.row->kind == SKEP_KIND_JUMP && next.dst == i->dst &&
	    is_dead_behind(job, &next, i->dst) && compare_swapped(&next, i->bits)) {
		skep_arm64_write(job, &next);
		return 3;
	}
	skep_arm64_swap(&job->a, i->bits, (struct skep_arm64_two){i->dst, i->dst}, true);
	return 2;
}

static u32 write_blind(struct skep_arm64_job *job, struct skep_arm64_insn *i)
{
	if (!skep_arm64_blind(job, i))
		skep_arm64_write(job, i);
	return i->row->kind == SKEP_KIND_WIDE ? 2 : 1;
}

u32 skep_arm64_select(struct skep_arm64_job *job, u32 index)
{
	struct skep_arm64_insn i = read_insn(job, index);
	u32 length;

	if (job->code->blind_constants)
		return write_blind(job, &i);
	length = join_load(job, &i);
	if (length)
		return length;
	length = 1 + join_move(job, &i);
	if (join_shifts(job, &i) || join_operand(job, &i))
		return length + 1;
	skep_arm64_write(job, &i);
	return length + (i.row->kind == SKEP_KIND_WIDE);
}
