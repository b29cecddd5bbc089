/* SPDX-License-Identifier: BSD-2-Clause */
/* Maps that a program may not even name, whatever it does with them (Linux:
 * check_map_prog_compatibility), and calls of the kernel that it may not even have
 * (add_kfunc_call). Code that is never reached counts as well. */
#include "verify/fit.h"

#include <bpf/btf.h>

#include "base/diag.h"
#include "verify/kproto.h"

#define BIT(kind) (1u << SKEP_SPECIAL_##kind)
#define LOCKS	  (BIT(SPIN_LOCK) | BIT(RES_SPIN_LOCK))
#define CALLBACKS (BIT(TIMER) | BIT(WORKQUEUE))

/* Special fields that programs of some kind keep away from. */
static const struct {
	u32 kinds;  /* of enum skep_special_kind, as bits */
	u32 traits; /* of the program's type; 0: prog_type alone counts */
	u32 prog_type;
	const char *field;
} rules[] = {
    {LOCKS, SKEP_PROG_T_TRACING, 0, "a bpf_spin_lock or bpf_res_spin_lock"},
    {LOCKS, 0, BPF_PROG_TYPE_SOCKET_FILTER, "a bpf_spin_lock or bpf_res_spin_lock"},
    {CALLBACKS, SKEP_PROG_T_TRACING, 0, "a bpf_timer or bpf_wq"},
    {BIT(LIST_HEAD) | BIT(RB_ROOT), SKEP_PROG_T_TRACING, 0, "a bpf_list_head or bpf_rb_root"},
};

static bool refuse(struct skep_walk *w, u32 number, const char *why, const char *what)
{
	const struct bpf_insn *insns = w->in->insns;
	u32 at = 0;

	while (at + 1 < w->in->count &&
	       (insns[at].code != (BPF_LD | BPF_IMM | BPF_DW) || insns[at].imm != (s32)number ||
		(insns[at].src_reg != BPF_PSEUDO_MAP_IDX &&
		 insns[at].src_reg != BPF_PSEUDO_MAP_IDX_VALUE)))
		at++;
	w->verdict->rule = SKEP_RULE_MAP;
	skep_fail_at(w->d, SKEP_E_REFUSED, skep_place_insn(at),
		     "programs of type %s%s may not use map '%s', %s%s",
		     skep_prog_row(w->in->prog_type)->name, w->in->sleepable ? " that sleep" : "",
		     w->in->maps[number]->name, why, what);
	return skep_hint(w->d, "keep what this program needs in a map of its own");
}

static bool check_specials(struct skep_walk *w, u32 number)
{
	const struct skep_map_desc *map = w->in->maps[number];
	u32 traits = skep_prog_row(w->in->prog_type)->traits, kinds = 0;

	for (u32 i = 0; i < map->special_count; i++)
		kinds |= 1u << map->specials[i].kind;
	for (size_t i = 0; i < SKEP_COUNT(rules); i++)
		if (kinds & rules[i].kinds &&
		    (traits & rules[i].traits || w->in->prog_type == rules[i].prog_type))
			return refuse(w, number, "whose values hold ", rules[i].field);
	return true;
}

bool skep_maps_fit(struct skep_walk *w)
{
	for (u32 i = 0; i < w->in->map_count; i++) {
		const struct skep_map_row *row = skep_map_row(w->in->maps[i]->type);

		if (!check_specials(w, i))
			return false;
		if (w->in->sleepable && row && !(row->traits & SKEP_MAP_SLEEPS))
			return refuse(w, i, "which is of type ", row->name);
	}
	return true;
}

/* ---- functions of the kernel */

static bool refuse_call(struct skep_walk *w, u32 slot, const char *what, const char *hint)
{
	w->verdict->rule = SKEP_RULE_HELPER;
	skep_fail_at(w->d, SKEP_E_REFUSED, skep_place_insn(slot), "%s", what);
	return skep_hint(w->d, "%s", hint);
}

static bool is_function(const struct skep_walk *w, s32 id)
{
	const struct btf_type *t =
	    id > 0 ? btf__type_by_id(skep_kernel_btf(w->in->kernel), (u32)id) : NULL;

	return t && btf_is_func(t);
}

static bool is_for_devices(const struct skep_walk *w, s32 id)
{
	const struct skep_kfunc_row *row =
	    skep_kfunc_find(skep_kernel_name(w->in->kernel, (u32)id));

	return row && (row->flags & SKEP_KFUNC_DEVICE);
}

static bool check_call(struct skep_walk *w, u32 slot)
{
	const struct skep_vinsn *insn = &w->code.insns[slot];

	if (!w->in->gpl)
		return refuse_call(w, slot,
				   "functions of the kernel are for programs under a licence "
				   "compatible with the GPL, this one's is not",
				   "declare one: char _license[] SEC(\"license\") = \"GPL\"");
	if (insn->off) {
		refuse_call(w, slot, "a function of a module of the kernel is called",
			    "only those of the kernel itself are known here");
		w->verdict->rule = SKEP_RULE_UNSUPPORTED;
		return false;
	}
	if (!w->in->kernel || skep_kernel_call_lacks(insn))
		return true;
	if (!is_function(w, insn->imm))
		return refuse_call(w, slot,
				   "the number of a function of the kernel is called that is that "
				   "of no function there",
				   "load the program by its object, which has names");
	return !is_for_devices(w, insn->imm) ||
	       refuse_call(
		   w, slot,
		   "what a device knows of a packet is asked, which programs may that are "
		   "loaded for one device",
		   "no program is loaded so here: Linux does, with BPF_F_XDP_DEV_BOUND_ONLY");
}

bool skep_kernel_calls_fit(struct skep_walk *w)
{
	for (u32 i = 0; i < w->code.count; i++)
		if (w->code.insns[i].kind == SKEP_KIND_CALL &&
		    w->code.insns[i].op == SKEP_CALL_BTF && !check_call(w, i))
			return false;
	return true;
}

bool skep_kernel_call_lacks(const struct skep_vinsn *insn)
{
	return !insn->imm && !insn->off;
}

bool skep_missing_refuse(struct skep_walk *w)
{
	return !w->missing ||
	       refuse_call(w, w->missing - 1,
			   "a function of the kernel that is declared __ksym __weak is not there, "
			   "and is called",
			   "test it before with bpf_ksym_exists()");
}
