/* SPDX-License-Identifier: BSD-2-Clause */
/* x86-64 instructions as bytes, and the jumps between them. Knows nothing of BPF: what to write is
 * chosen in x86_select.c (Intel 64 and IA-32 Architectures Software Developer's Manual, volume 2).
 *
 * Code is written without its jumps, as jumps.h has it. */
#ifndef SKEP_JIT_X86_ENCODE_H
#define SKEP_JIT_X86_ENCODE_H

#include "base/types.h"
#include "jit/debug.h"

enum skep_x86_register {
	X86_RAX,
	X86_RCX,
	X86_RDX,
	X86_RBX,
	X86_RSP,
	X86_RBP,
	X86_RSI,
	X86_RDI,
	X86_R8,
	X86_R9,
	X86_R10,
	X86_R11,
	X86_R12,
	X86_R13,
	X86_R14,
	X86_R15,
	X86_NO_REGISTER,
};

/* The low half of the opcodes of conditional jumps, set and move instructions. */
enum skep_x86_condition {
	X86_CARRY = 0x2,
	X86_BELOW = 0x2,
	X86_ABOVE_EQUAL = 0x3,
	X86_EQUAL = 0x4,
	X86_NOT_EQUAL = 0x5,
	X86_BELOW_EQUAL = 0x6,
	X86_ABOVE = 0x7,
	X86_SIGN = 0x8,
	X86_LESS = 0xc,
	X86_GREATER_EQUAL = 0xd,
	X86_LESS_EQUAL = 0xe,
	X86_GREATER = 0xf,
	X86_ALWAYS = 0x10,
};

/* [base + (index << scale) + disp] */
struct skep_x86_memory {
	u8 base;
	u8 index; /* X86_NO_REGISTER: none; never rsp */
	u8 scale; /* 0 to 3 */
	s32 disp;
};

/* Code is written in pieces of at most this many bytes. */
enum { SKEP_X86_PIECE = 480 };

/* An instruction with VEX prefix and three registers. */
struct skep_x86_vex {
	u8 map;	   /* 1: 0f, 2: 0f38, 3: 0f3a */
	u8 prefix; /* 0: none, 1: 66, 2: f3, 3: f2 */
	u8 opcode;
};
struct skep_x86_three {
	u8 reg;	  /* ModRM.reg: the result */
	u8 extra; /* VEX.vvvv */
	u8 rm;	  /* ModRM.rm */
};

/* Code under construction; starts as {0}. The first failed allocation is remembered in `failed` and
 * makes later calls do nothing. */
struct skep_x86 {
	struct {
		u8 *data;
		size_t count, room;
	} code;
	struct skep_jit_jumps jumps;
	bool failed;
	struct skep_jit_debug *debug; /* borrowed; NULL: nobody asks */
	struct skep_jit_mark stack;   /* of `debug`: how it is here */
};

void skep_x86_fini(struct skep_x86 *x);

/* Makes room for a piece, which then is written without a look. False, and x->failed, if memory ran
 * out. */
SKEP_MUST_USE bool skep_x86_grow(struct skep_x86 *x);
static inline bool skep_x86_reserve(struct skep_x86 *x)
{
	return x->code.room - x->code.count >= SKEP_X86_PIECE + sizeof(u64) ? !x->failed
									    : skep_x86_grow(x);
}

/* An instruction with two register operands, or a digit of the opcode in place of `reg`.
 *
 *   opcode  one to three bytes, e.g. 0x0fb6
 *   bits    8, 16, 32 or 64: width of the operation */
void skep_x86_rr(struct skep_x86 *x, u32 opcode, u32 bits, u8 reg, u8 rm);

/* The same with memory as the second operand. */
void skep_x86_rm(struct skep_x86 *x, u32 opcode, u32 bits, u8 reg, struct skep_x86_memory m);

void skep_x86_vex(struct skep_x86 *x, const struct skep_x86_vex *op, u32 bits,
		  struct skep_x86_three r);

/* The low `bytes` bytes of an immediate operand, behind what has been written; or plain bytes. */
void skep_x86_immediate(struct skep_x86 *x, u64 value, u32 bytes);

/* reg = value, in the shortest form; changes the flags. */
void skep_x86_load(struct skep_x86 *x, u8 reg, u64 value);

/* d op= imm, op being the digit of the opcode 83: 0 add, 1 or, 4 and, 5 sub, 6 xor, 7 cmp. */
void skep_x86_operate(struct skep_x86 *x, u32 digit, u32 bits, u8 d, s32 imm);

/* d = s; moves of 32 bits clear the upper half. */
void skep_x86_move(struct skep_x86 *x, u32 bits, u8 d, u8 s);

/* digit: 4 left, 5 right, 7 right with sign. */
void skep_x86_shift(struct skep_x86 *x, u32 digit, u32 bits, u8 d, u32 count);

/* For debuggers: the stack as it is from here on, with the machine's registers. Pushes, pops and
 * sums with rsp tell it by themselves. */
void skep_x86_tell(struct skep_x86 *x, struct skep_jit_mark stack);
void skep_x86_tell_deeper(struct skep_x86 *x, s32 bytes);

/* Here something begins that is called. */
void skep_x86_tell_part(struct skep_x86 *x);

void skep_x86_push(struct skep_x86 *x, u8 reg);
void skep_x86_pop(struct skep_x86 *x, u8 reg);

/* Makes room for `count` labels and returns the first; they stand nowhere yet. */
u32 skep_x86_labels(struct skep_x86 *x, u32 count);

/* A label stands here. */
void skep_x86_bind(struct skep_x86 *x, u32 label);

void skep_x86_jump(struct skep_x86 *x, enum skep_x86_condition condition, u32 label);
void skep_x86_call(struct skep_x86 *x, u32 label);

/* Calls an address out of the code, which must come to lie near enough: skep_jit_reaches. */
void skep_x86_call_out(struct skep_x86 *x, u64 address);

/* All that has been written. */
struct skep_jit_draft skep_x86_draft(struct skep_x86 *x);

#endif
