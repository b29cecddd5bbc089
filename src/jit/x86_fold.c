/* SPDX-License-Identifier: BSD-2-Clause */
/* The runs of BPF instructions that the machine does as one: a field of a packet compared, an
 * operand in memory, a rotation, a change of width; and instructions that change nothing. Nobody
 * jumps into a run, and what it leaves out nobody reads behind it. */
#include "jit/x86_write.h"

enum { LOOK_BACK = 16 }; /* instructions, for what wrote a register */

static bool is_simm8(s64 value)
{
	return value == (s8)value;
}

static void lea(struct skep_x86 *x, u32 bits, u8 d, struct skep_x86_memory m)
{
	skep_x86_rm(x, 0x8d, bits, d, m);
}

/* The row of the instruction `distance` slots behind, if that is only reached from here. */
static inline u32 row_behind(const struct skep_x86_job *job, u32 index, u32 distance)
{
	index += distance;
	if (index >= job->prog->count || job->facts->insns[index].target)
		return SKEP_INSN_ALL;
	return job->facts->insns[index].row;
}

/* That instruction. */
static bool follows(const struct skep_x86_job *job, const struct skep_x86_insn *i, u32 distance,
		    struct skep_x86_insn *next)
{
	if (row_behind(job, i->index, distance) == SKEP_INSN_ALL)
		return false;
	*next = skep_x86_read(job, i->index + distance);
	return true;
}

static bool is_alu(const struct skep_x86_insn *i, enum skep_alu op)
{
	return i->row->kind == SKEP_KIND_ALU && i->row->op == op;
}

/* d = a; d += b or constant, in 32 bits: one lea. */
static u32 fold_sum(struct skep_x86_job *job, const struct skep_x86_insn *i)
{
	struct skep_x86_memory m = {.base = i->src, .index = X86_NO_REGISTER};
	struct skep_x86_insn add;

	if (!follows(job, i, 1, &add) || !is_alu(&add, SKEP_ALU_ADD) || add.bits != i->bits ||
	    add.dst != i->dst || (!add.constant && add.src == i->dst))
		return 0;
	if (add.constant)
		m.disp = add.imm;
	else
		m.index = add.src;
	skep_x86_prepare(job, i->index, 2, 0);
	lea(&job->x, i->bits, i->dst, m);
	return 2;
}

static s32 swapped_constant(u32 bits, s32 imm)
{
	return bits == 16 ? __builtin_bswap16((u16)imm) : (s32)__builtin_bswap32((u32)imm);
}

/* Whether comparing the low `bits` alone says the same of a value that has no others. */
static bool narrows(const struct skep_x86_insn *jump, u32 bits)
{
	u8 op = jump->row->op;
	bool is_signed = op == SKEP_JUMP_JSGT || op == SKEP_JUMP_JSGE || op == SKEP_JUMP_JSLT ||
			 op == SKEP_JUMP_JSLE;

	if (bits == jump->bits)
		return true;
	return bits < jump->bits && !is_signed && jump->imm >= 0 &&
	       (bits == 32 || (u32)jump->imm < 1u << bits);
}

/* 16 bits only where no prefix changes the length of the constant, which processors decode slowly.
 */
static bool memory_compares(const struct skep_x86_insn *jump, u32 bits)
{
	bool bits_set = jump->row->op == SKEP_JUMP_JSET, small = is_simm8(jump->imm);

	return narrows(jump, bits) && (bits != 16 || (!bits_set && small));
}

/* cmp or test of memory and a constant. */
static void compare_memory(struct skep_x86 *x, const struct skep_x86_insn *jump, u32 bits,
			   struct skep_x86_memory m)
{
	bool bits_set = jump->row->op == SKEP_JUMP_JSET, small = is_simm8(jump->imm);

	if (bits == 8)
		skep_x86_rm(x, bits_set ? 0xf6 : 0x80, 8, bits_set ? 0 : 7, m);
	else if (bits_set)
		skep_x86_rm(x, 0xf7, bits, 0, m);
	else
		skep_x86_rm(x, small ? 0x83 : 0x81, bits, 7, m);
	skep_x86_immediate(x, (u64)(s64)jump->imm, bits == 8 || (small && !bits_set) ? 1 : 4);
}

static bool is_dead_behind(const struct skep_x86_job *job, const struct skep_x86_insn *i, u32 reg)
{
	return !(skep_jit_live_behind(job->facts, job->prog, i->index) & 1 << reg);
}

