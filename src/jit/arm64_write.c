/* SPDX-License-Identifier: BSD-2-Clause */
/* Which arm64 instructions stand for a BPF instruction: tables by operation, and the few runs of
 * BPF instructions that the machine does as one. Flags never live from one to the next. */
#include "jit/arm64.h"

static struct skep_arm64_two onto(const struct skep_arm64_insn *i)
{
	return (struct skep_arm64_two){i->dst, i->left};
}

static bool is_power_of_2(u64 value)
{
	return value && !(value & (value - 1));
}

/* The constant of an instruction, in its width. */
static u64 constant(const struct skep_arm64_insn *i)
{
	return i->bits == 32 ? (u32)i->imm : (u64)(s64)i->imm;
}

/* ---- arithmetic */

/* dst = left op src */
static void operate(struct skep_arm64_job *job, const struct skep_arm64_insn *i, u32 opcode)
{
	skep_arm64_op(&job->a, (enum skep_arm64_opcode)opcode, i->bits,
		      (struct skep_arm64_three){.d = i->dst, .n = i->left, .m = i->src});
}

static void add(struct skep_arm64_job *job, const struct skep_arm64_insn *i, u32 opcode)
{
	s64 imm = opcode == ARM64_ADD ? (s64)i->imm : -(s64)i->imm;

	if (i->constant && skep_arm64_is_frame(job, i->left))
		skep_arm64_address(job, i->dst, i->left, i->imm);
	else if (i->constant)
		skep_arm64_add(&job->a, i->bits, onto(i), imm);
	else
		operate(job, i, opcode);
}

/* Constants that no logical instruction has room for, and that need none. */
static bool operate_trivially(struct skep_arm64 *a, const struct skep_arm64_insn *i, u32 opcode)
{
	if (i->imm != 0 && i->imm != -1)
		return false;
	if (opcode == ARM64_AND ? i->imm == 0 : opcode == ARM64_ORR && i->imm == -1)
		skep_arm64_load(a, i->dst, constant(i));
	else if (opcode == ARM64_EOR && i->imm == -1)
		skep_arm64_op(a, ARM64_ORN, i->bits,
			      (struct skep_arm64_three){.d = i->dst, .n = ARM64_ZR, .m = i->left});
	else
		skep_arm64_move(a, i->bits, i->dst, i->left);
	return true;
}

static void logic(struct skep_arm64_job *job, const struct skep_arm64_insn *i, u32 opcode)
{
	if (!i->constant)
		operate(job, i, opcode);
	else if (!operate_trivially(&job->a, i, opcode))
		skep_arm64_logic(&job->a, (enum skep_arm64_opcode)opcode, i->bits, onto(i),
				 constant(i));
}

static void negate(struct skep_arm64_job *job, const struct skep_arm64_insn *i, u32 opcode)
{
	skep_arm64_op(&job->a, (enum skep_arm64_opcode)opcode, i->bits,
		      (struct skep_arm64_three){.d = i->dst, .n = ARM64_ZR, .m = i->left});
}

static void multiply(struct skep_arm64_job *job, const struct skep_arm64_insn *i, u32 opcode)
{
	struct skep_arm64 *a = &job->a;
	struct skep_arm64_three r = {.d = i->dst, .n = i->left, .m = i->left};
	u64 value = constant(i);

	if (!i->constant) {
		operate(job, i, opcode);
	} else if (value == 0) {
		skep_arm64_load(a, i->dst, 0);
	} else if (i->imm == -1) {
		negate(job, i, ARM64_SUB);
	} else if (is_power_of_2(value)) {
		skep_arm64_shift(a, ARM64_LSL, i->bits, onto(i), (u32)__builtin_ctzll(value));
	} else if (is_power_of_2(value - 1)) {
		r.count = (u8)__builtin_ctzll(value - 1);
		skep_arm64_op(a, ARM64_ADD, i->bits, r);
	} else {
		skep_arm64_load(a, ARM64_TEMP, value);
		r.m = ARM64_TEMP;
		skep_arm64_op(a, ARM64_MUL, i->bits, r);
	}
}

static void division(struct skep_arm64_job *job, const struct skep_arm64_insn *i, u32 unused)
{
	(void)unused;
	skep_arm64_divide(job, i);
}

static void shift(struct skep_arm64_job *job, const struct skep_arm64_insn *i, u32 opcode)
{
	if (i->constant)
		skep_arm64_shift(&job->a, (enum skep_arm64_opcode)opcode, i->bits, onto(i),
				 (u32)i->imm & (i->bits - 1));
	else
		operate(job, i, opcode);
}

