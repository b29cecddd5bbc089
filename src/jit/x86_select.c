/* SPDX-License-Identifier: BSD-2-Clause */
/* Which x86-64 instructions stand for a BPF instruction: tables by operation, and the few runs of
 * BPF instructions that the machine does as one. Flags never live from one to the next. */

#include "base/array.h"
#include "jit/x86.h"

enum {
	LONGEST_CHAIN = 8, /* of jumps to jumps */
	LOOK_BACK = 16,	   /* instructions, for what wrote a register */
};

static struct skep_x86_memory at(u8 base, s32 disp)
{
	return (struct skep_x86_memory){.base = base, .index = X86_NO_REGISTER, .disp = disp};
}

static bool is_simm8(s64 value)
{
	return value == (s8)value;
}

static bool is_power_of_2(u32 value)
{
	return value && !(value & (value - 1));
}

static u32 dst_of(const struct skep_x86_job *job, const struct skep_x86_insn *i)
{
	return job->prog->insns[i->index].dst_reg;
}

static u32 src_of(const struct skep_x86_job *job, const struct skep_x86_insn *i)
{
	return job->prog->insns[i->index].src_reg;
}

/* ---- arithmetic */

static void lea(struct skep_x86 *x, u32 bits, u8 d, struct skep_x86_memory m)
{
	skep_x86_rm(x, 0x8d, bits, d, m);
}

static void and_constant(struct skep_x86 *x, u32 bits, u8 d, s32 imm)
{
	if (imm == -1)
		skep_x86_move(x, bits, d, d);
	else if (imm == 0)
		skep_x86_load(x, d, 0);
	else if (imm == 0xff || imm == 0xffff)
		skep_x86_rr(x, imm == 0xff ? 0x0fb6 : 0x0fb7, 32, d, d);
	else
		skep_x86_operate(x, 4, imm > 0 ? 32 : bits, d, imm);
}

static void logic(struct skep_x86_job *job, const struct skep_x86_insn *i, u32 digit)
{
	struct skep_x86 *x = &job->x;

	if (!i->constant)
		skep_x86_rr(x, digit << 3 | 1, i->bits, i->src, i->dst);
	else if (digit == 4)
		and_constant(x, i->bits, i->dst, i->imm);
	else if (i->imm == 0)
		skep_x86_move(x, i->bits, i->dst, i->dst);
	else if (digit == 6 && i->imm == -1)
		skep_x86_rr(x, 0xf7, i->bits, 2, i->dst);
	else
		skep_x86_operate(x, digit, i->bits, i->dst, i->imm);
}

static void multiply(struct skep_x86_job *job, const struct skep_x86_insn *i, u32 unused)
{
	struct skep_x86 *x = &job->x;

	(void)unused;
	if (!i->constant) {
		skep_x86_rr(x, 0x0faf, i->bits, i->dst, i->src);
	} else if (i->imm == 0) {
		skep_x86_load(x, i->dst, 0);
	} else if (i->imm > 0 && is_power_of_2((u32)i->imm)) {
		skep_x86_shift(x, 4, i->bits, i->dst, (u32)__builtin_ctz((u32)i->imm));
	} else {
		bool small = is_simm8(i->imm);

		skep_x86_rr(x, small ? 0x6b : 0x69, i->bits, i->dst, i->dst);
		skep_x86_immediate(x, (u64)(s64)i->imm, small ? 1 : 4);
	}
}

static bool holds(const struct skep_x86_job *job, u8 reg, u16 live)
{
	for (u32 bpf = 0; bpf < SKEP_REGISTERS; bpf++)
		if (job->reg[bpf] == reg && (live & 1 << bpf))
			return true;
	return false;
}

/* Whether a value of some bits is not 0, told by one instruction before it in its basic block: if
 * that wrote it, or went on because of it. */
static bool says_nonzero(const struct skep_insn_row *row, const struct bpf_insn *insn, u32 bits)
{
	bool wide_enough = row->bits <= bits && row->from == SKEP_FROM_K;

	if (row->kind == SKEP_KIND_JUMP)
		return wide_enough && ((row->op == SKEP_JUMP_JEQ && insn->imm == 0) ||
				       (row->op == SKEP_JUMP_JLT && insn->imm == 1));
	return row->kind == SKEP_KIND_ALU && row->from == SKEP_FROM_K && insn->imm &&
	       (row->op == SKEP_ALU_MOV || row->op == SKEP_ALU_OR);
}

