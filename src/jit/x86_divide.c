/* SPDX-License-Identifier: BSD-2-Clause */
/* Division and modulo. By a constant: a multiplication with its reciprocal (reciprocal.h) and a
 * shift. By a register: the machine's instruction, behind tests for the divisors that it would trap
 * on. */
#include "jit/reciprocal.h"
#include "jit/x86.h"

enum { DIGIT_MUL = 4, DIGIT_IMUL = 5, DIGIT_DIV = 6, DIGIT_IDIV = 7 };

static bool is_signed(const struct skep_x86_insn *i)
{
	return i->row->op == SKEP_ALU_SDIV || i->row->op == SKEP_ALU_SMOD;
}

static bool is_modulo(const struct skep_x86_insn *i)
{
	return i->row->op == SKEP_ALU_MOD || i->row->op == SKEP_ALU_SMOD;
}

static void one(struct skep_x86 *x, u32 bits, u32 digit, u8 reg)
{
	skep_x86_rr(x, 0xf7, bits, (u8)digit, reg);
}

static void add(struct skep_x86 *x, u32 bits, u8 d, u8 s)
{
	skep_x86_rr(x, 0x01, bits, s, d);
}

static void sub(struct skep_x86 *x, u32 bits, u8 d, u8 s)
{
	skep_x86_rr(x, 0x29, bits, s, d);
}

static void multiply(struct skep_x86 *x, u32 bits, u8 d, u8 s)
{
	skep_x86_rr(x, 0x0faf, bits, d, s);
}

static void multiply_constant(struct skep_x86 *x, u32 bits, u8 d, s32 imm)
{
	skep_x86_rr(x, 0x69, bits, d, d);
	skep_x86_immediate(x, (u64)(s64)imm, 4);
}

static bool is_power_of_2(u64 value)
{
	return !(value & (value - 1));
}

/* ---- by a register */

/* Puts dividend and divisor where the instruction wants them, and all back but the result. */
static void divide_in_place(struct skep_x86 *x, const struct skep_x86_insn *i)
{
	bool moves = i->src == X86_RAX || i->src == X86_RDX;
	bool moved = moves || i->src == X86_SCRATCH;
	u8 divisor = moved ? X86_SCRATCH : i->src, result = is_modulo(i) ? X86_RDX : X86_RAX;
	bool save_rax = i->dst != X86_RAX && i->keeps_rax;
	bool save_rdx = i->dst != X86_RDX && i->keeps_rdx;

	if (moves)
		skep_x86_move(x, 64, X86_SCRATCH, i->src);
	if (save_rax)
		skep_x86_move(x, 64, X86_SCRATCH2, X86_RAX);
	if (save_rdx && moved)
		skep_x86_push(x, X86_RDX);
	else if (save_rdx)
		skep_x86_move(x, 64, X86_SCRATCH, X86_RDX);
	skep_x86_move(x, 64, X86_RAX, i->dst);
	if (!is_signed(i))
		skep_x86_load(x, X86_RDX, 0);
	else
		skep_x86_immediate(x, i->bits == 64 ? 0x9948 : 0x99, i->bits / 32);
	one(x, i->bits, is_signed(i) ? DIGIT_IDIV : DIGIT_DIV, divisor);
	skep_x86_move(x, 64, i->dst, result);
	if (save_rdx && moved)
		skep_x86_pop(x, X86_RDX);
	else if (save_rdx)
		skep_x86_move(x, 64, X86_RDX, X86_SCRATCH);
	if (save_rax)
		skep_x86_move(x, 64, X86_RAX, X86_SCRATCH2);
}

/* The divisor is 0: the quotient is 0, the rest is the dividend. */
static void by_zero(struct skep_x86_job *job, const struct skep_x86_aside *aside)
{
	if (!is_modulo(&aside->insn))
		skep_x86_load(&job->x, aside->insn.dst, 0);
	else
		skep_x86_move(&job->x, aside->insn.bits, aside->insn.dst, aside->insn.dst);
	skep_x86_jump(&job->x, X86_ALWAYS, aside->back);
}

/* The divisor is 0 or -1, SCRATCH is 1 or 0. */
static void by_zero_or_minus_one(struct skep_x86_job *job, const struct skep_x86_aside *aside)
{
	const struct skep_x86_insn *i = &aside->insn;

	if (is_modulo(i)) {
		multiply(&job->x, i->bits, i->dst, X86_SCRATCH);
	} else {
		one(&job->x, i->bits, 3, i->dst);
		skep_x86_rr(&job->x, 0x21, i->bits, i->src, i->dst);
	}
	skep_x86_jump(&job->x, X86_ALWAYS, aside->back);
}

