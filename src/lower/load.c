/* SPDX-License-Identifier: BSD-2-Clause */
/* Addresses that a context shows in 32 bits are loaded from where the run has them in 64. What is
 * known of a load, because the memory never changes, is not loaded at all. */
#include <string.h>

#include "lower/rewrite.h"
#include "spec/spec.h"
#include "vm/frame.h"

struct address {
	const char *context;
	u32 user; /* offset as programs have it */
	u32 real; /* offset of the 64 bits */
};

#define ADDRESS(context, holder, field, real)                                                      \
	{                                                                                          \
#context, offsetof(struct context, field), offsetof(struct holder, room.real)      \
	}

static const struct address addresses[] = {
    ADDRESS(__sk_buff, skep_skb, data, data),	   ADDRESS(__sk_buff, skep_skb, data_end, end),
    ADDRESS(__sk_buff, skep_skb, data_meta, meta), ADDRESS(xdp_md, skep_xdp, data, data),
    ADDRESS(xdp_md, skep_xdp, data_end, end),	   ADDRESS(xdp_md, skep_xdp, data_meta, meta),
};

static const struct address *find(u32 prog_type, s32 offset)
{
	const struct skep_prog_row *prog = skep_prog_row(prog_type);

	for (size_t i = 0; prog && i < SKEP_COUNT(addresses); i++)
		if (addresses[i].user == (u32)offset && !strcmp(addresses[i].context, prog->ctx))
			return &addresses[i];
	return NULL;
}

static bool add_number(struct skep_draft *d, u8 dst, u64 value)
{
	if (value == (u64)(s32)value)
		return skep_draft_add(
		    d,
		    skep_insn_encode(SKEP_INSN_MOV64_K, (struct bpf_insn){.dst_reg = (u8)(dst & 15),
									  .imm = (s32)value}));
	return skep_draft_wide(d, dst, value);
}

bool skep_rewrite_load(struct skep_draft *d, const struct skep_insn_row *row,
		       const struct bpf_insn *insn)
{
	const struct skep_fact *fact = &d->in->facts[d->at];
	const struct address *a = NULL;
	struct bpf_insn load = *insn;

	(void)row;
	if (fact->flags & SKEP_FACT_KNOWN)
		return add_number(d, insn->dst_reg, fact->value);
	if (fact->memory == SKEP_REG_CTX)
		a = find(d->in->prog_type, insn->off);
	if (a) {
		load.off = (s16)a->real;
		load = skep_insn_encode(SKEP_INSN_LDX64, load);
	}
	return skep_draft_add(d, load);
}