static bool is_nonzero(const struct skep_x86_job *job, const struct skep_x86_insn *i)
{
	const struct skep_jit_insn *insns = job->facts->insns;
	u32 index = i->index, reg = src_of(job, i);

	for (u32 n = 0; n < LOOK_BACK && index && !insns[index].target; n++) {
		const struct skep_jit_insn *at = &insns[--index];
		const struct skep_insn_row *row = skep_insn_row(at->row);
		const struct bpf_insn *insn = &job->prog->insns[index];

		if (row->kind == SKEP_KIND_CALL)
			return false;
		if ((at->writes & 1 << reg) ||
		    (row->kind == SKEP_KIND_JUMP && insn->dst_reg == reg))
			if (says_nonzero(row, insn, i->bits))
				return true;
		if (at->writes & 1 << reg)
			return false;
	}
	return false;
}

static void division(struct skep_x86_job *job, const struct skep_x86_insn *i, u32 unused)
{
	u16 live = skep_jit_live_behind(job->facts, job->prog, i->index);
	struct skep_x86_insn divide = *i;

	(void)unused;
	divide.keeps_rax = holds(job, X86_RAX, live);
	divide.keeps_rdx = holds(job, X86_RDX, live);
	divide.nonzero = !i->constant && is_nonzero(job, i);
	skep_x86_divide(job, &divide);
}

/* The count is in cl, if need be for a moment. */
static void shift_by_cl(struct skep_x86_job *job, const struct skep_x86_insn *i, u8 digit)
{
	struct skep_x86 *x = &job->x;
	u8 d = i->dst == X86_RCX ? X86_SCRATCH : i->dst;

	if (i->src == X86_RCX) {
		skep_x86_rr(x, 0xd3, i->bits, digit, i->dst);
		return;
	}
	skep_x86_move(x, 64, X86_SCRATCH, X86_RCX);
	skep_x86_move(x, 64, X86_RCX, i->src);
	skep_x86_rr(x, 0xd3, i->bits, digit, d);
	skep_x86_move(x, 64, X86_RCX, X86_SCRATCH);
}

static void shift(struct skep_x86_job *job, const struct skep_x86_insn *i, u32 digit)
{
	static const struct skep_x86_vex by_register[] = {
	    [4] = {2, 1, 0xf7}, [5] = {2, 3, 0xf7}, [7] = {2, 2, 0xf7}};

	if (i->constant)
		skep_x86_shift(&job->x, digit, i->bits, i->dst, (u32)i->imm & (i->bits - 1));
	else if (job->features & SKEP_X86_BMI2)
		skep_x86_vex(&job->x, &by_register[digit], i->bits,
			     (struct skep_x86_three){i->dst, i->src, i->dst});
	else
		shift_by_cl(job, i, (u8)digit);
}

static void move(struct skep_x86_job *job, const struct skep_x86_insn *i, u32 unused)
{
	(void)unused;
	if (i->constant)
		skep_x86_load(&job->x, i->dst, i->bits == 32 ? (u32)i->imm : (u64)(s64)i->imm);
	else
		skep_x86_move(&job->x, i->bits, i->dst, i->src);
}

static void move_signed(struct skep_x86_job *job, const struct skep_x86_insn *i, u32 opcode)
{
	skep_x86_rr(&job->x, opcode, i->bits, i->dst, i->src);
}

static void negate(struct skep_x86_job *job, const struct skep_x86_insn *i, u32 digit)
{
	skep_x86_rr(&job->x, 0xf7, i->bits, (u8)digit, i->dst);
}

/* ---- byte order */

static void swap(struct skep_x86_job *job, const struct skep_x86_insn *i, u32 bits)
{
	struct skep_x86 *x = &job->x;

	if (bits == 16) {
		skep_x86_rr(x, 0xc1, 16, 0, i->dst);
		skep_x86_immediate(x, 8, 1);
		skep_x86_rr(x, 0x0fb7, 32, i->dst, i->dst);
		return;
	}
	skep_x86_immediate(x, (bits == 64 ? 0x48u : 0x40u) | (i->dst >= X86_R8), 1);
	skep_x86_immediate(x, 0x0f | (0xc8u | (i->dst & 7)) << 8, 2);
}

static void truncate_to(struct skep_x86_job *job, const struct skep_x86_insn *i, u32 bits)
{
	if (bits == 16)
		skep_x86_rr(&job->x, 0x0fb7, 32, i->dst, i->dst);
	else if (bits == 32)
		skep_x86_move(&job->x, 32, i->dst, i->dst);
}

