/* SPDX-License-Identifier: BSD-2-Clause */
#include "lower/draft.h"

bool skep_draft_begin(struct skep_draft *d, const struct skep_lower_input *in)
{
	d->in = in;
	d->places = skep_alloc(((size_t)in->count + 1) * sizeof(*d->places));
	if (!d->places || !SKEP_RESERVE(&d->out, in->count) || !SKEP_RESERVE(&d->origin, in->count))
		return skep_fail_nomem(d->d);
	return true;
}

void skep_draft_fini(struct skep_draft *d)
{
	skep_free(d->out.data);
	skep_free(d->origin.data);
	skep_free(d->jumps.data);
	skep_free(d->places);
	skep_free(d->targets);
}

bool skep_draft_add(struct skep_draft *d, struct bpf_insn insn)
{
	return (SKEP_PUSH(&d->out, insn) && SKEP_PUSH(&d->origin, d->at)) || skep_fail_nomem(d->d);
}

bool skep_draft_wide(struct skep_draft *d, u8 dst, u64 value)
{
	return skep_draft_add(d, (struct bpf_insn){.code = SKEP_OPCODE_WIDE,
						   .dst_reg = (u8)(dst & 15),
						   .imm = (s32)value}) &&
	       skep_draft_add(d, (struct bpf_insn){.imm = (s32)(value >> 32)});
}

bool skep_draft_jump(struct skep_draft *d, struct bpf_insn insn, u32 target)
{
	struct skep_draft_jump jump = {(u32)d->out.count, target};

	return (SKEP_PUSH(&d->jumps, jump) || skep_fail_nomem(d->d)) && skep_draft_add(d, insn);
}

static bool link_short(struct skep_draft *d, struct bpf_insn *insn, s64 distance, u32 origin)
{
	if (distance == (s16)distance) {
		insn->off = (s16)distance;
		return true;
	}
	if (insn->code == (BPF_JMP | BPF_JA)) {
		*insn = skep_insn_encode(SKEP_INSN_JA32, (struct bpf_insn){.imm = (s32)distance});
		return true;
	}
	return skep_fail_at(d->d, SKEP_E_LIMIT, skep_place_insn(origin),
			    "instruction %u: jumps over %lld instructions of runnable code: the "
			    "limit is %d",
			    origin, (long long)distance, INT16_MAX);
}

bool skep_draft_link(struct skep_draft *d)
{
	for (size_t i = 0; i < d->jumps.count; i++) {
		const struct skep_draft_jump *jump = &d->jumps.data[i];
		struct bpf_insn *insn = &d->out.data[jump->at];
		const struct skep_insn_row *row = skep_insn_decode(insn, jump->at, d->d);
		s64 distance = (s64)d->places[jump->target] - jump->at - 1;

		if (!row)
			return false;
		if (row->target != SKEP_TARGET_OFF)
			insn->imm = (s32)distance;
		else if (!link_short(d, insn, distance, d->origin.data[jump->at]))
			return false;
	}
	return true;
}
