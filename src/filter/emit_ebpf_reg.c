/* SPDX-License-Identifier: BSD-2-Clause */
/* Instructions and registers of the eBPF emitter. A register is taken from what is needed least: it
 * holds nothing, or nothing that a later step needs, or what is needed last is longest away. */
#include "base/array.h"
#include "base/diag.h"
#include "filter/emit_ebpf.h"

static void put(struct skep_ebpf *e, struct bpf_insn insn, skep_nid to)
{
	if (!e->failed && !SKEP_PUSH(&e->code, ((struct skep_ebpf_insn){insn, to}))) {
		skep_fail_nomem(e->diag);
		e->failed = true;
	}
}

void skep_ebpf_put(struct skep_ebpf *e, struct bpf_insn insn)
{
	put(e, insn, SKEP_NOWHERE);
}

void skep_ebpf_leave(struct skep_ebpf *e, struct bpf_insn jump, skep_nid to)
{
	put(e, jump, to);
}

void skep_ebpf_alu(struct skep_ebpf *e, u8 op, u8 dst, u8 src)
{
	skep_ebpf_put(
	    e, (struct bpf_insn){.code = op | BPF_X, .dst_reg = dst & 15u, .src_reg = src & 15u});
}

void skep_ebpf_alu_imm(struct skep_ebpf *e, u8 op, u8 dst, u32 imm)
{
	skep_ebpf_put(e,
		      (struct bpf_insn){.code = op | BPF_K, .dst_reg = dst & 15u, .imm = (s32)imm});
}

void skep_ebpf_load(struct skep_ebpf *e, u8 size, u8 dst, u8 src, s32 offset)
{
	u8 width = size == 1 ? BPF_B : size == 2 ? BPF_H : size == 4 ? BPF_W : BPF_DW;

	if (offset < INT16_MIN || offset > INT16_MAX) {
		skep_ebpf_alu(e, BPF_ALU64 | BPF_MOV, dst, src);
		skep_ebpf_alu_imm(e, BPF_ALU64 | BPF_ADD, dst, (u32)offset);
		src = dst;
		offset = 0;
	}
	skep_ebpf_put(e, (struct bpf_insn){.code = BPF_LDX | BPF_MEM | width,
					   .dst_reg = dst & 15u,
					   .src_reg = src & 15u,
					   .off = (s16)offset});
}

u8 skep_ebpf_find(const struct skep_ebpf *e, enum skep_ebpf_form form, skep_vid v)
{
	for (u8 i = 0; i < SKEP_EBPF_REGS; i++)
		if (e->now.r[i].form == form && e->now.r[i].value == v)
			return i;
	return SKEP_EBPF_REGS;
}

/* How long the content of a register is of use: positions from here, 0 for none. */
static u32 use_of(const struct skep_ebpf *e, u8 r)
{
	const struct skep_ebpf_reg *reg = &e->now.r[r];
	u32 last;

	if (reg->form == SKEP_FORM_NONE)
		return 0;
	if (reg->form == SKEP_FORM_END)
		return 1;
	last = e->plan.last_use[reg->value];
	return last >= e->at ? last - e->at + 1 : 0;
}

u8 skep_ebpf_take(struct skep_ebpf *e)
{
	u8 best = SKEP_EBPF_REGS;
	u32 best_use = 0;

	for (u8 i = 0; i < SKEP_EBPF_REGS; i++) {
		u32 use = use_of(e, i);

		if (!(e->pool & ~e->pinned & 1u << i))
			continue;
		if (best == SKEP_EBPF_REGS || (best_use && (use > best_use || use == 0))) {
			best = i;
			best_use = use;
		}
	}
	if (best == SKEP_EBPF_REGS) { /* our own mistake: too many are pinned */
		skep_fail(e->diag, SKEP_E_LIMIT,
			  "an arithmetic expression needs more registers "
			  "than eBPF has");
		e->failed = true;
		best = 0;
	}
	e->now.r[best] = (struct skep_ebpf_reg){0};
	return best;
}

u8 skep_ebpf_take_beside(struct skep_ebpf *e, u8 other)
{
	u16 pinned = e->pinned;
	u8 r;

	e->pinned |= (u16)(1u << other);
	r = skep_ebpf_take(e);
	e->pinned = pinned;
	return r;
}

void skep_ebpf_hold(struct skep_ebpf *e, u8 r, enum skep_ebpf_form form, skep_vid v)
{
	if (e->pool & 1u << r)
		e->now.r[r] = (struct skep_ebpf_reg){.form = (u8)form, .value = v};
}

void skep_ebpf_check(struct skep_ebpf *e, u32 bytes)
{
	u8 end;

	if (e->now.have >= bytes)
		return;
	e->now.have = bytes;
	if (e->target->type == SKEP_PROG_RAW) {
		skep_ebpf_leave(e,
				(struct bpf_insn){.code = BPF_JMP | BPF_JLT | BPF_K,
						  .dst_reg = BPF_REG_2,
						  .imm = (s32)bytes},
				SKEP_NODE_REJECT);
		return;
	}
	end = skep_ebpf_take(e);
	skep_ebpf_alu(e, BPF_ALU64 | BPF_MOV, end, BPF_REG_1);
	skep_ebpf_alu_imm(e, BPF_ALU64 | BPF_ADD, end, bytes);
	skep_ebpf_leave(e,
			(struct bpf_insn){.code = BPF_JMP | BPF_JGT | BPF_X,
					  .dst_reg = end & 15u,
					  .src_reg = BPF_REG_2},
			SKEP_NODE_REJECT);
}

u8 skep_ebpf_end(struct skep_ebpf *e)
{
	u8 r;

	if (e->target->type == SKEP_PROG_XDP)
		return BPF_REG_2;
	r = skep_ebpf_find(e, SKEP_FORM_END, 0);
	if (r < SKEP_EBPF_REGS)
		return r;
	r = skep_ebpf_take(e);
	skep_ebpf_alu(e, BPF_ALU64 | BPF_MOV, r, BPF_REG_2);
	skep_ebpf_alu(e, BPF_ALU64 | BPF_ADD, r, BPF_REG_1);
	skep_ebpf_hold(e, r, SKEP_FORM_END, 0);
	return r;
}
