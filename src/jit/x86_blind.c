/* SPDX-License-Identifier: BSD-2-Clause */
/* Constants of the program that do not stand in its code: whoever writes programs shall not write
 * machine code with them. A constant is loaded changed by a key of its own, none of whose bytes is
 * 0, and changed back in its register. Offsets of loads, stores and jumps stay as they are: of
 * these, 16 bits are the program's. */
#include "jit/key.h"
#include "jit/x86.h"

/* reg = a constant of 32 bits, extended with its sign for operations of 64. */
static void load(struct skep_x86_job *job, u32 bits, u8 reg, s32 imm)
{
	struct skep_x86 *x = &job->x;
	u32 key = (u32)skep_jit_next_key(&job->key);

	skep_x86_rr(x, 0xc7, bits, 0, reg);
	skep_x86_immediate(x, (u32)imm ^ key, 4);
	skep_x86_rr(x, 0x81, bits, 6, reg);
	skep_x86_immediate(x, key, 4);
}

static void load_wide(struct skep_x86_job *job, u8 reg, u64 value)
{
	u64 key = skep_jit_next_key(&job->key);

	skep_x86_load(&job->x, reg, value ^ key);
	skep_x86_load(&job->x, X86_SCRATCH, key);
	skep_x86_rr(&job->x, 0x31, 64, X86_SCRATCH, reg);
}

/* What to divide by 0, 1 and -1 takes has no constant. The divisor goes where division wants it. */
static void blind_divisor(struct skep_x86_job *job, struct skep_x86_insn *i)
{
	if (i->imm >= -1 && i->imm <= 1)
		return;
	load(job, i->bits, X86_SCRATCH, i->imm);
	i->src = X86_SCRATCH;
	i->constant = false;
}

static void blind_operand(struct skep_x86_job *job, struct skep_x86_insn *i)
{
	load(job, i->bits == 64 ? 64 : 32, X86_SCRATCH2, i->imm);
	i->src = X86_SCRATCH2;
	i->constant = false;
}

static bool blind_alu(struct skep_x86_job *job, struct skep_x86_insn *i)
{
	switch (i->row->op) {
	case SKEP_ALU_MOV:
		load(job, i->bits, i->dst, i->imm);
		return true;
	case SKEP_ALU_DIV:
	case SKEP_ALU_SDIV:
	case SKEP_ALU_MOD:
	case SKEP_ALU_SMOD:
		blind_divisor(job, i);
		return false;
	default:
		blind_operand(job, i);
		return false;
	}
}

/* An absolute offset becomes an indirect one. */
static void blind_offset(struct skep_x86_job *job, struct skep_x86_insn *i)
{
	load(job, 32, X86_SCRATCH2, i->imm);
	if (i->row->op == SKEP_PACKET_IND)
		skep_x86_rr(&job->x, 0x01, 32, i->src, X86_SCRATCH2);
	i->src = X86_SCRATCH2;
	i->imm = 0;
	i->indirect = true;
}

bool skep_x86_blind(struct skep_x86_job *job, struct skep_x86_insn *i)
{
	switch (i->row->kind) {
	case SKEP_KIND_ALU:
		return i->constant && blind_alu(job, i);
	case SKEP_KIND_JUMP:
	case SKEP_KIND_STORE:
		if (i->constant)
			blind_operand(job, i);
		return false;
	case SKEP_KIND_WIDE:
		load_wide(job, i->dst, skep_code_wide(job->code, i->index));
		return true;
	case SKEP_KIND_PACKET:
		blind_offset(job, i);
		return false;
	default:
		return false;
	}
}
