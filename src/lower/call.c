/* SPDX-License-Identifier: BSD-2-Clause */
/* Functions of the kernel are called by a number, as helpers are; operations on a map that is
 * known, by one that names operation and map. */
#include <string.h>

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

enum hidden {
	HIDDEN_TYPE,	   /* what object_type() gives */
	HIDDEN_TYPE_A_CPU, /* ... for objects that each CPU has bytes of */
	HIDDEN_NODE,	   /* where the node lies in the object */
	HIDDEN_STREAMS,	   /* what streams() gives */
};

/* What functions get in an argument that programs leave to Linux's verifier to fill. */
static const struct {
	const char *name;
	u8 reg; /* the argument */
	u8 what;
} hidden[] = {
    {"bpf_obj_new_impl", BPF_REG_1, HIDDEN_TYPE},
    {"bpf_percpu_obj_new_impl", BPF_REG_1, HIDDEN_TYPE_A_CPU},
    {"bpf_list_push_front_impl", BPF_REG_4, HIDDEN_NODE},
    {"bpf_list_push_back_impl", BPF_REG_4, HIDDEN_NODE},
    {"bpf_rbtree_add_impl", BPF_REG_5, HIDDEN_NODE},
    {"bpf_stream_vprintk_impl", BPF_REG_5, HIDDEN_STREAMS},
};

static bool add_hidden(struct skep_draft *d, u8 reg, enum hidden what)
{
	const struct skep_lower_input *in = d->in;
	const struct skep_fact *fact = &in->facts[d->at];
	u64 value = fact->value;

	if (!(fact->flags & SKEP_FACT_KNOWN))
		return skep_fail_at(d->d, SKEP_E_UNSUPPORTED, skep_place_insn(d->at),
				    "instruction %u: is called with objects of several types",
				    d->at);
	if (what != HIDDEN_NODE)
		value = in->object_type
			    ? in->object_type(in->context, (u32)value, what == HIDDEN_TYPE_A_CPU)
			    : 0;
	if (what != HIDDEN_NODE && !value)
		return skep_fail_nomem(d->d);
	return skep_draft_wide(d, reg, value);
}

static bool add_streams(struct skep_draft *d, u8 reg)
{
	u64 value = d->in->streams ? d->in->streams(d->in->context) : 0;

	return value || !d->in->streams ? skep_draft_wide(d, reg, value) : skep_fail_nomem(d->d);
}

static bool lower_hidden(struct skep_draft *d, const struct bpf_insn *insn)
{
	const char *name = d->in->kfunc_name ? d->in->kfunc_name(d->in->context, insn) : NULL;

	for (size_t i = 0; name && i < SKEP_COUNT(hidden); i++)
		if (strcmp(name, hidden[i].name) == 0)
			return hidden[i].what == HIDDEN_STREAMS
				   ? add_streams(d, hidden[i].reg)
				   : add_hidden(d, hidden[i].reg, hidden[i].what);
	return true;
}

/* Nobody comes behind it; but code must have an end. */
static bool end_behind_throw(struct skep_draft *d, const struct bpf_insn *insn)
{
	const char *name = d->in->kfunc_name ? d->in->kfunc_name(d->in->context, insn) : NULL;

	return !name || strcmp(name, "bpf_throw") != 0 ||
	       skep_draft_add(d, (struct bpf_insn){.code = BPF_JMP | BPF_EXIT});
}

static bool lower_kfunc(struct skep_draft *d, const struct bpf_insn *insn)
{
	u32 number = d->in->kfunc ? d->in->kfunc(d->in->context, insn) : 0;

	if (!number)
		return refuse_kfunc(d, insn);
	return lower_hidden(d, insn) &&
	       skep_draft_add(d, skep_insn_encode(SKEP_INSN_CALL_HELPER,
						  (struct bpf_insn){.imm = (s32)number})) &&
	       end_behind_throw(d, insn);
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