static void move(struct skep_arm64_job *job, const struct skep_arm64_insn *i, u32 unused)
{
	(void)unused;
	if (i->constant)
		skep_arm64_load(&job->a, i->dst, constant(i));
	else if (skep_arm64_is_frame(job, i->src))
		skep_arm64_address(job, i->dst, i->src, 0);
	else
		skep_arm64_move(&job->a, i->bits, i->dst, i->src);
}

static void move_signed(struct skep_arm64_job *job, const struct skep_arm64_insn *i, u32 from)
{
	skep_arm64_extend(&job->a, i->bits, (struct skep_arm64_two){i->dst, i->src}, from);
}

/* ---- byte order */

void skep_arm64_swap(struct skep_arm64 *a, u32 bits, struct skep_arm64_two r, bool clear)
{
	static const enum skep_arm64_opcode opcodes[] = {
	    [2] = ARM64_REV16, [4] = ARM64_REV32, [8] = ARM64_REV64};

	skep_arm64_op(a, opcodes[bits / 8], bits == 64 ? 64 : 32,
		      (struct skep_arm64_three){.d = r.d, .n = r.n});
	if (bits == 16 && !clear)
		skep_arm64_logic(a, ARM64_AND, 32, (struct skep_arm64_two){r.d, r.d}, 0xffff);
}

static void swap(struct skep_arm64_job *job, const struct skep_arm64_insn *i, u32 bits)
{
	skep_arm64_swap(&job->a, bits, onto(i), false);
}

static void truncate_to(struct skep_arm64_job *job, const struct skep_arm64_insn *i, u32 bits)
{
	if (bits == 16)
		skep_arm64_logic(&job->a, ARM64_AND, 32, onto(i), 0xffff);
	else
		skep_arm64_move(&job->a, bits, i->dst, i->left);
}

/* What is done for each operation of alu.def, and with which opcode or width. */
static const struct {
	void (*write)(struct skep_arm64_job *, const struct skep_arm64_insn *, u32 detail);
	u32 detail;
} alu[] = {
    [SKEP_ALU_ADD] = {add, ARM64_ADD},
    [SKEP_ALU_SUB] = {add, ARM64_SUB},
    [SKEP_ALU_MUL] = {multiply, ARM64_MUL},
    [SKEP_ALU_DIV] = {division, 0},
    [SKEP_ALU_SDIV] = {division, 0},
    [SKEP_ALU_OR] = {logic, ARM64_ORR},
    [SKEP_ALU_AND] = {logic, ARM64_AND},
    [SKEP_ALU_LSH] = {shift, ARM64_LSL},
    [SKEP_ALU_RSH] = {shift, ARM64_LSR},
    [SKEP_ALU_MOD] = {division, 0},
    [SKEP_ALU_SMOD] = {division, 0},
    [SKEP_ALU_XOR] = {logic, ARM64_EOR},
    [SKEP_ALU_MOV] = {move, 0},
    [SKEP_ALU_ARSH] = {shift, ARM64_ASR},
    [SKEP_ALU_MOVSX8] = {move_signed, 8},
    [SKEP_ALU_MOVSX16] = {move_signed, 16},
    [SKEP_ALU_MOVSX32] = {move_signed, 32},
    [SKEP_ALU_NEG] = {negate, ARM64_SUB},
    [SKEP_ALU_LE16] = {truncate_to, 16},
    [SKEP_ALU_LE32] = {truncate_to, 32},
    [SKEP_ALU_LE64] = {truncate_to, 64},
    [SKEP_ALU_BE16] = {swap, 16},
    [SKEP_ALU_BE32] = {swap, 32},
    [SKEP_ALU_BE64] = {swap, 64},
    [SKEP_ALU_BSWAP16] = {swap, 16},
    [SKEP_ALU_BSWAP32] = {swap, 32},
    [SKEP_ALU_BSWAP64] = {swap, 64},
};

static void write_alu(struct skep_arm64_job *job, const struct skep_arm64_insn *i)
{
	alu[i->row->op].write(job, i, alu[i->row->op].detail);
}

/* ---- jumps */

static const u8 conditions[] = {
    [SKEP_JUMP_JEQ] = ARM64_EQ,	 [SKEP_JUMP_JGT] = ARM64_HI,  [SKEP_JUMP_JGE] = ARM64_HS,
    [SKEP_JUMP_JSET] = ARM64_NE, [SKEP_JUMP_JNE] = ARM64_NE,  [SKEP_JUMP_JSGT] = ARM64_GT,
    [SKEP_JUMP_JSGE] = ARM64_GE, [SKEP_JUMP_JLT] = ARM64_LO,  [SKEP_JUMP_JLE] = ARM64_LS,
    [SKEP_JUMP_JSLT] = ARM64_LT, [SKEP_JUMP_JSLE] = ARM64_LE,
};

