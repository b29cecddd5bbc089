/* SPDX-License-Identifier: BSD-2-Clause */
/* The key that a helper is given, read from the instructions before it. The verifier knows bytes of
 * the stack that begin a slot of 8 and those that are 0; compilers put keys of 4 bytes into upper
 * halves. It is enough to look back where nothing else leads: for what r2 is, for who wrote there
 * last, for what that was. */
#include "lower/rewrite.h"

enum { LOOK_BACK = 64, KEY = 4 /* bytes */ };

/* 1 for each slot that a jump goes to; made when it is first asked for. */
static bool find_targets(struct skep_draft *d)
{
	const struct skep_lower_input *in = d->in;

	d->targets = skep_alloc(in->count);
	if (!d->targets)
		return skep_fail_nomem(d->d);
	for (u32 i = 0; i < in->count; i++) {
		const struct skep_insn_row *row =
		    skep_insn_decode_at(in->insns, in->count, i, d->d);

		if (!row)
			return false;
		if (skep_insn_has_target(row))
			d->targets[skep_insn_target(row, &in->insns[i], i)] = 1;
		i += row->kind == SKEP_KIND_WIDE;
	}
	return true;
}

/* An instruction that is looked at. */
struct place {
	u32 at, steps;
	const struct bpf_insn *insn;
	const struct skep_insn_row *row;
};

/* The one before, if all ways lead through it. */
static bool go_back(const struct skep_draft *d, struct place *p)
{
	if (!p->at || d->targets[p->at] || p->steps++ == LOOK_BACK)
		return false;
	p->at -= p->at > 1 && d->in->insns[p->at - 2].code == SKEP_OPCODE_WIDE ? 2 : 1;
	p->insn = &d->in->insns[p->at];
	p->row = skep_insn_decode_at(d->in->insns, d->in->count, p->at, NULL);
	return p->row && p->row->kind != SKEP_KIND_CALL && p->row->kind != SKEP_KIND_PACKET &&
	       p->row->kind != SKEP_KIND_ATOMIC;
}

/* Goes back to what wrote a register. */
static bool go_to_writer(const struct skep_draft *d, struct place *p, u8 reg)
{
	while (go_back(d, p)) {
		bool writes = p->row->kind == SKEP_KIND_ALU || p->row->kind == SKEP_KIND_LOAD ||
			      p->row->kind == SKEP_KIND_WIDE;

		if (writes && p->insn->dst_reg == reg)
			return true;
	}
	return false;
}

/* Whether r2 is r10 + *off. */
static bool find_frame(const struct skep_draft *d, s64 *off)
{
	struct place p = {.at = d->at};
	u8 reg = BPF_REG_2;

	*off = 0;
	while (go_to_writer(d, &p, reg)) {
		enum skep_insn_id id = skep_insn_id(p.row);

		if (id == SKEP_INSN_ADD64_K)
			*off += p.insn->imm;
		else if (id == SKEP_INSN_MOV64_X)
			reg = p.insn->src_reg;
		else
			return false;
		if (reg == BPF_REG_10)
			return true;
	}
	return false;
}

/* Goes back to what wrote the key at r10 + off. */
static bool go_to_store(const struct skep_draft *d, struct place *p, s64 off)
{
	while (go_back(d, p)) {
		u8 memory = d->in->facts[p->at].memory;
		s64 low = p->insn->off, high = low + p->row->bits / 8;

		if (p->row->kind != SKEP_KIND_STORE)
			continue;
		if (p->insn->dst_reg != BPF_REG_10) {
			if (memory == SKEP_REG_NONE || memory == SKEP_REG_STACK)
				return false;
		} else if (low < off + KEY && high > off) {
			return low == off && p->row->bits == 8 * KEY;
		}
	}
	return false;
}

bool skep_draft_find_key(struct skep_draft *d, u32 *key, bool *found)
{
	struct place p = {.at = d->at};
	s64 off;

	*found = false;
	if (!d->targets && !find_targets(d))
		return false;
	if (!find_frame(d, &off) || !go_to_store(d, &p, off))
		return true;
	if (p.row->from == SKEP_FROM_X && !go_to_writer(d, &p, p.insn->src_reg))
		return true;
	*key = (u32)p.insn->imm;
	*found = skep_insn_id(p.row) == SKEP_INSN_ST32 ||
		 skep_insn_id(p.row) == SKEP_INSN_MOV32_K ||
		 skep_insn_id(p.row) == SKEP_INSN_MOV64_K;
	return true;
}
