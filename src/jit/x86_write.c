/* SPDX-License-Identifier: BSD-2-Clause */
/* Which x86-64 instructions stand for one BPF instruction: tables by operation. Flags never live
 * from one to the next. */
#include "jit/x86_write.h"

#include "base/array.h"
#include "vm/env.h"

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
	for (u32 bpf = 0; bpf < SKEP_CODE_REGISTERS; bpf++)
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
	u32 index = i->index, reg = skep_x86_src(job, i);

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

s32 skep_x86_logic_digit(enum skep_alu op)
{
	return alu[op].write == logic ? (s32)alu[op].detail : -1;
}

u32 skep_x86_swaps(const struct skep_x86_insn *i)
{
	bool swaps = i->row->kind == SKEP_KIND_ALU && alu[i->row->op].write == swap;

	return swaps ? alu[i->row->op].detail : 0;
}

bool skep_x86_divides(const struct skep_insn_row *row)
{
	return row->kind == SKEP_KIND_ALU && alu[row->op].write == division;
}

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

static void jump_if(struct skep_x86_job *job, const struct skep_x86_insn *i, u8 condition)
{
	u32 next = i->index + 1, target = target_of(job, i);

	if (target == next + 1 && is_ja(job, next) && !job->facts->insns[next].target) {
		job->swallowed = 1;
		condition ^= 1;
		target = next;
	}
	skep_x86_jump(&job->x, condition, follow(job, target));
}

void skep_x86_branch(struct skep_x86_job *job, const struct skep_x86_insn *i)
{
	jump_if(job, i, conditions[i->row->op]);
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

void skep_x86_compare(struct skep_x86 *x, const struct skep_x86_insn *i)
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
	skep_x86_compare(&job->x, i);
	skep_x86_branch(job, i);
}

static void write_may(struct skep_x86_job *job, const struct skep_x86_insn *i)
{
	skep_x86_rm(&job->x, 0x83, 64, 5, at(X86_RUN, offsetof(struct skep_run, may_gotos)));
	skep_x86_immediate(&job->x, 1, 1);
	jump_if(job, i, X86_SIGN);
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

/* The first 32 bits of d, and no others, are the CPU of the run. */
static void load_cpu(struct skep_x86 *x, u8 d)
{
	skep_x86_load_from(x, 64, d, at(X86_RUN, offsetof(struct skep_run, env)));
	skep_x86_load_from(x, 32, d, at(d, offsetof(struct skep_env, cpu)));
}

/* The operation takes what a helper would, but for the run. */
static void call_map(struct skep_x86_job *job, const struct skep_x86_insn *i)
{
	static const u8 arguments[] = {X86_RDI, X86_RSI, X86_RDX, X86_RCX, X86_R8, X86_R9};
	const struct skep_map_call *call = &skep_map_calls[skep_map_call_operation(i->imm)];
	struct skep_x86 *x = &job->x;

	for (u32 n = 0; n < call->arguments; n++)
		skep_x86_move(x, 64, arguments[n], arguments[n + 1]);
	if (call->takes_cpu)
		load_cpu(x, arguments[call->arguments]);
	skep_x86_call_function(job, skep_code_function(job->code, i->index));
	if (call->gives_int)
		skep_x86_rr(x, 0x63, 64, X86_RAX, X86_RAX);
}

static void call_helper(struct skep_x86_job *job, const struct skep_x86_insn *i)
{
	if (job->facts->calls_back)
		skep_x86_note_frame(job);
	skep_x86_move(&job->x, 64, X86_RDI, X86_RUN);
	skep_x86_call_function(job, skep_code_function(job->code, i->index));
	if (job->facts->calls_back)
		skep_x86_stop_if_fault(job);
}

static void write_call(struct skep_x86_job *job, const struct skep_x86_insn *i)
{
	switch (i->row->op) {
	case SKEP_CALL_LOCAL:
		call_local(job, i);
		break;
	case SKEP_CALL_TAIL:
		skep_x86_tail_call(job);
		break;
	case SKEP_CALL_MAP:
		call_map(job, i);
		break;
	case SKEP_CALL_CPU:
		load_cpu(&job->x, X86_RAX);
		break;
	default:
		call_helper(job, i);
	}
}

static void write_exit(struct skep_x86_job *job, const struct skep_x86_insn *i)
{
	(void)i;
	skep_x86_exit(job);
}

/* ---- memory */

void skep_x86_load_from(struct skep_x86 *x, u32 bits, u8 d, struct skep_x86_memory m)
{
	static const u32 opcodes[] = {[1] = 0x0fb6, [2] = 0x0fb7, [4] = 0x8b, [8] = 0x8b};

	skep_x86_rm(x, opcodes[bits / 8], bits == 64 ? 64 : 32, d, m);
}

/* Every load of this machine acquires, and every store releases. */
static void write_load(struct skep_x86_job *job, const struct skep_x86_insn *i)
{
	static const u32 with_sign[] = {[1] = 0x0fbe, [2] = 0x0fbf, [4] = 0x63};

	struct skep_x86_memory m = skep_x86_address(job, skep_x86_src(job, i), i->off);

	if (i->row->op == SKEP_LOAD_SIGN)
		skep_x86_rm(&job->x, with_sign[i->bits / 8], 64, i->dst, m);
	else
		skep_x86_load_from(&job->x, i->bits, i->dst, m);
}

static void write_store(struct skep_x86_job *job, const struct skep_x86_insn *i)
{
	struct skep_x86_memory m = skep_x86_address(job, skep_x86_dst(job, i), i->off);
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
	struct skep_x86_memory m = skep_x86_address(job, skep_x86_dst(job, i), i->off);
	u8 operand = i->src == X86_RAX ? X86_SCRATCH2 : i->src;
	u32 again = skep_x86_labels(x, 1);

	if (m.base == X86_RAX)
		m.base = X86_SCRATCH2;
	skep_x86_move(x, 64, X86_SCRATCH2, X86_RAX);
	skep_x86_load_from(x, i->bits, X86_RAX, m);
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
		    skep_x86_address(job, skep_x86_dst(job, i), i->off));
}

