/* SPDX-License-Identifier: BSD-2-Clause */
/* Sums that are not computed until somebody wants them. A copy, or an address made of a base, an
 * index and a displacement, costs nothing where it is only used in the memory operand of a load or
 * a store; and a copy costs nothing where its source can be read instead.
 *
 * A register is lazy while its value is such a sum of what other registers of the machine hold.
 * These are never lazy, except that a register may be a sum of its own old value: so a sum can be
 * computed at any time, and doing so disturbs no other. Whatever is to change a register first has
 * all sums computed that it is a part of and that are alive behind. Nothing is lazy across the
 * borders of basic blocks. */
#include "jit/x86.h"

enum { NONE = SKEP_X86_NO_PART };

static u16 parts(const struct skep_x86_sum *sum)
{
	return (u16)((sum->base == NONE ? 0 : skep_x86_bit(sum->base)) |
		     (sum->index == NONE ? 0 : skep_x86_bit(sum->index)));
}

static bool is_lazy(const struct skep_x86_job *job, u32 reg)
{
	return job->lazy & skep_x86_bit(reg);
}

static bool is_copy(const struct skep_x86_sum *sum)
{
	return sum->index == NONE && sum->disp == 0;
}

/* Displacements stay so small that another and a frame can be added. */
static bool is_small(s64 disp)
{
	return disp >= -(1 << 30) && disp < 1 << 30;
}

/* ---- computing */

static bool is_frame(const struct skep_x86_job *job, u32 reg)
{
	return reg == 10 && job->frame_on_rsp;
}

static struct skep_x86_memory operand(const struct skep_x86_job *job,
				      const struct skep_x86_sum *sum, s32 disp)
{
	return (struct skep_x86_memory){
	    .base = job->reg[sum->base],
	    .index = sum->index == NONE ? X86_NO_REGISTER : job->reg[sum->index],
	    .scale = sum->scale,
	    .disp = disp + (is_frame(job, sum->base) ? SKEP_STACK_FRAME : 0)};
}

static void compute_scaled(struct skep_x86_job *job, u8 d, const struct skep_x86_sum *sum)
{
	skep_x86_move(&job->x, 64, d, job->reg[sum->index]);
	skep_x86_shift(&job->x, 4, 64, d, sum->scale);
	if (sum->disp)
		skep_x86_operate(&job->x, 0, 64, d, sum->disp);
}

static void compute(struct skep_x86_job *job, u32 reg)
{
	const struct skep_x86_sum *sum = &job->sums[reg];
	struct skep_x86 *x = &job->x;
	u8 d = job->reg[reg];

	job->lazy &= (u16)~skep_x86_bit(reg);
	if (sum->base == NONE)
		compute_scaled(job, d, sum);
	else if (is_frame(job, sum->base))
		skep_x86_rm(x, 0x8d, 64, d, operand(job, sum, sum->disp));
	else if (is_copy(sum))
		skep_x86_move(x, 64, d, job->reg[sum->base]);
	else if (sum->index == NONE && sum->base == reg)
		skep_x86_operate(x, 0, 64, d, sum->disp);
	else if (sum->base == reg && !sum->disp && !sum->scale)
		skep_x86_rr(x, 0x01, 64, job->reg[sum->index], d);
	else if (sum->index == reg && !sum->disp && !sum->scale)
		skep_x86_rr(x, 0x01, 64, job->reg[sum->base], d);
	else
		skep_x86_rm(x, 0x8d, 64, d, operand(job, sum, sum->disp));
}

void skep_x86_compute(struct skep_x86_job *job, u16 regs)
{
	for (regs &= job->lazy; regs; regs &= (u16)(regs - 1))
		compute(job, (u32)__builtin_ctz(regs));
}

/* Those that have a part among `regs`, not counting themselves. */
static u16 made_of(const struct skep_x86_job *job, u16 regs)
{
	u16 found = 0;

	for (u16 left = job->lazy & (u16)~regs; left; left &= (u16)(left - 1)) {
		u32 reg = (u32)__builtin_ctz(left);

		if (parts(&job->sums[reg]) & regs)
			found |= skep_x86_bit(reg);
	}
	return found;
}

/* ---- becoming lazy */

/* Before `reg` has another value: the sums that it is a part of and that are alive behind. */
static void let_change(struct skep_x86_job *job, u32 reg, u16 live)
{
	if (job->lazy)
		skep_x86_compute(job, made_of(job, skep_x86_bit(reg)) & live);
}

/* The value of a register as a sum of others that are not lazy. Its own old value is no such part
 * for another register. */
static struct skep_x86_sum sum_of(struct skep_x86_job *job, u32 reg, u32 owner)
{
	if (is_lazy(job, reg) && reg != owner && (parts(&job->sums[reg]) & skep_x86_bit(reg)))
		compute(job, reg);
	if (is_lazy(job, reg))
		return job->sums[reg];
	return (struct skep_x86_sum){.base = (u8)reg, .index = NONE};
}

static void set(struct skep_x86_job *job, u32 reg, struct skep_x86_sum sum)
{
	job->sums[reg] = sum;
	job->lazy |= skep_x86_bit(reg);
	/* A register that is itself. */
	if (is_copy(&sum) && sum.base == reg)
		job->lazy &= (u16)~skep_x86_bit(reg);
}