/* The memory of a load that begins a run of instructions. */
static struct skep_x86_memory prepare_load(struct skep_x86_job *job,
					   const struct skep_x86_insn *load, u32 length)
{
	u32 base = skep_x86_src(job, load);
	bool is_address = skep_x86_is_address(job, base);

	for (u32 i = 1; i < length; i++)
		is_address &= !(job->facts->insns[load->index + i].reads & 1 << base) ||
			      skep_x86_dst(job, load) == base;
	skep_x86_prepare(job, load->index, length, is_address ? skep_x86_bit(base) : 0);
	return skep_x86_address(job, base, load->off);
}

/* Whether a comparison can be made with memory, or at least with its bytes as they are. */
static bool compares_memory(const struct skep_x86_insn *load, const struct skep_x86_insn *jump,
			    bool swapped)
{
	bool any_order = jump->row->op == SKEP_JUMP_JEQ || jump->row->op == SKEP_JUMP_JNE ||
			 jump->row->op == SKEP_JUMP_JSET;

	if (swapped)
		return any_order && load->bits != 64 && narrows(jump, load->bits);
	return memory_compares(jump, load->bits);
}

/* A load, perhaps a swap, and a comparison with a constant, behind which nobody wants the value. */
static u32 fold_comparison(struct skep_x86_job *job, const struct skep_x86_insn *load,
			   struct skep_x86_insn *jump, bool swapped)
{
	u32 length = jump->index + 1 - load->index;
	struct skep_x86_memory m;

	if (!compares_memory(load, jump, swapped))
		return 0;
	m = prepare_load(job, load, length);
	if (swapped)
		jump->imm = swapped_constant(load->bits, jump->imm);
	if (swapped && load->bits == 32)
		jump->bits = 32;
	if (memory_compares(jump, load->bits)) {
		compare_memory(&job->x, jump, load->bits, m);
	} else {
		skep_x86_load_from(&job->x, load->bits, load->dst, m);
		skep_x86_compare(&job->x, jump);
	}
	skep_x86_branch(job, jump);
	return length;
}

/* d op= memory, where nobody wants what is loaded. */
static u32 fold_operand(struct skep_x86_job *job, const struct skep_x86_insn *load,
			const struct skep_x86_insn *use)
{
	struct skep_x86_memory m;
	s32 digit = skep_x86_logic_digit(use->row->op);

	if (use->constant || use->bits != load->bits || use->src != load->dst ||
	    use->dst == load->dst || !is_dead_behind(job, use, skep_x86_dst(job, load)))
		return 0;
	if (digit < 0 && use->row->op != SKEP_ALU_MUL)
		return 0;
	m = prepare_load(job, load, 2);
	skep_x86_rm(&job->x, digit < 0 ? 0x0faf : (u32)digit << 3 | 3, use->bits, use->dst, m);
	return 2;
}

static u32 fold_load(struct skep_x86_job *job, const struct skep_x86_insn *i)
{
	struct skep_x86_insn next;
	u32 length = 1, folded;
	bool swapped;

	if (!follows(job, i, 1, &next))
		return 0;
	if (next.row->kind == SKEP_KIND_ALU && !next.constant) {
		folded = fold_operand(job, i, &next);
		if (folded)
			return folded;
	}
	swapped = i->bits > 8 && next.dst == i->dst && skep_x86_swaps(&next) == i->bits;
	if (swapped)
		length = 2;
	if ((!swapped || follows(job, i, 2, &next)) && next.row->kind == SKEP_KIND_JUMP &&
	    next.constant && next.dst == i->dst &&
	    is_dead_behind(job, &next, skep_x86_dst(job, i))) {
		folded = fold_comparison(job, i, &next, swapped);
		if (folded)
			return folded;
	}
	if (!swapped)
		return 0;
	skep_x86_load_swapped(job, i->bits, i->dst, prepare_load(job, i, length));
	return length;
}

/* ---- upper halves */

/* Whether what an instruction writes has its upper half clear, told by the row. */
enum clear { NEVER, ALWAYS, BY_OPERAND };

#define CLEAR_ALU(op, bits, from)                                                                  \
	((bits) == 32 ? ALWAYS                                                                     \
	 : (op) == SKEP_ALU_MOV ||                                                                 \
		 (((op) == SKEP_ALU_RSH || (op) == SKEP_ALU_AND) && (from) == SKEP_FROM_K)         \
	     ? BY_OPERAND                                                                          \
	     : NEVER)