static void by_register(struct skep_x86_job *job, const struct skep_x86_insn *i)
{
	struct skep_x86 *x = &job->x;
	const struct skep_x86_aside *aside =
	    skep_x86_put_aside(job, i, is_signed(i) ? by_zero_or_minus_one : by_zero);

	if (!aside)
		return;
	if (is_signed(i)) {
		const struct skep_x86_memory next = {
		    .base = i->src, .index = X86_NO_REGISTER, .disp = 1};

		skep_x86_rm(x, 0x8d, i->bits, X86_SCRATCH, next);
		skep_x86_operate(x, 7, i->bits, X86_SCRATCH, 1);
		skep_x86_jump(x, X86_BELOW_EQUAL, aside->entry);
	} else {
		skep_x86_rr(x, 0x85, i->bits, i->src, i->src);
		skep_x86_jump(x, X86_EQUAL, aside->entry);
	}
	divide_in_place(x, i);
	skep_x86_bind(x, aside->back);
}

/* ---- by a constant, with the scratch registers alone */

/* dst = quotient, or dst -= quotient * divisor; the quotient is in a scratch register. */
static void finish(struct skep_x86 *x, const struct skep_x86_insn *i, u8 quotient)
{
	if (!is_modulo(i)) {
		skep_x86_move(x, i->bits, i->dst, quotient);
		return;
	}
	multiply_constant(x, i->bits, quotient, i->imm);
	sub(x, i->bits, i->dst, quotient);
}

/* Towards zero: a negative dividend is first raised by the divisor less one. */
static void by_signed_power(struct skep_x86 *x, const struct skep_x86_insn *i, u32 power)
{
	skep_x86_move(x, i->bits, X86_SCRATCH, i->dst);
	skep_x86_shift(x, 7, i->bits, X86_SCRATCH, i->bits - 1);
	skep_x86_shift(x, 5, i->bits, X86_SCRATCH, i->bits - power);
	add(x, i->bits, X86_SCRATCH, i->dst);
	skep_x86_shift(x, 7, i->bits, X86_SCRATCH, power);
	if (i->imm < 0)
		one(x, i->bits, 3, X86_SCRATCH);
	finish(x, i, X86_SCRATCH);
}

static void by_signed_32(struct skep_x86 *x, const struct skep_x86_insn *i)
{
	struct skep_reciprocal r = skep_reciprocal_signed_short(skep_divisor_magnitude(i->imm));

	skep_x86_rr(x, 0x63, 64, X86_SCRATCH, i->dst);
	skep_x86_load(x, X86_SCRATCH2, r.value);
	multiply(x, 64, X86_SCRATCH2, X86_SCRATCH);
	skep_x86_shift(x, 7, 64, X86_SCRATCH2, 32 + r.power);
	skep_x86_shift(x, 7, 64, X86_SCRATCH, 63);
	sub(x, 64, X86_SCRATCH2, X86_SCRATCH);
	if (i->imm < 0)
		one(x, 64, 3, X86_SCRATCH2);
	finish(x, i, X86_SCRATCH2);
}

/* The divisor is at least 2^63: the quotient is 0 or 1. */
static void by_huge(struct skep_x86 *x, const struct skep_x86_insn *i)
{
	if (is_modulo(i)) {
		skep_x86_move(x, 64, X86_SCRATCH, i->dst);
		skep_x86_operate(x, 5, 64, X86_SCRATCH, i->imm);
		skep_x86_rr(x, 0x0f43, 64, i->dst, X86_SCRATCH);
		return;
	}
	skep_x86_load(x, X86_SCRATCH, 0);
	skep_x86_operate(x, 7, 64, i->dst, i->imm);
	skep_x86_rr(x, 0x0f93, 8, 0, X86_SCRATCH);
	skep_x86_move(x, 64, i->dst, X86_SCRATCH);
}

/* ---- by a constant, with the full product in rdx:rax */

/* rax = quotient of `dividend`, rdx = upper half of the product. With a carry the sum would have 65
 * bits; (n - h) / 2 + h is it without the last. */
static void unsigned_quotient(struct skep_x86 *x, struct skep_reciprocal r, u8 dividend)
{
	if (!r.carry) {
		skep_x86_move(x, 64, X86_RAX, X86_RDX);
	} else {
		skep_x86_move(x, 64, X86_RAX, dividend);
		sub(x, 64, X86_RAX, X86_RDX);
		skep_x86_shift(x, 5, 64, X86_RAX, 1);
		add(x, 64, X86_RAX, X86_RDX);
	}
	if (r.power)
		skep_x86_shift(x, 5, 64, X86_RAX, r.power);
}

