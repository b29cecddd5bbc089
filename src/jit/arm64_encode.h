/* SPDX-License-Identifier: BSD-2-Clause */
/* arm64 instructions as words, and the jumps between them. Knows nothing of BPF: what to write is
 * chosen in arm64_select.c (Arm Architecture Reference Manual for A-profile, part C).
 *
 * Code is written without its jumps, as jumps.h has it; then skep_arm64_place finds the jumps'
 * sizes and skep_arm64_copy puts everything together. */
#ifndef SKEP_JIT_ARM64_ENCODE_H
#define SKEP_JIT_ARM64_ENCODE_H

#include "base/types.h"
#include "jit/jumps.h"

enum {
	ARM64_TEMP = 16,
	ARM64_FP = 29,
	ARM64_LR = 30,
	ARM64_ZR = 31, /* reads as 0; in address, and in add and sub of a constant, it is sp */
	ARM64_SP = 31,
	ARM64_NO_REGISTER = 32,
};

enum skep_arm64_condition {
	ARM64_EQ,
	ARM64_NE,
	ARM64_HS,
	ARM64_LO,
	ARM64_MI,
	ARM64_PL,
	ARM64_VS,
	ARM64_VC,
	ARM64_HI,
	ARM64_LS,
	ARM64_GE,
	ARM64_LT,
	ARM64_GT,
	ARM64_LE,
	ARM64_ALWAYS,
};

/* Opcodes of 32 bits; the same with bit 31 are of 64 bits. */
enum skep_arm64_opcode {
	/* d = n op m, m shifted */
	ARM64_AND = 0x0a000000,
	ARM64_ORR = 0x2a000000,
	ARM64_ORN = 0x2a200000,
	ARM64_EOR = 0x4a000000,
	ARM64_ANDS = 0x6a000000,
	ARM64_ADD = 0x0b000000,
	ARM64_ADDS = 0x2b000000,
	ARM64_SUB = 0x4b000000,
	ARM64_SUBS = 0x6b000000,
	/* d = n + m, m being 32 bits without a sign, shifted left by up to 4; of 64 bits */
	ARM64_ADD_UXTW = 0x0b204000,
	/* d = n op m */
	ARM64_UDIV = 0x1ac00800,
	ARM64_SDIV = 0x1ac00c00,
	ARM64_LSL = 0x1ac02000,
	ARM64_LSR = 0x1ac02400,
	ARM64_ASR = 0x1ac02800,
	ARM64_MUL = 0x1b007c00,
	/* the upper half of the product of 64 bits; and of 32 bits the whole: always with 64 */
	ARM64_SMULH = 0x1b407c00,
	ARM64_UMULH = 0x1bc07c00,
	ARM64_SMULL = 0x1b207c00,
	ARM64_UMULL = 0x1ba07c00,
	/* d = op n */
	ARM64_REV16 = 0x5ac00400,
	ARM64_REV32 = 0x5ac00800,
	ARM64_REV64 = 0x5ac00c00,
	/* fields of bits */
	ARM64_SBFM = 0x13000000,
	ARM64_UBFM = 0x53000000,
	/* d = a - n * m */
	ARM64_MSUB = 0x1b008000,
	/* d = condition ? n : m, or m + 1 */
	ARM64_CSEL = 0x1a800000,
	ARM64_CSINC = 0x1a800400,
};

/* What a shifted operand is shifted by: enum and count. */
enum skep_arm64_shift { ARM64_BY_LSL, ARM64_BY_LSR, ARM64_BY_ASR };

/* Memory access: opcodes of 8 bits, with a constant as offset. */
enum skep_arm64_access {
	ARM64_STORE = 0x39000000,
	ARM64_LOAD = 0x39400000,
	ARM64_LOAD_SIGNED = 0x39800000, /* to 64 bits */
};

/* Atomic access, of 32 bits; bits 30 and 31 are the size. */
enum skep_arm64_atomic {
	/* Of processors with LSE, acquiring and releasing: t = memory; memory = t op s. */
	ARM64_LDADDAL = 0xb8e00000,
	ARM64_LDCLRAL = 0xb8e01000, /* memory & ~s */
	ARM64_LDEORAL = 0xb8e02000,
	ARM64_LDSETAL = 0xb8e03000, /* memory | s */
	ARM64_SWPAL = 0xb8e08000,
	ARM64_CASAL = 0x88e0fc00, /* s = memory; memory = t if it was s */
	/* Of all: t = memory, watched; memory = t and s = 0, or s = 1 if somebody came between. */
	ARM64_LDXR = 0x885f7c00,
	ARM64_STLXR = 0x8800fc00,
	/* t = memory, acquiring; memory = t, releasing: these two of 8 and 16 bits, too */
	ARM64_LDAR = 0x88dffc00,
	ARM64_STLR = 0x889ffc00,
};
enum { ARM64_DMB_ISH = (s32)0xd5033bbf }; /* orders all before and all behind */

/* Two registers in one access. */
enum skep_arm64_pair {
	ARM64_STP = 0xa9000000,
	ARM64_LDP = 0xa9400000,
	ARM64_STP_BEFORE = 0xa9800000, /* n += offset, then store */
	ARM64_LDP_BEHIND = 0xa8c00000, /* load, then n += offset */
};

