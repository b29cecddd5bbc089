/* SPDX-License-Identifier: BSD-2-Clause */
/* Constants of the program that do not stand in its code: whoever writes programs shall not write
 * machine code with them. A constant is loaded changed by a key of its own and changed back in its
 * register. Offsets of loads, stores and jumps stay as they are: of these, 16 bits are the
 * program's. */
#include "jit/arm64.h"
#include "jit/key.h"

static void load(struct skep_arm64_job *job, u32 bits, u8 reg, u64 value)
{
	u64 key = skep_jit_next_key(&job->key);

	key = bits == 64 ? key : (u32)key;
	skep_arm64_load(&job->a, reg, value ^ key);
	skep_arm64_load(&job->a, ARM64_TEMP, key);
	skep_arm64_op(&job->a, ARM64_EOR, bits,
		      (struct skep_arm64_three){.d = reg, .n = reg, .m = ARM64_TEMP});
}

static u64 constant(const struct skep_arm64_insn *i)
{
	return i->bits == 64 ? (u64)(s64)i->imm : (u32)i->imm;
}

static void blind_operand(struct skep_arm64_job *job, struct skep_arm64_insn *i)
{
	load(job, i->bits == 64 ? 64 : 32, ARM64_SCRATCH, constant(i));
	i->src = ARM64_SCRATCH;
	i->constant = false;
}

/* An absolute offset becomes an indirect one. */
static void blind_offset(struct skep_arm64_job *job, struct skep_arm64_insn *i)
{
	load(job, 32, ARM64_SCRATCH, (u32)i->imm);
	if (i->indirect)
		skep_arm64_op(
		    &job->a, ARM64_ADD, 32,
		    (struct skep_arm64_three){.d = ARM64_SCRATCH, .n = ARM64_SCRATCH, .m = i->src});
	i->src = ARM64_SCRATCH;
	i->imm = 0;
	i->indirect = true;
}

bool skep_arm64_blind(struct skep_arm64_job *job, struct skep_arm64_insn *i)
{
	switch (i->row->kind) {
	case SKEP_KIND_ALU:
		if (!i->constant || i->row->op != SKEP_ALU_MOV)
			break;
		load(job, i->bits, i->dst, constant(i));
		return true;
	case SKEP_KIND_WIDE:
		load(job, 64, i->dst, skep_code_wide(job->code, i->index));
		return true;
	case SKEP_KIND_PACKET:
		blind_offset(job, i);
		return false;
	}
	if (i->constant)
		blind_operand(job, i);
	return false;
}
