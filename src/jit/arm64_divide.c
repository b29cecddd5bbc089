/* SPDX-License-Identifier: BSD-2-Clause */
/* Division and modulo. By a constant: a multiplication with its reciprocal (reciprocal.h) and a
 * shift. By a register: the machine's instruction, which never traps and gives what BPF wants: 0
 * for a division by 0, the dividend negated by -1; and so does the rest that is made from it. */
#include "jit/arm64.h"
#include "jit/reciprocal.h"

static bool is_signed(const struct skep_arm64_insn *i)
{
	return i->row->op == SKEP_ALU_SDIV || i->row->op == SKEP_ALU_SMOD;
}

static bool is_modulo(const struct skep_arm64_insn *i)
{
	return i->row->op == SKEP_ALU_MOD || i->row->op == SKEP_ALU_SMOD;
}

static bool is_power_of_2(u64 value)
{
	return !(value & (value - 1));
}

/* d = n op m */
static void op(struct skep_arm64 *a, enum skep_arm64_opcode opcode, u32 bits,
	       struct skep_arm64_three r)
{
	skep_arm64_op(a, opcode, bits, r);
}

static void negate(struct skep_arm64 *a, u32 bits, u8 reg)
{
	op(a, ARM64_SUB, bits, (struct skep_arm64_three){.d = reg, .n = ARM64_ZR, .m = reg});
}

static void by_register(struct skep_arm64 *a, const struct skep_arm64_insn *i)
{
	u8 quotient = is_modulo(i) ? ARM64_TEMP : i->dst;

	op(a, is_signed(i) ? ARM64_SDIV : ARM64_UDIV, i->bits,
	   (struct skep_arm64_three){.d = quotient, .n = i->left, .m = i->src});
	if (is_modulo(i))
		skep_arm64_multiply_subtract(
		    a, i->bits,
		    (struct skep_arm64_three){.d = i->dst, .n = ARM64_TEMP, .m = i->src}, i->left);
}

/* ---- by a constant */

/* dst = the quotient in TEMP, or left - quotient * divisor. */
static void finish(struct skep_arm64 *a, const struct skep_arm64_insn *i)
{
	if (!is_modulo(i)) {
		skep_arm64_move(a, i->bits, i->dst, ARM64_TEMP);
		return;
	}
	skep_arm64_load(a, ARM64_SCRATCH, i->bits == 32 ? (u32)i->imm : (u64)(s64)i->imm);
	skep_arm64_multiply_subtract(
	    a, i->bits, (struct skep_arm64_three){.d = i->dst, .n = ARM64_TEMP, .m = ARM64_SCRATCH},
	    i->left);
}

/* The last shift of a quotient that `from` holds: into TEMP, or dst if it is what is wanted. */
static void finish_shifted(struct skep_arm64 *a, const struct skep_arm64_insn *i, u8 from,
			   u32 count)
{
	u8 d = is_modulo(i) ? ARM64_TEMP : i->dst;

	skep_arm64_shift(a, ARM64_LSR, 64, (struct skep_arm64_two){d, from}, count);
	if (is_modulo(i))
		finish(a, i);
}

/* Towards zero: a negative dividend is first raised by the divisor less one. What modulo takes away
 * has the sign of the dividend alone. */
static void by_signed_power(struct skep_arm64 *a, const struct skep_arm64_insn *i, u32 power)
{
	u8 n = i->left;

	if (power > 1)
		skep_arm64_shift(a, ARM64_ASR, i->bits, (struct skep_arm64_two){ARM64_TEMP, n},
				 i->bits - 1);
	op(a, ARM64_ADD, i->bits,
	   (struct skep_arm64_three){.d = ARM64_TEMP,
				     .n = n,
				     .m = power > 1 ? ARM64_TEMP : n,
				     .by = ARM64_BY_LSR,
				     .count = (u8)(i->bits - power)});
	skep_arm64_shift(a, ARM64_ASR, i->bits, (struct skep_arm64_two){ARM64_TEMP, ARM64_TEMP},
			 power);
	if (is_modulo(i)) {
		op(a, ARM64_SUB, i->bits,
		   (struct skep_arm64_three){
		       .d = i->dst, .n = n, .m = ARM64_TEMP, .count = (u8)power});
		return;
	}
	if (i->imm < 0)
		negate(a, i->bits, ARM64_TEMP);
	skep_arm64_move(a, i->bits, i->dst, ARM64_TEMP);
}

/* TEMP += 1 if it is negative, and the divisor's sign. */
static void finish_signed(struct skep_arm64 *a, const struct skep_arm64_insn *i, u8 dividend)
{
	op(a, ARM64_ADD, 64,
	   (struct skep_arm64_three){
	       .d = ARM64_TEMP, .n = ARM64_TEMP, .m = dividend, .by = ARM64_BY_LSR, .count = 63});
	if (i->imm < 0)
		negate(a, 64, ARM64_TEMP);
	finish(a, i);
}

static void by_signed_32(struct skep_arm64 *a, const struct skep_arm64_insn *i)
{
	struct skep_reciprocal r = skep_reciprocal_signed_short(skep_divisor_magnitude(i->imm));

	skep_arm64_extend(a, 64, (struct skep_arm64_two){ARM64_SCRATCH, i->left}, 32);
	skep_arm64_load(a, ARM64_TEMP, r.value);
	op(a, ARM64_MUL, 64,
	   (struct skep_arm64_three){.d = ARM64_TEMP, .n = ARM64_TEMP, .m = ARM64_SCRATCH});
	skep_arm64_shift(a, ARM64_ASR, 64, (struct skep_arm64_two){ARM64_TEMP, ARM64_TEMP},
			 32 + r.power);
	finish_signed(a, i, ARM64_SCRATCH);
}