/* What is done for each operation of alu.def, and with which digit, opcode or width. */
static const struct {
	void (*write)(struct skep_x86_job *, const struct skep_x86_insn *, u32 detail);
	u32 detail;
} alu[] = {
    [SKEP_ALU_ADD] = {logic, 0},
    [SKEP_ALU_SUB] = {logic, 5},
    [SKEP_ALU_MUL] = {multiply, 0},
    [SKEP_ALU_DIV] = {division, 0},
    [SKEP_ALU_SDIV] = {division, 0},
    [SKEP_ALU_OR] = {logic, 1},
    [SKEP_ALU_AND] = {logic, 4},
    [SKEP_ALU_LSH] = {shift, 4},
    [SKEP_ALU_RSH] = {shift, 5},
    [SKEP_ALU_MOD] = {division, 0},
    [SKEP_ALU_SMOD] = {division, 0},
    [SKEP_ALU_XOR] = {logic, 6},
    [SKEP_ALU_MOV] = {move, 0},
    [SKEP_ALU_ARSH] = {shift, 7},
    [SKEP_ALU_MOVSX8] = {move_signed, 0x0fbe},
    [SKEP_ALU_MOVSX16] = {move_signed, 0x0fbf},
    [SKEP_ALU_MOVSX32] = {move_signed, 0x63},
    [SKEP_ALU_NEG] = {negate, 3},
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

static void write_alu(struct skep_x86_job *job, const struct skep_x86_insn *i)
{
	alu[i->row->op].write(job, i, alu[i->row->op].detail);
}

/* ---- jumps */

static const u8 conditions[] = {
    [SKEP_JUMP_JEQ] = X86_EQUAL,	  [SKEP_JUMP_JGT] = X86_ABOVE,
    [SKEP_JUMP_JGE] = X86_ABOVE_EQUAL,	  [SKEP_JUMP_JSET] = X86_NOT_EQUAL,
    [SKEP_JUMP_JNE] = X86_NOT_EQUAL,	  [SKEP_JUMP_JSGT] = X86_GREATER,
    [SKEP_JUMP_JSGE] = X86_GREATER_EQUAL, [SKEP_JUMP_JLT] = X86_BELOW,
    [SKEP_JUMP_JLE] = X86_BELOW_EQUAL,	  [SKEP_JUMP_JSLT] = X86_LESS,
    [SKEP_JUMP_JSLE] = X86_LESS_EQUAL,
};

static u32 target_of(const struct skep_x86_job *job, const struct skep_x86_insn *i)
{
	return (u32)skep_insn_target(i->row, &job->prog->insns[i->index], i->index);
}

static bool is_ja(const struct skep_x86_job *job, u32 index)
{
	u8 row = job->facts->insns[index].row;

	return row == SKEP_INSN_JA16 || row == SKEP_INSN_JA32;
}

/* Where a jump to `target` ends up: jumps that are always taken are followed, as far as that is not
 * for ever. */
static u32 follow(const struct skep_x86_job *job, u32 target)
{
	for (u32 n = 0; n < LONGEST_CHAIN && is_ja(job, target); n++)
		target = (u32)skep_insn_target(skep_insn_row(job->facts->insns[target].row),
					       &job->prog->insns[target], target);
	return target;
}

/* A jump over a jump that is always taken, which nobody else goes to, is one with the opposite
 * condition. */
static void branch(struct skep_x86_job *job, const struct skep_x86_insn *i, u8 condition)
{
	u32 next = i->index + 1, target = target_of(job, i);

	if (target == next + 1 && is_ja(job, next) && !job->facts->insns[next].target) {
		job->swallowed = 1;
		condition ^= 1;
		target = next;
	}
	skep_x86_jump(&job->x, condition, follow(job, target));
}

static void test_constant(struct skep_x86 *x, u32 bits, u8 d, s32 imm)
{
	if (imm > 0 && imm <= 0x7f) {
		skep_x86_rr(x, 0xf6, 8, 0, d);
		skep_x86_immediate(x, (u64)imm, 1);
		return;
	}
	skep_x86_rr(x, 0xf7, imm >= 0 ? 32 : bits, 0, d);
	skep_x86_immediate(x, (u64)(s64)imm, 4);
}

static void compare(struct skep_x86 *x, const struct skep_x86_insn *i)
{
	bool bits_set = i->row->op == SKEP_JUMP_JSET;

	if (!i->constant)
		skep_x86_rr(x, bits_set ? 0x85 : 0x39, i->bits, i->src, i->dst);
	else if (bits_set)
		test_constant(x, i->bits, i->dst, i->imm);
	else if (i->imm == 0)
		skep_x86_rr(x, 0x85, i->bits, i->dst, i->dst);
	else
		skep_x86_operate(x, 7, i->bits, i->dst, i->imm);
}

static void write_jump(struct skep_x86_job *job, const struct skep_x86_insn *i)
{
	compare(&job->x, i);
	branch(job, i, conditions[i->row->op]);
}

static void write_ja(struct skep_x86_job *job, const struct skep_x86_insn *i)
{
	skep_x86_jump(&job->x, X86_ALWAYS, follow(job, target_of(job, i)));
}

/* ---- calls */

static void keep_registers(struct skep_x86_job *job, bool restore)
{
	static const u8 kept[] = {6, 7, 8, 9};

	for (u32 n = 0; n < SKEP_COUNT(kept); n++) {
		u32 bpf = kept[restore ? SKEP_COUNT(kept) - 1 - n : n];
		u8 reg = job->reg[bpf];

		if (!(job->facts->used & 1 << bpf))
			continue;
		if (restore)
			skep_x86_pop(&job->x, reg);
		else
			skep_x86_push(&job->x, reg);
	}
}

static void stop_too_deep(struct skep_x86_job *job, const struct skep_x86_aside *aside)
{
	skep_x86_rm(&job->x, 0xc7, 32, 0, at(X86_RUN, offsetof(struct skep_run, fault_insn)));
	skep_x86_immediate(&job->x, aside->insn.index, 4);
	skep_x86_jump(&job->x, X86_ALWAYS, job->too_deep);
}

/* The stack itself counts the frames: every local call takes the same bytes of it. */
static void call_local(struct skep_x86_job *job, const struct skep_x86_insn *i)
{
	struct skep_x86 *x = &job->x;
	const struct skep_x86_aside *aside = skep_x86_put_aside(job, i, stop_too_deep);
	bool frames = job->facts->used & 1 << 10;
	u32 kept = 8 * (u32)__builtin_popcount(job->facts->used & 0x3c0);
	s32 rest = (s32)(job->call_bytes - 8 - kept);

	if (!aside)
		return;
	skep_x86_rm(x, 0x3b, 64, X86_RSP, at(X86_RUN, offsetof(struct skep_run, deepest)));
	skep_x86_jump(x, X86_BELOW_EQUAL, aside->entry);
	keep_registers(job, false);
	if (rest)
		skep_x86_operate(x, 5, 64, X86_RSP, rest);
	if (frames)
		skep_x86_operate(x, 0, 64, job->reg[10], SKEP_STACK_FRAME);
	skep_x86_call(x, target_of(job, i));
	if (frames)
		skep_x86_operate(x, 5, 64, job->reg[10], SKEP_STACK_FRAME);
	if (rest)
		skep_x86_operate(x, 0, 64, X86_RSP, rest);
	keep_registers(job, true);
}

static void write_call(struct skep_x86_job *job, const struct skep_x86_insn *i)
{
	if (i->row->op == SKEP_CALL_LOCAL) {
		call_local(job, i);
		return;
	}
	if (i->row->op == SKEP_CALL_TAIL) {
		skep_x86_tail_call(job);
		return;
	}
	skep_x86_move(&job->x, 64, X86_RDI, X86_RUN);
	skep_x86_call_function(job, (const void *)(uintptr_t)job->code->helpers.table[i->imm]);
}

static void write_exit(struct skep_x86_job *job, const struct skep_x86_insn *i)
{
	(void)i;
	skep_x86_exit(job);
}

/* ---- memory */

static void load_from(struct skep_x86 *x, u32 bits, u8 d, struct skep_x86_memory m)
{
	static const u32 opcodes[] = {[1] = 0x0fb6, [2] = 0x0fb7, [4] = 0x8b, [8] = 0x8b};

	skep_x86_rm(x, opcodes[bits / 8], bits == 64 ? 64 : 32, d, m);
}

static void write_load(struct skep_x86_job *job, const struct skep_x86_insn *i)
{
	static const u32 with_sign[] = {[1] = 0x0fbe, [2] = 0x0fbf, [4] = 0x63};

	struct skep_x86_memory m = skep_x86_address(job, src_of(job, i), i->off);

	if (i->row->op == SKEP_LOAD_ZERO)
		load_from(&job->x, i->bits, i->dst, m);
	else
		skep_x86_rm(&job->x, with_sign[i->bits / 8], 64, i->dst, m);
}

static void write_store(struct skep_x86_job *job, const struct skep_x86_insn *i)
{
	struct skep_x86_memory m = skep_x86_address(job, dst_of(job, i), i->off);
	bool bytes = i->bits == 8;

	if (!i->constant) {
		skep_x86_rm(&job->x, bytes ? 0x88 : 0x89, i->bits, i->src, m);
		return;
	}
	skep_x86_rm(&job->x, bytes ? 0xc6 : 0xc7, i->bits, 0, m);
	skep_x86_immediate(&job->x, (u64)(s64)i->imm, i->bits > 32 ? 4 : i->bits / 8);
}

static void write_wide(struct skep_x86_job *job, const struct skep_x86_insn *i)
{
	skep_x86_load(&job->x, i->dst, skep_code_wide(job->code, i->index));
}

/* ---- atomic memory */

static void lock(struct skep_x86 *x)
{
	skep_x86_immediate(x, 0xf0, 1);
}

/* Old values of and, or, xor: tried until nobody came between. rax, which cmpxchg wants, is kept in
 * SCRATCH2, and read there if it is an operand. */
static void fetch_by_trying(struct skep_x86_job *job, const struct skep_x86_insn *i, u32 opcode)
{
	struct skep_x86 *x = &job->x;
	struct skep_x86_memory m = skep_x86_address(job, dst_of(job, i), i->off);
	u8 operand = i->src == X86_RAX ? X86_SCRATCH2 : i->src;
	u32 again = skep_x86_labels(x, 1);

	if (m.base == X86_RAX)
		m.base = X86_SCRATCH2;
	skep_x86_move(x, 64, X86_SCRATCH2, X86_RAX);
	load_from(x, i->bits, X86_RAX, m);
	skep_x86_bind(x, again);
	skep_x86_move(x, i->bits, X86_SCRATCH, X86_RAX);
	skep_x86_rr(x, opcode, i->bits, operand, X86_SCRATCH);
	lock(x);
	skep_x86_rm(x, 0x0fb1, i->bits, X86_SCRATCH, m);
	skep_x86_jump(x, X86_NOT_EQUAL, again);
	if (i->src == X86_RAX) {
		skep_x86_move(x, i->bits, X86_RAX, X86_RAX);
		return;
	}
	skep_x86_move(x, i->bits, i->src, X86_RAX);
	skep_x86_move(x, 64, X86_RAX, X86_SCRATCH2);
}

static void locked(struct skep_x86_job *job, const struct skep_x86_insn *i, u32 opcode)
{
	lock(&job->x);
	skep_x86_rm(&job->x, opcode, i->bits, i->src,
		    skep_x86_address(job, dst_of(job, i), i->off));
}

/* xchg locks by itself. */
static void exchange(struct skep_x86_job *job, const struct skep_x86_insn *i, u32 opcode)
{
	skep_x86_rm(&job->x, opcode, i->bits, i->src,
		    skep_x86_address(job, dst_of(job, i), i->off));
}

/* Of 32 bits, cmpxchg clears the upper half of rax only where it fails. */
static void compare_exchange(struct skep_x86_job *job, const struct skep_x86_insn *i, u32 opcode)
{
	locked(job, i, opcode);
	if (i->bits == 32)
		skep_x86_move(&job->x, 32, X86_RAX, X86_RAX);
}

static const struct {
	void (*write)(struct skep_x86_job *, const struct skep_x86_insn *, u32 opcode);
	u32 opcode;
} atomics[] = {
    [SKEP_ATOMIC_ADD] = {locked, 0x01},
    [SKEP_ATOMIC_OR] = {locked, 0x09},
    [SKEP_ATOMIC_AND] = {locked, 0x21},
    [SKEP_ATOMIC_XOR] = {locked, 0x31},
    [SKEP_ATOMIC_FETCH_ADD] = {locked, 0x0fc1},
    [SKEP_ATOMIC_FETCH_OR] = {fetch_by_trying, 0x09},
    [SKEP_ATOMIC_FETCH_AND] = {fetch_by_trying, 0x21},
    [SKEP_ATOMIC_FETCH_XOR] = {fetch_by_trying, 0x31},
    [SKEP_ATOMIC_XCHG] = {exchange, 0x87},
    [SKEP_ATOMIC_CMPXCHG] = {compare_exchange, 0x0fb1},
};

static void write_atomic(struct skep_x86_job *job, const struct skep_x86_insn *i)
{
	atomics[i->row->op].write(job, i, atomics[i->row->op].opcode);
}

/* ---- packets */

/* d = the big-endian value at m, the upper half cleared. */
static void load_swapped(struct skep_x86_job *job, u32 bits, u8 d, struct skep_x86_memory m)
{
	const struct skep_x86_insn loaded = {.dst = d};

	if (bits >= 32 && (job->features & SKEP_X86_MOVBE)) {
		skep_x86_rm(&job->x, 0x0f38f0, bits, d, m);
		return;
	}
	load_from(&job->x, bits, d, m);
	if (bits == 16) {
		/* The upper half is clear already. */
		skep_x86_rr(&job->x, 0xc1, 16, 0, d);
		skep_x86_immediate(&job->x, 8, 1);
	} else if (bits > 16) {
		swap(job, &loaded, bits);
	}
}

/* From an offset in SCRATCH, which may be negative, the value into rax; or the program ends. */
static void load_found(struct skep_x86_job *job, u32 bits)
{
	skep_x86_load(&job->x, X86_SCRATCH2, bits / 8);
	skep_x86_call(&job->x, job->find);
	skep_x86_rr(&job->x, 0x85, 64, X86_RAX, X86_RAX);
	skep_x86_jump(&job->x, X86_EQUAL, job->fail);
	load_swapped(job, bits, X86_RAX, at(X86_RAX, 0));
}

static void load_from_header(struct skep_x86_job *job, const struct skep_x86_aside *aside)
{
	load_found(job, aside->insn.bits);
	skep_x86_jump(&job->x, X86_ALWAYS, aside->back);
}

/* The register of the packet. rax can be it for a moment: the load will write it. */
static u8 packet_register(struct skep_x86_job *job)
{
	if (!job->calls)
		return X86_PACKET;
	load_from(&job->x, 64, X86_RAX, at(X86_RUN, offsetof(struct skep_run, packet)));
	skep_x86_rr(&job->x, 0x85, 64, X86_RAX, X86_RAX);
	skep_x86_jump(&job->x, X86_EQUAL, job->fail);
	return X86_RAX;
}

static void load_absolute(struct skep_x86_job *job, const struct skep_x86_insn *i)
{
	struct skep_x86 *x = &job->x;
	u32 end = (u32)i->imm + i->bits / 8;
	u8 packet;

	if (i->imm < 0) {
		skep_x86_load(x, X86_SCRATCH, (u32)i->imm);
		load_found(job, i->bits);
		return;
	}
	packet = packet_register(job);
	skep_x86_rm(x, end <= 0x7f ? 0x83 : 0x81, 32, 7,
		    at(packet, offsetof(struct skep_packet, caplen)));
	skep_x86_immediate(x, end, end <= 0x7f ? 1 : 4);
	skep_x86_jump(x, X86_BELOW, job->fail);
	load_from(x, 64, X86_RAX, at(packet, offsetof(struct skep_packet, data)));
	load_swapped(job, i->bits, X86_RAX, at(X86_RAX, i->imm));
}

static void load_indirect(struct skep_x86_job *job, const struct skep_x86_insn *i)
{
	struct skep_x86 *x = &job->x;
	const struct skep_x86_aside *aside = skep_x86_put_aside(job, i, load_from_header);
	u8 packet;

	if (!aside)
		return;
	lea(x, 32, X86_SCRATCH, at(i->src, i->imm));
	skep_x86_rr(x, 0x85, 32, X86_SCRATCH, X86_SCRATCH);
	skep_x86_jump(x, X86_SIGN, aside->entry);
	packet = packet_register(job);
	lea(x, 32, X86_SCRATCH2, at(X86_SCRATCH, (s32)i->bits / 8));
	skep_x86_rm(x, 0x3b, 32, X86_SCRATCH2, at(packet, offsetof(struct skep_packet, caplen)));
	skep_x86_jump(x, X86_ABOVE, job->fail);
	load_from(x, 64, X86_RAX, at(packet, offsetof(struct skep_packet, data)));
	load_swapped(job, i->bits, X86_RAX,
		     (struct skep_x86_memory){.base = X86_RAX, .index = X86_SCRATCH});
	skep_x86_bind(x, aside->back);
}

static void write_packet(struct skep_x86_job *job, const struct skep_x86_insn *i)
{
	if (i->indirect || i->row->op == SKEP_PACKET_IND)
		load_indirect(job, i);
	else
		load_absolute(job, i);
}

/* ---- runs of instructions as one */

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

/* The width of a swap of a little-endian machine's bytes, 0 if it is none. */
static u32 swapped_bits(const struct skep_x86_insn *i)
{
	bool swaps = i->row->kind == SKEP_KIND_ALU && alu[i->row->op].write == swap;

	return swaps ? alu[i->row->op].detail : 0;
}

static s32 swapped_constant(u32 bits, s32 imm)
{
	return bits == 16 ? __builtin_bswap16((u16)imm) : (s32)__builtin_bswap32((u32)imm);
}

/* Whether comparing the low `bits` alone says the same of a value that has no others. */
static bool narrows(const struct skep_x86_insn *jump, u32 bits)
{
	bool is_signed = conditions[jump->row->op] >= X86_LESS;

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
	u32 base = src_of(job, load);
	bool is_address = skep_x86_is_address(job, base);

	for (u32 i = 1; i < length; i++)
		is_address &= !(job->facts->insns[load->index + i].reads & 1 << base) ||
			      dst_of(job, load) == base;
	skep_x86_prepare(job, load->index, length, is_address ? (u16)(1 << base) : 0);
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
		load_from(&job->x, load->bits, load->dst, m);
		compare(&job->x, jump);
	}
	branch(job, jump, conditions[jump->row->op]);
	return length;
}