static u32 target_of(const struct skep_arm64_job *job, const struct skep_arm64_insn *i)
{
	return (u32)skep_insn_target(i->row, &job->prog->insns[i->index], i->index);
}

/* Comparisons that only ask for zero, or for the sign. */
static bool jump_simply(struct skep_arm64_job *job, const struct skep_arm64_insn *i)
{
	static const struct {
		u8 op;
		s8 imm;
		bool sign; /* jumps if the sign is `set`, else if being zero is not */
		bool set;
	} simple[] = {{SKEP_JUMP_JEQ, 0, false, false}, {SKEP_JUMP_JNE, 0, false, true},
		      {SKEP_JUMP_JLE, 0, false, false}, {SKEP_JUMP_JGT, 0, false, true},
		      {SKEP_JUMP_JLT, 1, false, false}, {SKEP_JUMP_JGE, 1, false, true},
		      {SKEP_JUMP_JSLT, 0, true, true},	{SKEP_JUMP_JSGE, 0, true, false},
		      {SKEP_JUMP_JSLE, -1, true, true}, {SKEP_JUMP_JSGT, -1, true, false},
		      {SKEP_JUMP_JSET, -1, false, true}};

	for (u32 n = 0; n < SKEP_COUNT(simple); n++) {
		if (simple[n].op != i->row->op || simple[n].imm != i->imm)
			continue;
		if (simple[n].sign)
			skep_arm64_jump_bit(&job->a, i->bits - 1, i->dst, simple[n].set,
					    target_of(job, i));
		else
			skep_arm64_jump_zero(&job->a, i->bits, i->dst, simple[n].set,
					     target_of(job, i));
		return true;
	}
	return false;
}

/* Jumps if it and a constant have bits in common; with 0 there are none. */
static void jump_if_set(struct skep_arm64_job *job, const struct skep_arm64_insn *i)
{
	u64 value = constant(i);

	if (is_power_of_2(value)) {
		skep_arm64_jump_bit(&job->a, (u32)__builtin_ctzll(value), i->dst, true,
				    target_of(job, i));
	} else if (value) {
		skep_arm64_logic(&job->a, ARM64_ANDS, i->bits,
				 (struct skep_arm64_two){ARM64_ZR, i->dst}, value);
		skep_arm64_jump(&job->a, ARM64_NE, target_of(job, i));
	}
}

static void write_jump(struct skep_arm64_job *job, const struct skep_arm64_insn *i)
{
	bool bits_set = i->row->op == SKEP_JUMP_JSET;

	if (i->constant && jump_simply(job, i))
		return;
	if (i->constant && bits_set) {
		jump_if_set(job, i);
		return;
	}
	if (i->constant)
		skep_arm64_compare(&job->a, i->bits, i->dst, i->imm);
	else
		skep_arm64_op(&job->a, bits_set ? ARM64_ANDS : ARM64_SUBS, i->bits,
			      (struct skep_arm64_three){.d = ARM64_ZR, .n = i->dst, .m = i->src});
	skep_arm64_jump(&job->a, conditions[i->row->op], target_of(job, i));
}

static void write_ja(struct skep_arm64_job *job, const struct skep_arm64_insn *i)
{
	skep_arm64_jump(&job->a, ARM64_ALWAYS, target_of(job, i));
}

/* Down by one; below 0 it jumps. */
static void write_may(struct skep_arm64_job *job, const struct skep_arm64_insn *i)
{
	static const struct skep_arm64_memory left = {ARM64_RUN, ARM64_NO_REGISTER,
						      offsetof(struct skep_run, may_gotos)};
	static const struct skep_arm64_two count = {ARM64_SCRATCH, ARM64_SCRATCH};

	skep_arm64_access(&job->a, ARM64_LOAD, 64, ARM64_SCRATCH, left);
	skep_arm64_add(&job->a, 64, count, -1);
	skep_arm64_access(&job->a, ARM64_STORE, 64, ARM64_SCRATCH, left);
	skep_arm64_jump_bit(&job->a, 63, ARM64_SCRATCH, true, target_of(job, i));
}

/* ---- calls */