static void by_signed_64(struct skep_arm64 *a, const struct skep_arm64_insn *i)
{
	struct skep_reciprocal r = skep_reciprocal_signed(skep_divisor_magnitude(i->imm));

	skep_arm64_load(a, ARM64_TEMP, r.value);
	op(a, ARM64_SMULH, 64,
	   (struct skep_arm64_three){.d = ARM64_TEMP, .n = i->left, .m = ARM64_TEMP});
	op(a, ARM64_ADD, 64,
	   (struct skep_arm64_three){.d = ARM64_TEMP, .n = ARM64_TEMP, .m = i->left});
	skep_arm64_shift(a, ARM64_ASR, 64, (struct skep_arm64_two){ARM64_TEMP, ARM64_TEMP},
			 r.power);
	finish_signed(a, i, i->left);
}

static void by_unsigned_32(struct skep_arm64 *a, const struct skep_arm64_insn *i)
{
	struct skep_reciprocal r;
	bool whole = skep_reciprocal_short((u32)i->imm, &r);

	if (!whole) {
		r = skep_reciprocal_find((u32)i->imm, 32);
		skep_arm64_move(a, 32, ARM64_SCRATCH, i->left);
	}
	skep_arm64_load(a, ARM64_TEMP, r.value);
	op(a, whole ? ARM64_UMULL : ARM64_UMULH, 64,
	   (struct skep_arm64_three){
	       .d = ARM64_TEMP, .n = whole ? i->left : ARM64_SCRATCH, .m = ARM64_TEMP});
	finish_shifted(a, i, ARM64_TEMP, whole ? 32 + r.power : 0);
}

/* With a carry the sum would have 65 bits; (n - h) / 2 + h is it without the last. */
static void by_unsigned_64(struct skep_arm64 *a, const struct skep_arm64_insn *i)
{
	struct skep_reciprocal r = skep_reciprocal_find((u64)i->imm, 64);

	skep_arm64_load(a, ARM64_TEMP, r.value);
	op(a, ARM64_UMULH, 64,
	   (struct skep_arm64_three){.d = ARM64_TEMP, .n = i->left, .m = ARM64_TEMP});
	if (r.carry) {
		op(a, ARM64_SUB, 64,
		   (struct skep_arm64_three){.d = ARM64_SCRATCH, .n = i->left, .m = ARM64_TEMP});
		op(a, ARM64_ADD, 64,
		   (struct skep_arm64_three){.d = ARM64_TEMP,
					     .n = ARM64_TEMP,
					     .m = ARM64_SCRATCH,
					     .by = ARM64_BY_LSR,
					     .count = 1});
	}
	finish_shifted(a, i, ARM64_TEMP, r.power);
}

/* The divisor is at least 2^63: the quotient is 0 or 1. */
static void by_huge(struct skep_arm64 *a, const struct skep_arm64_insn *i)
{
	if (is_modulo(i))
		skep_arm64_add(a, 64, (struct skep_arm64_two){ARM64_SCRATCH, i->left},
			       -(s64)i->imm);
	skep_arm64_compare(a, 64, i->left, i->imm);
	if (is_modulo(i))
		skep_arm64_pick(
		    a, ARM64_CSEL, 64,
		    (struct skep_arm64_three){.d = i->dst, .n = ARM64_SCRATCH, .m = i->left},
		    ARM64_HS);
	else
		skep_arm64_pick(
		    a, ARM64_CSINC, 64,
		    (struct skep_arm64_three){.d = i->dst, .n = ARM64_ZR, .m = ARM64_ZR}, ARM64_LO);
}

/* ---- which way */

/* By 0, 1 and -1, of which -1 is meant with its sign. */
static void by_unit(struct skep_arm64 *a, const struct skep_arm64_insn *i)
{
	if (i->imm == 0 ? !is_modulo(i) : is_modulo(i))
		skep_arm64_load(a, i->dst, 0);
	else if (i->imm == -1)
		op(a, ARM64_SUB, i->bits,
		   (struct skep_arm64_three){.d = i->dst, .n = ARM64_ZR, .m = i->left});
	else
		skep_arm64_move(a, i->bits, i->dst, i->left);
}

static void by_power(struct skep_arm64 *a, const struct skep_arm64_insn *i)
{
	u32 power = skep_divisor_log2((u32)i->imm);
	const struct skep_arm64_two r = {i->dst, i->left};

	if (is_modulo(i))
		skep_arm64_logic(a, ARM64_AND, i->bits, r, ((u64)1 << power) - 1);
	else
		skep_arm64_shift(a, ARM64_LSR, i->bits, r, power);
}

static void by_signed(struct skep_arm64 *a, const struct skep_arm64_insn *i)
{
	u64 d = skep_divisor_magnitude(i->imm);

	if (is_power_of_2(d))
		by_signed_power(a, i, skep_divisor_log2(d));
	else if (i->bits == 32)
		by_signed_32(a, i);
	else
		by_signed_64(a, i);
}

void skep_arm64_divide(struct skep_arm64_job *job, const struct skep_arm64_insn *i)
{
	struct skep_arm64 *a = &job->a;

	if (!i->constant)
		by_register(a, i);
	else if (i->imm == 0 || i->imm == 1 || (i->imm == -1 && is_signed(i)))
		by_unit(a, i);
	else if (is_signed(i))
		by_signed(a, i);
	else if (i->bits == 64 && i->imm < 0)
		by_huge(a, i);
	else if (is_power_of_2((u32)i->imm))
		by_power(a, i);
	else if (i->bits == 32)
		by_unsigned_32(a, i);
	else
		by_unsigned_64(a, i);
}
