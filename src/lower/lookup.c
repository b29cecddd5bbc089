/* SPDX-License-Identifier: BSD-2-Clause */
/* Lookups in arrays without a call: the value of a key has a place that is known, or follows from
 * the key in r2 by the arithmetic that a call would do. r1 to r5 may be changed, as by a call. */
#include "lower/rewrite.h"
#include "map/layout.h"

static struct bpf_insn alu(enum skep_insn_id id, u8 dst, u8 src, s32 imm)
{
	return skep_insn_encode(
	    id,
	    (struct bpf_insn){.dst_reg = (u8)(dst & 15), .src_reg = (u8)(src & 15), .imm = imm});
}

static bool add_known(struct skep_draft *d, const struct skep_map_layout *layout)
{
	u32 index = (u32)d->in->facts[d->at].value;
	u64 at = index < layout->entries ? layout->base + (u64)index * layout->stride : 0;

	return skep_draft_wide(d, BPF_REG_0, at);
}

static bool add_scale(struct skep_draft *d, u32 stride)
{
	if (!(stride & (stride - 1)))
		return skep_draft_add(d, alu(SKEP_INSN_LSH64_K, 0, 0, __builtin_ctz(stride)));
	return skep_draft_add(d, alu(SKEP_INSN_MUL64_K, 0, 0, (s32)stride));
}

/* r0 = base + *(u32 *)r2 * stride, or 0 */
static bool add_computed(struct skep_draft *d, const struct skep_map_layout *layout)
{
	/* Distances: over scale, address (two slots), addition and jump; over the last zero. */
	const struct bpf_insn load = skep_insn_encode(SKEP_INSN_LDX32,
						      (struct bpf_insn){.src_reg = 2}),
			      past = skep_insn_encode(
				  SKEP_INSN_JGE32_K,
				  (struct bpf_insn){.off = 5, .imm = (s32)layout->entries}),
			      over = skep_insn_encode(SKEP_INSN_JA16, (struct bpf_insn){.off = 1});

	return skep_draft_add(d, load) && skep_draft_add(d, past) && add_scale(d, layout->stride) &&
	       skep_draft_wide(d, BPF_REG_1, layout->base) &&
	       skep_draft_add(d, alu(SKEP_INSN_ADD64_X, 0, 1, 0)) && skep_draft_add(d, over) &&
	       skep_draft_add(d, alu(SKEP_INSN_MOV64_K, 0, 0, 0));
}

bool skep_rewrite_lookup(struct skep_draft *d, struct skep_map *map, bool *done)
{
	struct skep_map_layout layout;

	*done = skep_map_layout(map, &layout) && !layout.cpu_stride && layout.stride <= INT32_MAX;
	if (!*done)
		return true;
	if (d->in->facts[d->at].flags & SKEP_FACT_KNOWN)
		return add_known(d, &layout);
	return add_computed(d, &layout);
}