/* xchg locks by itself. */
static void exchange(struct skep_x86_job *job, const struct skep_x86_insn *i, u32 opcode)
{
	skep_x86_rm(&job->x, opcode, i->bits, i->src,
		    skep_x86_address(job, skep_x86_dst(job, i), i->off));
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

void skep_x86_load_swapped(struct skep_x86_job *job, u32 bits, u8 d, struct skep_x86_memory m)
{
	const struct skep_x86_insn loaded = {.dst = d};

	if (bits >= 32 && (job->features & SKEP_X86_MOVBE)) {
		skep_x86_rm(&job->x, 0x0f38f0, bits, d, m);
		return;
	}
	skep_x86_load_from(&job->x, bits, d, m);
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
	skep_x86_load_swapped(job, bits, X86_RAX, at(X86_RAX, 0));
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
	skep_x86_load_from(&job->x, 64, X86_RAX, at(X86_RUN, offsetof(struct skep_run, packet)));
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
	skep_x86_load_from(x, 64, X86_RAX, at(packet, offsetof(struct skep_packet, data)));
	skep_x86_load_swapped(job, i->bits, X86_RAX, at(X86_RAX, i->imm));
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
	skep_x86_load_from(x, 64, X86_RAX, at(packet, offsetof(struct skep_packet, data)));
	skep_x86_load_swapped(job, i->bits, X86_RAX,
			      (struct skep_x86_memory){.base = X86_RAX, .index = X86_SCRATCH});
	skep_x86_bind(x, aside->back);
}

static void write_window(struct skep_x86_job *job, const struct skep_x86_insn *i)
{
	skep_x86_load(&job->x, X86_SCRATCH, job->code->helpers.window);
	skep_x86_move(&job->x, 32, i->dst, i->src);
	skep_x86_rr(&job->x, 0x01, 64, X86_SCRATCH, i->dst);
}

static void write_packet(struct skep_x86_job *job, const struct skep_x86_insn *i)
{
	if (i->indirect || i->row->op == SKEP_PACKET_IND)
		load_indirect(job, i);
	else
		load_absolute(job, i);
}

static void (*const kinds[])(struct skep_x86_job *, const struct skep_x86_insn *) = {
    [SKEP_KIND_ALU] = write_alu,     [SKEP_KIND_JUMP] = write_jump,
    [SKEP_KIND_JA] = write_ja,	     [SKEP_KIND_CALL] = write_call,
    [SKEP_KIND_EXIT] = write_exit,   [SKEP_KIND_LOAD] = write_load,
    [SKEP_KIND_STORE] = write_store, [SKEP_KIND_ATOMIC] = write_atomic,
    [SKEP_KIND_WIDE] = write_wide,   [SKEP_KIND_PACKET] = write_packet,
    [SKEP_KIND_MAY] = write_may,     [SKEP_KIND_CAST] = write_window,
};

void skep_x86_write(struct skep_x86_job *job, const struct skep_x86_insn *i)
{
	kinds[i->row->kind](job, i);
}