struct skep_arm64_two {
	u8 d, n;
};

struct skep_arm64_three {
	u8 d, n, m;
	u8 by;	  /* enum skep_arm64_shift of m; where it can be shifted */
	u8 count; /* bits to shift m by */
};

/* [base + index], or [base + offset] */
struct skep_arm64_memory {
	u8 base;
	u8 index; /* ARM64_NO_REGISTER: none */
	s32 offset;
};

/* Code under construction; starts as {0}. The first failed allocation is remembered in `failed` and
 * makes later calls do nothing. */
struct skep_arm64 {
	struct {
		u32 *data;
		size_t count, room;
	} code;
	struct skep_jit_jumps jumps;
	bool failed;
};

void skep_arm64_fini(struct skep_arm64 *a);

/* One instruction as it is. */
void skep_arm64_word(struct skep_arm64 *a, u32 word);

/* An instruction of enum skep_arm64_opcode with up to three registers; those it has not are 0. */
void skep_arm64_op(struct skep_arm64 *a, enum skep_arm64_opcode op, u32 bits,
		   struct skep_arm64_three r);

/* d = from - n * m */
void skep_arm64_multiply_subtract(struct skep_arm64 *a, u32 bits, struct skep_arm64_three r,
				  u8 from);

/* ARM64_CSEL, ARM64_CSINC. */
void skep_arm64_pick(struct skep_arm64 *a, enum skep_arm64_opcode op, u32 bits,
		     struct skep_arm64_three r, enum skep_arm64_condition condition);

/* Shifts by a constant: ARM64_LSL, ARM64_LSR, ARM64_ASR, count < bits. */
void skep_arm64_shift(struct skep_arm64 *a, enum skep_arm64_opcode op, u32 bits,
		      struct skep_arm64_two r, u32 count);

/* ARM64_UBFM, ARM64_SBFM: n << left >> right, the last with the sign for SBFM. */
void skep_arm64_field(struct skep_arm64 *a, enum skep_arm64_opcode op, struct skep_arm64_two r,
		      u32 left, u32 right);

/* d = the low `from` bits of n with their sign; 8, 16 or 32. */
void skep_arm64_extend(struct skep_arm64 *a, u32 bits, struct skep_arm64_two r, u32 from);

/* d = n; moves of 32 bits clear the upper half. Not for sp. */
void skep_arm64_move(struct skep_arm64 *a, u32 bits, u8 d, u8 n);

/* d = value, in the shortest form. */
void skep_arm64_load(struct skep_arm64 *a, u8 d, u64 value);

/* d = n + imm; either may be sp if the constant is below 2^24. A constant without a short
 * form goes through TEMP, here and where it is said below. */
void skep_arm64_add(struct skep_arm64 *a, u32 bits, struct skep_arm64_two r, s64 imm);

/* Flags of n - imm; through TEMP. */
void skep_arm64_compare(struct skep_arm64 *a, u32 bits, u8 n, s64 imm);

/* ARM64_AND, ARM64_ORR, ARM64_EOR, ARM64_ANDS with a constant; through TEMP. */
void skep_arm64_logic(struct skep_arm64 *a, enum skep_arm64_opcode op, u32 bits,
		      struct skep_arm64_two r, u64 imm);

/* Loads or stores `bits` bits of t; far offsets go through TEMP. */
void skep_arm64_access(struct skep_arm64 *a, enum skep_arm64_access op, u32 bits, u8 t,
		       struct skep_arm64_memory m);

/* Loads or stores two registers of 64 bits, d first; `offset` is a multiple of 8 from -512 to 504.
 */
void skep_arm64_pair(struct skep_arm64 *a, enum skep_arm64_pair op, struct skep_arm64_two t, u8 n,
		     s32 offset);

/* d is t, m is s. */
void skep_arm64_atomic(struct skep_arm64 *a, enum skep_arm64_atomic op, u32 bits,
		       struct skep_arm64_three r);

void skep_arm64_return(struct skep_arm64 *a);
void skep_arm64_jump_register(struct skep_arm64 *a, u8 n);
void skep_arm64_call_register(struct skep_arm64 *a, u8 n);

/* Makes room for `count` labels and returns the first; they stand nowhere yet. */
u32 skep_arm64_labels(struct skep_arm64 *a, u32 count);

/* A label stands here. */
void skep_arm64_bind(struct skep_arm64 *a, u32 label);

void skep_arm64_jump(struct skep_arm64 *a, enum skep_arm64_condition condition, u32 label);

/* Jumps if a register is zero, or if it is not (set). */
void skep_arm64_jump_zero(struct skep_arm64 *a, u32 bits, u8 n, bool set, u32 label);

/* Jumps if a bit is as `set` says. */
void skep_arm64_jump_bit(struct skep_arm64 *a, u32 bit, u8 n, bool set, u32 label);

void skep_arm64_call(struct skep_arm64 *a, u32 label);

/* Calls an address out of the code, which must come to lie near enough: skep_jit_reaches. */
void skep_arm64_call_out(struct skep_arm64 *a, u64 address);

/* All that has been written. */
struct skep_jit_draft skep_arm64_draft(struct skep_arm64 *a);

#endif
