/* SPDX-License-Identifier: BSD-2-Clause */
/* Single instructions, and the parts of them that runs of instructions are made of. */
#ifndef SKEP_JIT_X86_WRITE_H
#define SKEP_JIT_X86_WRITE_H

#include "jit/x86.h"

/* Writes one instruction, all operands of which are computed. */
void skep_x86_write(struct skep_x86_job *job, const struct skep_x86_insn *i);

/* Writes a run of instructions that begins here as one; returns how many they are, or 0 if there is
 * none. */
u32 skep_x86_fold(struct skep_x86_job *job, u32 index);

/* The registers of the program that an instruction names. */
static inline u32 skep_x86_dst(const struct skep_x86_job *job, const struct skep_x86_insn *i)
{
	return job->prog->insns[i->index].dst_reg;
}

static inline u32 skep_x86_src(const struct skep_x86_job *job, const struct skep_x86_insn *i)
{
	return job->prog->insns[i->index].src_reg;
}

/* d = memory of some bits, the rest cleared. */
void skep_x86_load_from(struct skep_x86 *x, u32 bits, u8 d, struct skep_x86_memory m);

/* The same, with the bytes the other way round. */
void skep_x86_load_swapped(struct skep_x86_job *job, u32 bits, u8 d, struct skep_x86_memory m);

/* What a conditional jump compares, and where it goes. A jump over a jump that is always taken,
 * which nobody else goes to, is done as one with the opposite condition: job->swallowed. */
void skep_x86_compare(struct skep_x86 *x, const struct skep_x86_insn *i);
void skep_x86_branch(struct skep_x86_job *job, const struct skep_x86_insn *i);

/* Addition, subtraction and logic: the digit that stands in their opcodes; -1 for all else. */
s32 skep_x86_logic_digit(enum skep_alu op);

/* The bits of a swap of bytes, 0 for all else. */
u32 skep_x86_swaps(const struct skep_x86_insn *i);

/* Whether a row is a division or modulo. */
bool skep_x86_divides(const struct skep_insn_row *row);

#endif