/* The reciprocal has bit 63 set, so that as a signed number it is 2^64 too small. */
static void signed_quotient(struct skep_x86 *x, const struct skep_x86_insn *i, u32 power,
			    u8 dividend)
{
	add(x, 64, X86_RDX, dividend);
	skep_x86_shift(x, 7, 64, X86_RDX, power);
	skep_x86_move(x, 64, X86_RAX, dividend);
	skep_x86_shift(x, 5, 64, X86_RAX, 63);
	add(x, 64, X86_RAX, X86_RDX);
	if (i->imm < 0)
		one(x, 64, 3, X86_RAX);
}

static void by_product(struct skep_x86 *x, const struct skep_x86_insn *i)
{
	u8 n = i->dst == X86_RAX ? X86_SCRATCH2 : i->dst == X86_RDX ? X86_SCRATCH : i->dst;
	u8 result = is_modulo(i) ? X86_RDX : X86_RAX;
	struct skep_reciprocal r =
	    is_signed(i) ? skep_reciprocal_signed(skep_divisor_magnitude(i->imm))
			 : skep_reciprocal_find(i->bits == 32 ? (u32)i->imm : (u64)i->imm, i->bits);

	if (i->bits == 32)
		skep_x86_move(x, 32, i->dst, i->dst);
	skep_x86_move(x, 64, X86_SCRATCH2, X86_RAX);
	skep_x86_move(x, 64, X86_SCRATCH, X86_RDX);
	skep_x86_load(x, X86_RAX, r.value);
	one(x, 64, is_signed(i) ? DIGIT_IMUL : DIGIT_MUL, n);
	if (is_signed(i))
		signed_quotient(x, i, r.power, n);
	else
		unsigned_quotient(x, r, n);
	if (is_modulo(i)) {
		multiply_constant(x, i->bits, X86_RAX, i->imm);
		skep_x86_move(x, 64, X86_RDX, n);
		sub(x, i->bits, X86_RDX, X86_RAX);
	}
	skep_x86_move(x, 64, i->dst, result);
	if (i->dst != X86_RAX && i->keeps_rax)
		skep_x86_move(x, 64, X86_RAX, X86_SCRATCH2);
	if (i->dst != X86_RDX && i->keeps_rdx)
		skep_x86_move(x, 64, X86_RDX, X86_SCRATCH);
}

/* ---- which way */

static void by_unsigned(struct skep_x86 *x, const struct skep_x86_insn *i)
{
	struct skep_reciprocal r;

	if (i->bits == 64 && i->imm < 0) {
		by_huge(x, i);
	} else if (i->bits == 32 && skep_reciprocal_short((u32)i->imm, &r)) {
		skep_x86_move(x, 32, X86_SCRATCH, i->dst);
		skep_x86_load(x, X86_SCRATCH2, r.value);
		multiply(x, 64, X86_SCRATCH2, X86_SCRATCH);
		skep_x86_shift(x, 5, 64, X86_SCRATCH2, 32 + r.power);
		finish(x, i, X86_SCRATCH2);
	} else {
		by_product(x, i);
	}
}

static void by_signed(struct skep_x86 *x, const struct skep_x86_insn *i)
{
	u64 d = skep_divisor_magnitude(i->imm);

	if (is_power_of_2(d))
		by_signed_power(x, i, skep_divisor_log2(d));
	else if (i->bits == 32)
		by_signed_32(x, i);
	else
		by_product(x, i);
}

/* By 0, 1 and -1, of which -1 is meant with its sign. */
static void by_unit(struct skep_x86 *x, const struct skep_x86_insn *i)
{
	if (i->imm == 0 ? !is_modulo(i) : is_modulo(i))
		skep_x86_load(x, i->dst, 0);
	else if (i->imm == -1)
		one(x, i->bits, 3, i->dst);
	else
		skep_x86_move(x, i->bits, i->dst, i->dst);
}

static void by_power(struct skep_x86 *x, const struct skep_x86_insn *i)
{
	u32 power = skep_divisor_log2((u32)i->imm);

	if (!is_modulo(i))
		skep_x86_shift(x, 5, i->bits, i->dst, power);
	else
		skep_x86_operate(x, 4, 32, i->dst, (s32)(((u32)1 << power) - 1));
}

void skep_x86_divide(struct skep_x86_job *job, const struct skep_x86_insn *i)
{
	struct skep_x86 *x = &job->x;

	if (i->src == X86_SCRATCH || (i->nonzero && !is_signed(i)))
		divide_in_place(x, i); /* by a constant, neither 0 nor -1, or no need to look */
	else if (!i->constant)
		by_register(job, i);
	else if (i->imm == 0 || i->imm == 1 || (i->imm == -1 && is_signed(i)))
		by_unit(x, i);
	else if (is_signed(i))
		by_signed(x, i);
	else if (is_power_of_2((u32)i->imm) && (i->bits == 32 || i->imm > 0))
		by_power(x, i);
	else
		by_unsigned(x, i);
}
