/* SPDX-License-Identifier: BSD-2-Clause */
/* The domain of scalars compiled for 8 bits with halves of 4 (in scalar_model.h's place):
 * small_sync, small_alu and so on. A "byte" is 1 bit. Operations are the expressions of isa/alu.def
 * and isa/cmp.def in these widths; byte order moves bits. */
#ifndef SKEP_TEST_SCALAR_SMALL_H
#define SKEP_TEST_SCALAR_SMALL_H

#include <assert.h>
#include <endian.h>
#include <string.h>

#include "verify/scalar.h"
#include "verify/scalar_word.h"

#define SCALAR_PUBLIC static __attribute__((unused))
#define SCALAR(name)  small_##name

enum { SCALAR_BYTE = 1, SCALAR_HALF = 4, SCALAR_FULL = 8 };

#define SCALAR_EXACT_FULL(name, d, s) small8_##name(d, s)
#define SCALAR_EXACT_HALF(name, d, s) small4_##name(d, s)

static inline u64 small_swap(u64 number, unsigned bits, bool turn)
{
	u64 swapped = 0;

	for (unsigned i = 0; i < bits; i++)
		swapped |= (number >> i & 1) << (turn ? bits - 1 - i : i);
	return swapped;
}

#define OPERATION(bits_, name, result)                                                             \
	static inline u64 small##bits_##_##name(u64 d_, u64 s_)                                    \
	{                                                                                          \
		const u32 d = (u32)(d_ & ones(bits_)), s = (u32)(s_ & ones(bits_)), bits = bits_;  \
		const s32 sd = (s32)(d << (32 - bits_)) >> (32 - bits_);                           \
		const s32 ss = (s32)(s << (32 - bits_)) >> (32 - bits_);                           \
		const s32 neg = (s32)((0 - d) << (32 - bits_)) >> (32 - bits_);                    \
		(void)s, (void)sd, (void)ss, (void)neg, (void)bits;                                \
		return (u64)(result)&ones(bits_);                                                  \
	}
#define ALU(name, code, off, group, text, word, result)                                            \
	OPERATION(8, name, result) OPERATION(4, name, result)
#define ALU_ONE(name, code, group, text, word, result)                                             \
	OPERATION(8, name, result) OPERATION(4, name, result)
#define ALU_SWAP(name, opcode, imm, group, word, result)                                           \
	OPERATION(8, name,                                                                         \
		  small_swap(d, imm / 8,                                                           \
			     opcode == 0xd7 || (opcode == 0xdc) == (BYTE_ORDER == LITTLE_ENDIAN)))
#include "isa/alu.def"

#define CMP(name, code, text, word, condition)                                                     \
	OPERATION(8, name, condition) OPERATION(4, name, condition)
#include "isa/cmp.def"
#undef OPERATION

#endif
