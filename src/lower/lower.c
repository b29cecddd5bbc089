/* SPDX-License-Identifier: BSD-2-Clause */
/* One pass over the program: an instruction that no path reaches gives nothing, a jump that always
 * or never jumps is none; what each kind gives besides is in the table below. The second pass
 * links. */
#include "lower/lower.h"

#include "lower/draft.h"
#include "lower/rewrite.h"

static bool copy(struct skep_draft *d, const struct skep_insn_row *row, const struct bpf_insn *insn)
{
	if (skep_insn_has_target(row))
		return skep_draft_jump(d, *insn, (u32)skep_insn_target(row, insn, d->at));
	return skep_draft_add(d, *insn);
}

static bool lower_jump(struct skep_draft *d, const struct skep_insn_row *row,
		       const struct bpf_insn *insn)
{
	static const struct bpf_insn always = {.code = BPF_JMP | BPF_JA};
	u32 flags = d->in->facts[d->at].flags;

	if (!(flags & SKEP_FACT_JUMPS))
		return true;
	if (!(flags & SKEP_FACT_FALLS))
		return skep_draft_jump(d, always, (u32)skep_insn_target(row, insn, d->at));
	return copy(d, row, insn);
}

static bool lower_ja(struct skep_draft *d, const struct skep_insn_row *row,
		     const struct bpf_insn *insn)
{
	bool goes_on = skep_insn_target(row, insn, d->at) == d->at + 1;

	return goes_on || copy(d, row, insn);
}

typedef bool rewrite(struct skep_draft *d, const struct skep_insn_row *row,
		     const struct bpf_insn *insn);

static rewrite *const rewrites[] = {
    [SKEP_KIND_ALU] = skep_rewrite_alu,
    [SKEP_KIND_JUMP] = lower_jump,
    [SKEP_KIND_JA] = lower_ja,
    [SKEP_KIND_MAY] = lower_ja,
    [SKEP_KIND_CALL] = skep_rewrite_call,
    [SKEP_KIND_EXIT] = copy,
    [SKEP_KIND_LOAD] = skep_rewrite_load,
    [SKEP_KIND_STORE] = skep_rewrite_store,
    [SKEP_KIND_ATOMIC] = skep_rewrite_atomic,
    [SKEP_KIND_WIDE] = skep_rewrite_wide,
    [SKEP_KIND_PACKET] = copy,
    [SKEP_KIND_CAST] = skep_rewrite_cast,
};

static bool lower_all(struct skep_draft *d)
{
	const struct skep_lower_input *in = d->in;

	for (u32 i = 0; i < in->count; i++) {
		const struct skep_insn_row *row =
		    skep_insn_decode_at(in->insns, in->count, i, d->d);

		if (!row)
			return false;
		d->at = i;
		d->places[i] = (u32)d->out.count;
		if (in->facts[i].flags & SKEP_FACT_SEEN &&
		    !rewrites[row->kind](d, row, &in->insns[i]))
			return false;
		if (row->kind == SKEP_KIND_WIDE)
			d->places[++i] = (u32)d->out.count;
	}
	d->places[in->count] = (u32)d->out.count;
	return skep_draft_link(d);
}

bool skep_lower(const struct skep_lower_input *in, struct skep_lowered *out, struct skep_diag *d)
{
	struct skep_draft draft = {.d = d};
	bool ok = skep_draft_begin(&draft, in) && lower_all(&draft);

	*out = (struct skep_lowered){0};
	if (ok) {
		out->handler = in->handler ? draft.places[in->handler] : 0;
		out->prog = skep_prog_new(SKEP_PROG_RAW, draft.out.data, (u32)draft.out.count, d);
		out->origin = draft.origin.data;
		draft.origin.data = NULL;
	}
	skep_draft_fini(&draft);
	if (out->prog)
		return true;
	skep_lowered_fini(out);
	return false;
}

void skep_lowered_fini(struct skep_lowered *lowered)
{
	skep_prog_free(lowered->prog);
	skep_free(lowered->origin);
	*lowered = (struct skep_lowered){0};
}
