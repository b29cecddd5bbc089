/* SPDX-License-Identifier: BSD-2-Clause */
/* Functions of the kernel are called by a number, as helpers are; operations on a map that is
 * known, by one that names operation and map. */
#include "lower/rewrite.h"
#include "spec/spec.h"

static bool refuse_kfunc(struct skep_draft *d, const struct bpf_insn *insn)
{
	const char *name = d->in->kfunc_name ? d->in->kfunc_name(d->in->context, insn) : NULL;

	if (!name)
		return skep_fail_at(d->d, SKEP_E_UNSUPPORTED, skep_place_insn(d->at),
				    "instruction %u: calls function %d of the kernel, which skep "
				    "does not have",
				    d->at, insn->imm);
	return skep_fail_at(d->d, SKEP_E_UNSUPPORTED, skep_place_insn(d->at),
			    "instruction %u: calls %s of the kernel, which skep does not have",
			    d->at, name);
}

static bool lower_kfunc(struct skep_draft *d, const struct bpf_insn *insn)
{
	u32 number = d->in->kfunc ? d->in->kfunc(d->in->context, insn) : 0;

	if (!number)
		return refuse_kfunc(d, insn);
	return skep_draft_add(
	    d, skep_insn_encode(SKEP_INSN_CALL_HELPER, (struct bpf_insn){.imm = (s32)number}));
}

static bool is_here(const struct skep_helpers *helpers, u32 number)
{
	return (number < helpers->count && helpers->table[number]) ||
	       (number == SKEP_HELPER_TAIL_CALL && helpers->any_table);
}

static bool lower_helper(struct skep_draft *d, const struct bpf_insn *insn)
{
	const struct skep_helper_row *row = skep_helper_row(insn->imm);

	if (is_here(d->in->helpers, (u32)insn->imm))
		return skep_draft_add(d, *insn);
	return skep_fail_at(d->d, SKEP_E_UNSUPPORTED, skep_place_insn(d->at),
			    "instruction %u: calls %s#%d, which skep does not have", d->at,
			    row ? row->symbol : "helper", insn->imm);
}

/* What a helper does with a map that is known: the operation of the map does it. */
static bool lower_operation(struct skep_draft *d, const struct bpf_insn *insn, u32 map)
{
	u32 operation = skep_map_operation_for(d->in->maps[map], insn->imm);
	s32 number = skep_map_call_number(operation, map);

	if (operation == SKEP_MAP_OPERATIONS)
		return lower_helper(d, insn);
	return skep_draft_add(
	    d, skep_insn_encode(SKEP_INSN_CALL_HELPER, (struct bpf_insn){.imm = number}));
}

static bool lower_known(struct skep_draft *d, const struct bpf_insn *insn, u32 map)
{
	bool done = false;

	if (insn->imm == BPF_FUNC_map_lookup_elem &&
	    !skep_rewrite_lookup(d, d->in->maps[map], &done))
		return false;
	return done || lower_operation(d, insn, map);
}

bool skep_rewrite_call(struct skep_draft *d, const struct skep_insn_row *row,
		       const struct bpf_insn *insn)
{
	u32 map = d->in->facts[d->at].map;

	if (row->op == SKEP_CALL_BTF)
		return lower_kfunc(d, insn);
	if (row->op == SKEP_CALL_LOCAL)
		return skep_draft_jump(d, *insn, (u32)skep_insn_target(row, insn, d->at));
	return map ? lower_known(d, insn, map - 1) : lower_helper(d, insn);
}