#define CLEAR_LOAD(op, bits, from)   ((op) != SKEP_LOAD_SIGN && (bits) <= 32 ? ALWAYS : NEVER)
#define CLEAR_JUMP(op, bits, from)   NEVER
#define CLEAR_JA(op, bits, from)     NEVER
#define CLEAR_MAY(op, bits, from)    NEVER
#define CLEAR_CAST(op, bits, from)   NEVER
#define CLEAR_CALL(op, bits, from)   NEVER
#define CLEAR_EXIT(op, bits, from)   NEVER
#define CLEAR_STORE(op, bits, from)  NEVER
#define CLEAR_ATOMIC(op, bits, from) NEVER
#define CLEAR_WIDE(op, bits, from)   NEVER
#define CLEAR_PACKET(op, bits, from) ALWAYS

static const u8 clears[SKEP_INSN_ALL] = {
#define INSN(id, opcode, dst, src, off, imm, group, kind, op, bits, from, text, word)              \
	[SKEP_INSN_##id] = CLEAR_##kind(SKEP_##kind##_##op, bits, SKEP_FROM_##from),
#include "isa/insn.def"
};

/* Whether the upper half of a register is known to be clear before an instruction: by what wrote it
 * in the same basic block, not too far back. */
static bool is_clear(const struct skep_x86_job *job, u32 index, u32 reg)
{
	const struct skep_jit_insn *insns = job->facts->insns;

	for (u32 n = 0; n < LOOK_BACK && index && !insns[index].target; n++) {
		const struct skep_jit_insn *at = &insns[--index];
		const struct bpf_insn *insn = &job->prog->insns[index];

		if (at->goes && skep_insn_row(at->row)->kind == SKEP_KIND_CALL)
			return false;
		if (!(at->writes & 1 << reg))
			continue;
		if (clears[at->row] != BY_OPERAND)
			return clears[at->row] == ALWAYS;
		if (at->row == SKEP_INSN_RSH64_K)
			return insn->imm >= 32 && insn->imm < 64;
		if (at->row != SKEP_INSN_MOV64_X)
			return insn->imm >= 0;
		reg = insn->src_reg;
	}
	return false;
}

/* ---- rotations and widths */

/* d = s, rotated to the left. */
static void rotate(struct skep_x86_job *job, u32 bits, u8 d, u8 s, u32 count)
{
	static const struct skep_x86_vex rorx = {.map = 3, .prefix = 3, .opcode = 0xf0};

	if (d != s && (job->features & SKEP_X86_BMI2)) {
		skep_x86_vex(&job->x, &rorx, bits, (struct skep_x86_three){d, 0, s});
		count = bits - count;
	} else {
		skep_x86_move(&job->x, 64, d, s);
		skep_x86_rr(&job->x, 0xc1, bits, 0, d);
	}
	skep_x86_immediate(&job->x, count, 1);
}

static bool is_shift(const struct skep_x86_insn *i, enum skep_alu op, u32 bits)
{
	return is_alu(i, op) && i->constant && i->bits == bits && i->imm > 0;
}

/* Two shifts that make the two parts of a rotation: the one to the left, or 0. */
static u32 rotation_of(const struct skep_x86_insn *a, const struct skep_x86_insn *b, u32 bits)
{
	if ((u32)a->imm + (u32)b->imm != bits)
		return 0;
	if (is_shift(a, SKEP_ALU_LSH, bits) && is_shift(b, SKEP_ALU_RSH, bits))
		return (u32)a->imm;
	if (is_shift(a, SKEP_ALU_RSH, bits) && is_shift(b, SKEP_ALU_LSH, bits))
		return (u32)b->imm;
	return 0;
}

static bool joins(const struct skep_x86_insn *i, u32 bits, u8 a, u8 b)
{
	return is_alu(i, SKEP_ALU_OR) && !i->constant && i->bits == bits &&
	       ((i->dst == a && i->src == b) || (i->dst == b && i->src == a));
}

/* a = s; a <<= n; b = s; b >>= bits - n, or the other way round; a |= b. Or the second shift is of
 * s itself. Nobody wants what was or-ed. */
static u32 fold_rotation(struct skep_x86_job *job, const struct skep_x86_insn *i)
{
	struct skep_x86_insn first, second, join;
	u32 length = 4, count, lost;
	u8 b = i->src;

	if (i->dst == i->src || i->src == X86_RSP || !follows(job, i, 1, &first) ||
	    first.dst != i->dst || !follows(job, i, 2, &second))
		return 0;
	if (is_alu(&second, SKEP_ALU_MOV) && !second.constant && second.bits == i->bits &&
	    second.src == i->src && second.dst != i->dst) {
		b = second.dst;
		length = 5;
		if (!follows(job, i, 3, &second))
			return 0;
	}
	count = second.dst == b ? rotation_of(&first, &second, i->bits) : 0;
	if (!count || !follows(job, i, length - 1, &join) || !joins(&join, i->bits, i->dst, b))
		return 0;
	lost = skep_x86_src(job, &join);
	if (!is_dead_behind(job, &join, lost))
		return 0;
	skep_x86_prepare(job, i->index, length, 0);
	rotate(job, i->bits, join.dst, i->src, count);
	return length;
}

/* r <<= 32 and r >>= 32 or more, with or without sign: a move of 32 bits, and what is left of the
 * first shift. */
static u32 fold_width(struct skep_x86_job *job, const struct skep_x86_insn *i)
{
	u32 reg = skep_x86_dst(job, i), count;
	struct skep_x86_insn right;
	bool is_signed;

	if (i->imm != 32 || !follows(job, i, 1, &right) || right.dst != i->dst || !right.constant ||
	    right.bits != 64 || (!is_alu(&right, SKEP_ALU_RSH) && !is_alu(&right, SKEP_ALU_ARSH)) ||
	    right.imm <= 0 || right.imm > 32)
		return 0;
	is_signed = is_alu(&right, SKEP_ALU_ARSH);
	count = 32 - (u32)right.imm;
	skep_x86_prepare(job, i->index, 2, skep_x86_is_copy(job, reg) ? skep_x86_bit(reg) : 0);
	if (is_signed)
		skep_x86_rr(&job->x, 0x63, 64, i->dst, skep_x86_source(job, reg));
	else if (skep_x86_source(job, reg) != i->dst || !is_clear(job, i->index, reg))
		skep_x86_move(&job->x, 32, i->dst, skep_x86_source(job, reg));
	if (count)
		skep_x86_shift(&job->x, 4, 64, i->dst, count);
	return 2;
}

/* Whether a run may begin here, by the next row. */
static bool may_fold(u32 row, u32 next)
{
	switch (row) {
	case SKEP_INSN_MOV32_X:
		return next == SKEP_INSN_LSH32_K || next == SKEP_INSN_RSH32_K ||
		       next == SKEP_INSN_ADD32_K || next == SKEP_INSN_ADD32_X;
	case SKEP_INSN_MOV64_X:
		return next == SKEP_INSN_LSH64_K || next == SKEP_INSN_RSH64_K;
	case SKEP_INSN_LSH64_K:
		return next == SKEP_INSN_RSH64_K || next == SKEP_INSN_ARSH64_K;
	case SKEP_INSN_LDX8:
	case SKEP_INSN_LDX16:
	case SKEP_INSN_LDX32:
	case SKEP_INSN_LDX64:
		return next != SKEP_INSN_ALL && (skep_insn_row(next)->kind == SKEP_KIND_ALU ||
						 skep_insn_row(next)->kind == SKEP_KIND_JUMP);
	default:
		return false;
	}
}

/* Runs of instructions as one: how many, or 0. */
static u32 fold(struct skep_x86_job *job, u32 index)
{
	struct skep_x86_insn i = skep_x86_read(job, index);
	u32 length;

	switch (job->facts->insns[index].row) {
	case SKEP_INSN_MOV32_X:
		length = fold_rotation(job, &i);
		return length ? length : fold_sum(job, &i);
	case SKEP_INSN_MOV64_X:
		return fold_rotation(job, &i);
	case SKEP_INSN_LSH64_K:
		return fold_width(job, &i);
	default:
		return fold_load(job, &i);
	}
}

/* w = w where the upper half is clear. */
static bool does_nothing(const struct skep_x86_job *job, u32 index)
{
	const struct bpf_insn *insn = &job->prog->insns[index];

	return insn->dst_reg == insn->src_reg && is_clear(job, index, insn->dst_reg);
}

u32 skep_x86_fold(struct skep_x86_job *job, u32 index)
{
	u8 row = job->facts->insns[index].row;

	if (row == SKEP_INSN_MOV32_X && does_nothing(job, index))
		return 1;
	return may_fold(row, row_behind(job, index, 1)) ? fold(job, index) : 0;
}
