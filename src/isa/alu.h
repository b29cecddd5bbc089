/* SPDX-License-Identifier: BSD-2-Clause */
/* The operations of alu.def and cmp.def as functions: skep_alu32_ADD(d, s), skep_alu64_ADD(d, s),
 * skep_jump32_JEQ(d, s) ... A 32-bit operation takes and gives 32 bits. */
#ifndef SKEP_ISA_ALU_H
#define SKEP_ISA_ALU_H

#include <endian.h>

#include "base/types.h"

#define SKEP_OPERATION(bits_, returned, name, result)                                              \
	static inline returned name(u##bits_ d, u##bits_ s)                                        \
	{                                                                                          \
		const s##bits_ sd = (s##bits_)d, ss = (s##bits_)s;                                 \
		const s##bits_ neg = (s##bits_)(0 - d);                                            \
		const unsigned bits = bits_;                                                       \
		(void)sd, (void)ss, (void)neg, (void)bits, (void)s;                                \
		return (returned)(result);                                                         \
	}

#define ALU(name, code, off, group, text, word, result)                                            \
	SKEP_OPERATION(32, u32, skep_alu32_##name, result)                                         \
	SKEP_OPERATION(64, u64, skep_alu64_##name, result)
#define ALU_SIGN_EXTEND(name, bits, off, group, text, word, result)                                \
	SKEP_OPERATION(bits, u##bits, skep_alu##bits##_##name, result)
#define ALU_ONE(name, code, group, text, word, result)                                             \
	SKEP_OPERATION(32, u32, skep_alu32_##name, result)                                         \
	SKEP_OPERATION(64, u64, skep_alu64_##name, result)
#define ALU_SWAP(name, opcode, imm, group, word, result)                                           \
	SKEP_OPERATION(64, u64, skep_alu64_##name, result)
#include "isa/alu.def"

#define CMP(name, code, text, word, condition)                                                     \
	SKEP_OPERATION(32, bool, skep_jump32_##name, condition)                                    \
	SKEP_OPERATION(64, bool, skep_jump64_##name, condition)
#include "isa/cmp.def"

#undef SKEP_OPERATION

#endif
