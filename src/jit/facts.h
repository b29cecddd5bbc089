/* SPDX-License-Identifier: BSD-2-Clause */
/* What a JIT knows of a program before it chooses instructions; the same for every architecture. */
#ifndef SKEP_JIT_FACTS_H
#define SKEP_JIT_FACTS_H

#include "jit/block.h"
#include "vm/vm.h"

struct skep_jit_insn {
	/* Registers: bit n is r<n>. */
	u16 live;	      /* whose value matters when it is reached */
	u16 reads;	      /* what a local call or the end of the program reads is not counted */
	u16 writes;	      /* that hold something else behind it */
	u8 row;		      /* enum skep_insn_id; of a second slot, that of the first */
	bool target : 1;      /* of a jump or a local call */
	bool from_behind : 1; /* of one that goes back, or to itself */
	bool goes : 1;	      /* what is alive behind it is not what is alive at the next */
};
static_assert(SKEP_INSN_ALL <= UINT8_MAX, "a row fits");

struct skep_jit_facts {
	struct skep_jit_insn *insns; /* borrowed; one for each slot, and one behind the last */
	u32 count;
	u16 used;	   /* registers that some instruction names */
	bool moves_frame;  /* r10 is more than the base of accesses, or what is copied from */
	bool calls_local;  /* has local calls */
	bool calls_helper; /* calls functions outside */
	bool calls_tail;   /* has tail calls */
	bool calls_back;   /* takes addresses of its functions, or may throw */
	bool packet;	   /* has LD_ABS or LD_IND */
};

/* How much of a block the facts of so many instructions are. */
static inline size_t skep_jit_facts_size(u32 count)
{
	return ((size_t)count + 1) * sizeof(struct skep_jit_insn);
}

/* Looks at a decoded program. The facts are a part of the block, which has room for them. */
void skep_jit_facts_init(struct skep_jit_facts *f, const struct skep_code *code,
			 struct skep_jit_block *block);

/* The registers whose value matters behind an instruction, on any way. */
u16 skep_jit_live_behind(const struct skep_jit_facts *f, const struct skep_prog *prog, u32 index);

#endif
