/* SPDX-License-Identifier: BSD-2-Clause */
/* Atomic memory access: one instruction where the processor has LSE, else a loop that tries until
 * nobody came between. Both are full barriers (Arm Architecture Reference Manual, B2.3). */
#include "jit/arm64.h"

static const struct {
	enum skep_arm64_atomic lse;
	enum skep_arm64_opcode op; /* of the loop; 0: the operand is the new value */
} operations[] = {
    [SKEP_ATOMIC_ADD] = {ARM64_LDADDAL, ARM64_ADD},
    [SKEP_ATOMIC_OR] = {ARM64_LDSETAL, ARM64_ORR},
    [SKEP_ATOMIC_AND] = {ARM64_LDCLRAL, ARM64_AND},
    [SKEP_ATOMIC_XOR] = {ARM64_LDEORAL, ARM64_EOR},
    [SKEP_ATOMIC_FETCH_ADD] = {ARM64_LDADDAL, ARM64_ADD},
    [SKEP_ATOMIC_FETCH_OR] = {ARM64_LDSETAL, ARM64_ORR},
    [SKEP_ATOMIC_FETCH_AND] = {ARM64_LDCLRAL, ARM64_AND},
    [SKEP_ATOMIC_FETCH_XOR] = {ARM64_LDEORAL, ARM64_EOR},
    [SKEP_ATOMIC_XCHG] = {ARM64_SWPAL, 0},
};

/* SCRATCH3 = 0 and memory = value, or everything anew. */
static void store_or_again(struct skep_arm64 *a, u32 bits, struct skep_arm64_two value_at,
			   u32 again)
{
	skep_arm64_atomic(
	    a, ARM64_STLXR, bits,
	    (struct skep_arm64_three){.d = value_at.d, .n = value_at.n, .m = ARM64_SCRATCH3});
	skep_arm64_jump_zero(a, 32, ARM64_SCRATCH3, true, again);
}

/* An acquiring access whose result is thrown away acquires nothing: it goes to TEMP. */
static void modify(struct skep_arm64 *a, const struct skep_arm64_insn *i, u8 at)
{
	struct skep_arm64_three r = {
	    .d = i->row->imm & BPF_FETCH ? i->src : ARM64_TEMP, .n = at, .m = i->src};

	if (operations[i->row->op].lse == ARM64_LDCLRAL) {
		r.m = ARM64_TEMP;
		skep_arm64_op(
		    a, ARM64_ORN, i->bits,
		    (struct skep_arm64_three){.d = ARM64_TEMP, .n = ARM64_ZR, .m = i->src});
	}
	skep_arm64_atomic(a, operations[i->row->op].lse, i->bits, r);
}

static void modify_by_trying(struct skep_arm64 *a, const struct skep_arm64_insn *i, u8 at)
{
	enum skep_arm64_opcode op = operations[i->row->op].op;
	u32 again = skep_arm64_labels(a, 1);
	u8 value = op ? ARM64_SCRATCH2 : i->src;

	skep_arm64_bind(a, again);
	skep_arm64_atomic(a, ARM64_LDXR, i->bits,
			  (struct skep_arm64_three){.d = ARM64_TEMP, .n = at});
	if (op)
		skep_arm64_op(a, op, i->bits,
			      (struct skep_arm64_three){.d = value, .n = ARM64_TEMP, .m = i->src});
	store_or_again(a, i->bits, (struct skep_arm64_two){value, at}, again);
	skep_arm64_word(a, (u32)ARM64_DMB_ISH);
	if (i->row->imm & BPF_FETCH)
		skep_arm64_move(a, 64, i->src, ARM64_TEMP);
}

static void exchange_by_trying(struct skep_arm64 *a, const struct skep_arm64_insn *i, u8 at, u8 r0)
{
	u32 again = skep_arm64_labels(a, 2), differs = again + 1;

	skep_arm64_bind(a, again);
	skep_arm64_atomic(a, ARM64_LDXR, i->bits,
			  (struct skep_arm64_three){.d = ARM64_TEMP, .n = at});
	skep_arm64_op(a, ARM64_SUBS, i->bits,
		      (struct skep_arm64_three){.d = ARM64_ZR, .n = ARM64_TEMP, .m = r0});
	skep_arm64_jump(a, ARM64_NE, differs);
	store_or_again(a, i->bits, (struct skep_arm64_two){i->src, at}, again);
	skep_arm64_bind(a, differs);
	skep_arm64_word(a, (u32)ARM64_DMB_ISH);
	skep_arm64_move(a, 64, r0, ARM64_TEMP);
}

/* The register with base + off: these instructions have no offset. */
static u8 address(struct skep_arm64_job *job, u8 base, s32 off)
{
	u8 at = off || skep_arm64_is_frame(job, base) ? ARM64_SCRATCH : base;

	skep_arm64_address(job, at, base, off);
	return at;
}

void skep_arm64_ordered_access(struct skep_arm64_job *job, const struct skep_arm64_insn *i)
{
	bool load = i->row->kind == SKEP_KIND_LOAD;
	struct skep_arm64_three r = {.d = load ? i->dst : i->src,
				     .n = address(job, load ? i->src : i->dst, i->off)};

	skep_arm64_atomic(&job->a, load ? ARM64_LDAR : ARM64_STLR, i->bits, r);
}

void skep_arm64_atomic_access(struct skep_arm64_job *job, const struct skep_arm64_insn *i)
{
	bool lse = job->features & SKEP_ARM64_LSE;
	u8 at = address(job, i->dst, i->off);
	u8 r0 = job->reg[0];

	if (i->row->op != SKEP_ATOMIC_CMPXCHG)
		(lse ? modify : modify_by_trying)(&job->a, i, at);
	else if (lse)
		skep_arm64_atomic(&job->a, ARM64_CASAL, i->bits,
				  (struct skep_arm64_three){.d = i->src, .n = at, .m = r0});
	else
		exchange_by_trying(&job->a, i, at, r0);
}