static void write_call(struct skep_arm64_job *job, const struct skep_arm64_insn *i)
{
	switch (i->row->op) {
	case SKEP_CALL_LOCAL:
		skep_arm64_call_local(job, i, target_of(job, i));
		break;
	case SKEP_CALL_TAIL:
		skep_arm64_tail_call(job);
		break;
	case SKEP_CALL_MAP:
		skep_arm64_call_map(job, i);
		break;
	case SKEP_CALL_CPU:
		skep_arm64_load_cpu(job, job->reg[0]);
		break;
	default:
		skep_arm64_call_helper(job, i);
	}
}

static void write_exit(struct skep_arm64_job *job, const struct skep_arm64_insn *i)
{
	(void)i;
	skep_arm64_exit(job);
}

/* ---- memory */

static struct skep_arm64_memory at(const struct skep_arm64_job *job, u8 base, s32 off)
{
	return skep_arm64_is_frame(job, base)
		   ? (struct skep_arm64_memory){ARM64_SP, ARM64_NO_REGISTER, off + job->stack_top}
		   : (struct skep_arm64_memory){base, ARM64_NO_REGISTER, off};
}

static void write_load(struct skep_arm64_job *job, const struct skep_arm64_insn *i)
{
	if (i->row->op == SKEP_LOAD_ACQUIRE) {
		skep_arm64_ordered_access(job, i);
		return;
	}
	skep_arm64_access(&job->a, i->row->op == SKEP_LOAD_ZERO ? ARM64_LOAD : ARM64_LOAD_SIGNED,
			  i->bits, i->dst, at(job, i->src, i->off));
}

static void write_store(struct skep_arm64_job *job, const struct skep_arm64_insn *i)
{
	u8 value = i->src;

	if (i->constant) {
		value = i->imm ? ARM64_SCRATCH : ARM64_ZR;
		if (i->imm)
			skep_arm64_load(&job->a, ARM64_SCRATCH,
					(u64)(s64)i->imm & (UINT64_MAX >> (64 - i->bits)));
	}
	if (i->row->op == SKEP_STORE_RELEASE)
		skep_arm64_ordered_access(job, i);
	else
		skep_arm64_access(&job->a, ARM64_STORE, i->bits, value, at(job, i->dst, i->off));
}

static void write_wide(struct skep_arm64_job *job, const struct skep_arm64_insn *i)
{
	skep_arm64_load(&job->a, i->dst, skep_code_wide(job->code, i->index));
}

static void write_window(struct skep_arm64_job *job, const struct skep_arm64_insn *i)
{
	skep_arm64_load(&job->a, ARM64_SCRATCH, job->code->helpers.window);
	skep_arm64_move(&job->a, 32, i->dst, i->src);
	skep_arm64_op(&job->a, ARM64_ADD, 64,
		      (struct skep_arm64_three){.d = i->dst, .n = i->dst, .m = ARM64_SCRATCH});
}

static void (*const kinds[])(struct skep_arm64_job *, const struct skep_arm64_insn *) = {
    [SKEP_KIND_ALU] = write_alu,     [SKEP_KIND_JUMP] = write_jump,
    [SKEP_KIND_JA] = write_ja,	     [SKEP_KIND_CALL] = write_call,
    [SKEP_KIND_EXIT] = write_exit,   [SKEP_KIND_LOAD] = write_load,
    [SKEP_KIND_STORE] = write_store, [SKEP_KIND_ATOMIC] = skep_arm64_atomic_access,
    [SKEP_KIND_WIDE] = write_wide,   [SKEP_KIND_PACKET] = skep_arm64_load_packet,
    [SKEP_KIND_MAY] = write_may,     [SKEP_KIND_CAST] = write_window,
};

void skep_arm64_write(struct skep_arm64_job *job, const struct skep_arm64_insn *i)
{
	kinds[i->row->kind](job, i);
}

/* ---- what those who join instructions have to know */

bool skep_arm64_is_copy(const struct skep_arm64_insn *i)
{
	return alu[i->row->op].write == move || alu[i->row->op].write == move_signed;
}

u32 skep_arm64_swapped_bits(const struct skep_arm64_insn *i)
{
	bool swaps = i->row->kind == SKEP_KIND_ALU && alu[i->row->op].write == swap;

	return swaps ? alu[i->row->op].detail : 0;
}

u32 skep_arm64_shiftable(const struct skep_arm64_insn *i)
{
	bool fits = i->row->kind == SKEP_KIND_ALU && !i->constant &&
		    (alu[i->row->op].write == add || alu[i->row->op].write == logic);

	return fits ? alu[i->row->op].detail : 0;
}