/* d op= memory, where nobody wants what is loaded. */
static u32 fold_operand(struct skep_x86_job *job, const struct skep_x86_insn *load,
			const struct skep_x86_insn *use)
{
	struct skep_x86_memory m;
	u32 opcode;

	if (use->constant || use->bits != load->bits || use->src != load->dst ||
	    use->dst == load->dst || !is_dead_behind(job, use, dst_of(job, load)))
		return 0;
	if (alu[use->row->op].write == logic)
		opcode = alu[use->row->op].detail << 3 | 3;
	else if (use->row->op == SKEP_ALU_MUL)
		opcode = 0x0faf;
	else
		return 0;
	m = prepare_load(job, load, 2);
	skep_x86_rm(&job->x, opcode, use->bits, use->dst, m);
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
	swapped = i->bits > 8 && next.dst == i->dst && swapped_bits(&next) == i->bits;
	if (swapped)
		length = 2;
	if ((!swapped || follows(job, i, 2, &next)) && next.row->kind == SKEP_KIND_JUMP &&
	    next.constant && next.dst == i->dst && is_dead_behind(job, &next, dst_of(job, i))) {
		folded = fold_comparison(job, i, &next, swapped);
		if (folded)
			return folded;
	}
	if (!swapped)
		return 0;
	load_swapped(job, i->bits, i->dst, prepare_load(job, i, length));
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
#define CLEAR_LOAD(op, bits, from)   ((op) == SKEP_LOAD_ZERO && (bits) <= 32 ? ALWAYS : NEVER)
#define CLEAR_JUMP(op, bits, from)   NEVER
#define CLEAR_JA(op, bits, from)     NEVER
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
	lost = src_of(job, &join);
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
	u32 reg = dst_of(job, i), count;
	struct skep_x86_insn right;
	bool is_signed;

	if (i->imm != 32 || !follows(job, i, 1, &right) || right.dst != i->dst || !right.constant ||
	    right.bits != 64 || (!is_alu(&right, SKEP_ALU_RSH) && !is_alu(&right, SKEP_ALU_ARSH)) ||
	    right.imm <= 0 || right.imm > 32)
		return 0;
	is_signed = is_alu(&right, SKEP_ALU_ARSH);
	count = 32 - (u32)right.imm;
	skep_x86_prepare(job, i->index, 2, skep_x86_is_copy(job, reg) ? (u16)(1 << reg) : 0);
	if (is_signed)
		skep_x86_rr(&job->x, 0x63, 64, i->dst, skep_x86_source(job, reg));
	else if (skep_x86_source(job, reg) != i->dst || !is_clear(job, i->index, reg))
		skep_x86_move(&job->x, 32, i->dst, skep_x86_source(job, reg));
	if (count)
		skep_x86_shift(&job->x, 4, 64, i->dst, count);
	return 2;
}

