/* SPDX-License-Identifier: BSD-2-Clause */
/* Maps and their values become addresses. */
#include "lower/rewrite.h"
#include "map/arena.h"
#include "spec/uapi.h"

static bool refuse(struct skep_draft *d, const char *what)
{
	return skep_fail_at(d->d, SKEP_E_UNSUPPORTED, skep_place_insn(d->at), "instruction %u: %s",
			    d->at, what);
}

/* A function that nobody calls back is not there any more. */
static bool function(struct skep_draft *d, const struct skep_insn_row *row,
		     const struct bpf_insn *insn)
{
	u32 target = (u32)skep_insn_target(row, insn, d->at);

	if (skep_fact_is_dead(&d->in->facts[target]))
		return skep_draft_wide(d, insn->dst_reg, 0);
	return skep_draft_jump(d, insn[0], target) && skep_draft_add(d, insn[1]);
}

bool skep_rewrite_wide(struct skep_draft *d, const struct skep_insn_row *row,
		       const struct bpf_insn *insn)
{
	struct skep_map *map;
	u8 *value;

	switch (row->op) {
	case SKEP_WIDE_NUMBER:
		return skep_draft_add(d, insn[0]) && skep_draft_add(d, insn[1]);
	case SKEP_WIDE_FUNCTION:
		return function(d, row, insn);
	case SKEP_WIDE_MAP_IDX:
		map = d->in->maps[insn->imm];
		return skep_draft_wide(d, insn->dst_reg, skep_map_handle(map));
	case SKEP_WIDE_MAP_IDX_VALUE:
		map = d->in->maps[insn->imm];
		if (map->shape.type == BPF_MAP_TYPE_ARENA)
			return skep_draft_wide(d, insn->dst_reg,
					       skep_map_arena_place(map).start + (u32)insn[1].imm);
		value = map->ops->direct ? map->ops->direct(map) : NULL;
		if (!value)
			return refuse(d, "the values of this map have no address");
		return skep_draft_wide(d, insn->dst_reg, (u64)(uintptr_t)value + (u32)insn[1].imm);
	}
	return refuse(d, "names a variable of the kernel, which is not here");
}
