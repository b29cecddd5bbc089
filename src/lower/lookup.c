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

/* dst *= size */
static bool add_scale(struct skep_draft *d, u8 dst, u64 size)
{
	if (!(size & (size - 1)))
		return skep_draft_add(d, alu(SKEP_INSN_LSH64_K, dst, 0, __builtin_ctzll(size)));
	return skep_draft_add(d, alu(SKEP_INSN_MUL64_K, dst, 0, (s32)size));
}

/* r0 = how far the values of the run's CPU are from those of the first */
static bool add_cpu(struct skep_draft *d, const struct skep_map_layout *layout)
{
	static const struct bpf_insn cpu = {.imm = BPF_FUNC_get_smp_processor_id};

	return skep_draft_add(d, skep_insn_encode(SKEP_INSN_CALL_HELPER, cpu)) &&
	       add_scale(d, 0, layout->cpu_stride);
}

static bool add_known(struct skep_draft *d, const struct skep_map_layout *layout, u32 index)
{
	u64 at = index < layout->entries ? layout->base + (u64)index * layout->stride : 0;

	if (!at || !layout->cpu_stride)
		return skep_draft_wide(d, BPF_REG_0, at);
	return add_cpu(d, layout) && skep_draft_wide(d, BPF_REG_1, at) &&
	       skep_draft_add(d, alu(SKEP_INSN_ADD64_X, 0, 1, 0));
}

/* r0 = base + *(u32 *)r2 * stride, or 0 */
static bool add_computed(struct skep_draft *d, const struct skep_map_layout *layout)
{
	/* Over scale, address (two slots) and addition, and what the CPU takes. */
	const s16 distance = layout->cpu_stride ? 4 + 3 : 4;
	const struct bpf_insn load = skep_insn_encode(
				  SKEP_INSN_LDX32, (struct bpf_insn){.dst_reg = 3, .src_reg = 2}),
			      past = skep_insn_encode(
				  SKEP_INSN_JGE32_K,
				  (struct bpf_insn){
				      .dst_reg = 3, .off = distance, .imm = (s32)layout->entries});

	if (!skep_draft_add(d, load) || !skep_draft_add(d, alu(SKEP_INSN_MOV64_K, 0, 0, 0)) ||
	    !skep_draft_add(d, past) || !add_scale(d, 3, layout->stride))
		return false;
	if (layout->cpu_stride &&
	    !(add_cpu(d, layout) && skep_draft_add(d, alu(SKEP_INSN_ADD64_X, 3, 0, 0))))
		return false;
	return skep_draft_wide(d, BPF_REG_0, layout->base) &&
	       skep_draft_add(d, alu(SKEP_INSN_ADD64_X, 0, 3, 0));
}

static bool find_index(struct skep_draft *d, u32 *index, bool *known)
{
	const struct skep_fact *fact = &d->in->facts[d->at];

	*index = (u32)fact->value;
	*known = fact->flags & SKEP_FACT_KNOWN;
	return *known || skep_draft_find_key(d, index, known);
}

bool skep_rewrite_lookup(struct skep_draft *d, struct skep_map *map, bool *done)
{
	struct skep_map_layout layout;
	u32 index;
	bool known;

	*done = skep_map_layout(map, &layout) && layout.stride <= INT32_MAX &&
		layout.cpu_stride <= INT32_MAX;
	if (!*done)
		return true;
	if (!find_index(d, &index, &known))
		return false;
	return known ? add_known(d, &layout, index) : add_computed(d, &layout);
}