static void (*const kinds[])(struct skep_x86_job *, const struct skep_x86_insn *) = {
    [SKEP_KIND_ALU] = write_alu,     [SKEP_KIND_JUMP] = write_jump,
    [SKEP_KIND_JA] = write_ja,	     [SKEP_KIND_CALL] = write_call,
    [SKEP_KIND_EXIT] = write_exit,   [SKEP_KIND_LOAD] = write_load,
    [SKEP_KIND_STORE] = write_store, [SKEP_KIND_ATOMIC] = write_atomic,
    [SKEP_KIND_WIDE] = write_wide,   [SKEP_KIND_PACKET] = write_packet,
};

struct skep_x86_insn skep_x86_read(const struct skep_x86_job *job, u32 index)
{
	const struct bpf_insn *insn = &job->prog->insns[index];
	const struct skep_insn_row *row = skep_insn_row(job->facts->insns[index].row);

	return (struct skep_x86_insn){.row = row,
				      .index = index,
				      .imm = insn->imm,
				      .off = insn->off,
				      .bits = row->bits,
				      .dst = job->reg[insn->dst_reg],
				      .src = job->reg[insn->src_reg],
				      .constant = row->from == SKEP_FROM_K};
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

/* ---- operands that are not computed yet */

/* What an instruction can read in place of its lazy operands. */
static u16 soft_operands(const struct skep_x86_job *job, const struct skep_x86_insn *i)
{
	u32 dst = dst_of(job, i), src = src_of(job, i);
	u16 soft = 0;

	if (i->row->from == SKEP_FROM_X && src != dst && skep_x86_is_copy(job, src))
		soft |= 1 << src;
	switch (i->row->kind) {
	case SKEP_KIND_ALU:
		return soft;
	case SKEP_KIND_JUMP:
		return src != dst && skep_x86_is_copy(job, dst) ? soft | 1 << dst : soft;
	case SKEP_KIND_LOAD:
		return skep_x86_is_address(job, src) ? 1 << src : 0;
	case SKEP_KIND_STORE:
		return (src != dst || i->constant) && skep_x86_is_address(job, dst)
			   ? soft | 1 << dst
			   : soft;
	default:
		return 0;
	}
}

static void read_soft(struct skep_x86_job *job, struct skep_x86_insn *i)
{
	u8 kind = i->row->kind;

	if (i->row->from == SKEP_FROM_X &&
	    (kind == SKEP_KIND_ALU || kind == SKEP_KIND_JUMP || kind == SKEP_KIND_STORE))
		i->src = skep_x86_source(job, src_of(job, i));
	if (kind == SKEP_KIND_JUMP)
		i->dst = skep_x86_source(job, dst_of(job, i));
}

/* Division takes registers for itself whose program's register nobody wants, atomic operations may.
 */
static bool wants_all(const struct skep_x86_insn *i)
{
	return i->row->kind == SKEP_KIND_ATOMIC ||
	       (i->row->kind == SKEP_KIND_ALU && alu[i->row->op].write == division);
}

static void write_lazy(struct skep_x86_job *job, struct skep_x86_insn *i)
{
	if (wants_all(i)) {
		skep_x86_compute(job, job->facts->insns[i->index].reads |
					  job->facts->insns[i->index + 1].live);
		skep_x86_prepare(job, i->index, 1, 0);
	} else {
		skep_x86_prepare(job, i->index, 1, soft_operands(job, i));
		read_soft(job, i);
	}
	kinds[i->row->kind](job, i);
	skep_x86_done(job);
}

static u32 write_one(struct skep_x86_job *job, u32 index)
{
	struct skep_x86_insn i = skep_x86_read(job, index);

	if (job->lazy)
		write_lazy(job, &i);
	else
		kinds[i.row->kind](job, &i);
	return i.row->kind == SKEP_KIND_WIDE ? 2 : 1;
}

/* w = w where the upper half is clear. */
static bool does_nothing(const struct skep_x86_job *job, u32 index)
{
	const struct bpf_insn *insn = &job->prog->insns[index];

	return insn->dst_reg == insn->src_reg && is_clear(job, index, insn->dst_reg);
}

static u32 write_blinded(struct skep_x86_job *job, u32 index)
{
	struct skep_x86_insn i = skep_x86_read(job, index);

	if (!skep_x86_blind(job, &i))
		kinds[i.row->kind](job, &i);
	return i.row->kind == SKEP_KIND_WIDE ? 2 : 1;
}

void skep_x86_begin_block(struct skep_x86_job *job, u32 index)
{
	skep_x86_compute(job, job->facts->insns[index].live);
	job->lazy = 0;
}

/* Rows that may be more than one instruction written: may begin a run, may be put off, may do
 * nothing. */
enum way { FOLDS = 1, WAITS = 2, IDLES = 4 };

static const u8 ways[SKEP_INSN_ALL] = {
    [SKEP_INSN_MOV32_X] = FOLDS | IDLES, [SKEP_INSN_MOV64_X] = FOLDS | WAITS,
    [SKEP_INSN_LSH64_K] = FOLDS | WAITS, [SKEP_INSN_ADD64_K] = WAITS,
    [SKEP_INSN_ADD64_X] = WAITS,	 [SKEP_INSN_LDX8] = FOLDS,
    [SKEP_INSN_LDX16] = FOLDS,		 [SKEP_INSN_LDX32] = FOLDS,
    [SKEP_INSN_LDX64] = FOLDS,
};

/* How many instructions were done in another way than one by one. */
static u32 write_otherwise(struct skep_x86_job *job, u32 index, u8 way)
{
	u32 next = row_behind(job, index, 1), length;

	if ((way & IDLES) && does_nothing(job, index))
		return 1;
	if ((way & FOLDS) && may_fold(job->facts->insns[index].row, next)) {
		length = fold(job, index);
		if (length) {
			skep_x86_done(job);
			return length;
		}
	}
	return (way & WAITS) && skep_x86_make_lazy(job, index);
}

u32 skep_x86_select(struct skep_x86_job *job, u32 index)
{
	u8 way = ways[job->facts->insns[index].row];
	u32 length = 0;

	job->swallowed = 0;
	if (job->code->blind_constants) {
		length = write_blinded(job, index);
		return length + job->swallowed;
	}
	if (way)
		length = write_otherwise(job, index, way);
	if (!length)
		length = write_one(job, index);
	return length + job->swallowed;
}