static bool copy(struct skep_x86_job *job, u32 dst, u32 src, u16 live)
{
	let_change(job, dst, live);
	set(job, dst, sum_of(job, src, dst));
	return true;
}

static bool add_constant(struct skep_x86_job *job, u32 dst, s32 imm, u16 live)
{
	struct skep_x86_sum sum;

	if (!is_small(imm))
		return false;
	let_change(job, dst, live);
	sum = sum_of(job, dst, dst);
	if (!is_small((s64)sum.disp + imm)) {
		compute(job, dst);
		sum = (struct skep_x86_sum){.base = (u8)dst, .index = NONE};
	}
	sum.disp += imm;
	set(job, dst, sum);
	return true;
}

/* Puts the parts of two sums together; false if they are too many, or none can be the index, which
 * the frame cannot be. */
static bool join(const struct skep_x86_job *job, struct skep_x86_sum *a,
		 const struct skep_x86_sum *b)
{
	if (!is_small((s64)a->disp + b->disp) || (a->index != NONE && b->index != NONE))
		return false;
	a->disp += b->disp;
	if (a->base == NONE) {
		a->base = b->base;
	} else if (b->base == NONE) {
		if (a->index != NONE)
			return false;
		a->index = b->index;
		a->scale = b->scale;
	} else if (a->index == NONE && b->index == NONE) {
		a->index = is_frame(job, b->base) ? a->base : b->base;
		a->base = is_frame(job, b->base) ? b->base : a->base;
	} else {
		return false;
	}
	return !is_frame(job, a->index);
}

static bool add_register(struct skep_x86_job *job, u32 dst, u32 src, u16 live)
{
	struct skep_x86_sum sum, other;

	let_change(job, dst, live);
	other = sum_of(job, src, dst);
	sum = sum_of(job, dst, dst);
	if (!join(job, &sum, &other)) {
		skep_x86_compute(job, skep_x86_bit(src) | skep_x86_bit(dst));
		sum = (struct skep_x86_sum){.base = (u8)dst, .index = (u8)src};
	}
	set(job, dst, sum);
	return true;
}

bool skep_x86_scale(struct skep_x86_job *job, u32 dst, u32 shift, u16 live)
{
	struct skep_x86_sum sum = {.base = (u8)dst, .index = NONE};

	if (is_lazy(job, dst))
		sum = job->sums[dst];
	if (!is_copy(&sum) || sum.base == NONE || is_frame(job, sum.base) || shift < 1 || shift > 3)
		return false;
	let_change(job, dst, live);
	set(job, dst, (struct skep_x86_sum){.base = NONE, .index = sum.base, .scale = (u8)shift});
	return true;
}

bool skep_x86_make_lazy(struct skep_x86_job *job, u32 index)
{
	const struct bpf_insn *insn = &job->prog->insns[index];
	u16 live = job->facts->insns[index + 1].live;

	switch (job->facts->insns[index].row) {
	case SKEP_INSN_MOV64_X:
		return copy(job, insn->dst_reg, insn->src_reg, live);
	case SKEP_INSN_ADD64_K:
		return add_constant(job, insn->dst_reg, insn->imm, live);
	case SKEP_INSN_ADD64_X:
		return add_register(job, insn->dst_reg, insn->src_reg, live);
	case SKEP_INSN_LSH64_K:
		return skep_x86_scale(job, insn->dst_reg, (u32)insn->imm, live);
	default:
		return false;
	}
}

/* ---- being used */

bool skep_x86_is_copy(const struct skep_x86_job *job, u32 reg)
{
	return is_lazy(job, reg) && is_copy(&job->sums[reg]) && !is_frame(job, job->sums[reg].base);
}

u8 skep_x86_source(const struct skep_x86_job *job, u32 reg)
{
	return job->reg[skep_x86_is_copy(job, reg) ? job->sums[reg].base : reg];
}

bool skep_x86_is_address(const struct skep_x86_job *job, u32 reg)
{
	return is_lazy(job, reg) && job->sums[reg].base != NONE;
}

struct skep_x86_memory skep_x86_address(const struct skep_x86_job *job, u32 reg, s16 off)
{
	const struct skep_x86_sum plain = {.base = (u8)reg, .index = NONE};
	const struct skep_x86_sum *sum = is_lazy(job, reg) ? &job->sums[reg] : &plain;

	return operand(job, sum, sum->disp + off);
}

void skep_x86_prepare(struct skep_x86_job *job, u32 first, u32 length, u16 soft)
{
	const struct skep_jit_insn *insns = job->facts->insns;
	u32 last = first + length - 1;
	u16 reads = 0, writes = 0, live;

	if (!job->lazy)
		return;
	for (u32 i = first; i <= last; i++) {
		reads |= insns[i].reads;
		writes |= insns[i].writes;
	}
	live = insns[last + 1].live;
	if (insns[last].goes)
		live = skep_jit_live_behind(job->facts, job->prog, last);
	skep_x86_compute(job, reads & (u16)~soft);
	if (insns[last].goes)
		skep_x86_compute(job, live);
	else
		skep_x86_compute(job, made_of(job, writes) & live);
	job->changed = insns[last].goes ? 0xffff : writes;
}

void skep_x86_done(struct skep_x86_job *job)
{
	job->lazy &= (u16)~job->changed;
	job->changed = 0;
}
