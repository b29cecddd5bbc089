/* SPDX-License-Identifier: BSD-2-Clause */
/* 64-bit immediates, and the packet loads of classic BPF. */
#include <bpf/btf.h>

#include "verify/call.h"
#include "verify/kernel.h"
#include "verify/types.h"
#include "verify/words.h"

static const struct skep_map_desc *map_at(const struct skep_walk *w, s32 number)
{
	return number >= 0 && (u32)number < w->in->map_count ? w->in->maps[number] : NULL;
}

static bool load_map(struct skep_walk *w, const struct skep_vinsn *i)
{
	struct skep_reg r = skep_reg_pointer(SKEP_REG_MAP);

	r.of = map_at(w, i->imm);
	if (!r.of)
		return skep_refuse(w, SKEP_RULE_FORM, "map number %d of %u", i->imm,
				   w->in->map_count);
	skep_fact_map(w, r.of);
	return skep_reg_set(w, i->dst, r);
}

/* Nothing is known of the address, which is that of user space. */
static bool load_arena(struct skep_walk *w, const struct skep_vinsn *i,
		       const struct skep_map_desc *map)
{
	u32 off = (u32)i[1].imm;

	if (off > map->user_size)
		return skep_refuse(w, SKEP_RULE_FORM,
				   "offset %u in arena '%s', which has %llu bytes", off, map->name,
				   (unsigned long long)map->user_size);
	skep_fact_map(w, map);
	return skep_reg_set(w, i->dst, skep_reg_scalar());
}

static bool load_map_value(struct skep_walk *w, const struct skep_vinsn *i)
{
	struct skep_reg r = skep_reg_pointer(SKEP_REG_MAP_VALUE);
	const struct skep_map_desc *map = map_at(w, i->imm);
	u32 off = (u32)i[1].imm;

	if (!map)
		return skep_refuse(w, SKEP_RULE_FORM, "map number %d of %u", i->imm,
				   w->in->map_count);
	if (map->type == BPF_MAP_TYPE_ARENA)
		return load_arena(w, i, map);
	if (!(skep_map_row(map->type)->traits & SKEP_MAP_DIRECT_VALUE) || map->max_entries != 1)
		return skep_refuse(
		    w, SKEP_RULE_FORM,
		    "map '%s' has no value that an instruction can name: an array of one entry has",
		    map->name);
	if (off >= map->value_size)
		return skep_refuse(w, SKEP_RULE_FORM,
				   "offset %u in the value of map '%s', which has %u bytes", off,
				   map->name, map->value_size);
	r.of = map;
	r.off = (s32)off;
	skep_fact_map(w, map);
	return skep_reg_set(w, i->dst, r);
}

static bool load_func(struct skep_walk *w, const struct skep_vinsn *i)
{
	struct skep_reg r = skep_reg_pointer(SKEP_REG_FUNC);

	r.size = w->code.func_of[i->target];
	if (!w->in->func_count)
		return skep_refuse(w, SKEP_RULE_CALL,
				   "the address of function %u is taken, and no BTF tells its type",
				   r.size);
	if (skep_func_is_global(w, r.size))
		return skep_refuse(w, SKEP_RULE_CALL,
				   "the address of %s() is taken, which is not static",
				   skep_func_name(w, r.size));
	return skep_reg_set(w, i->dst, r);
}

static bool load_number(struct skep_walk *w, const struct skep_vinsn *i)
{
	return skep_reg_set(w, i->dst, skep_reg_const((u64)(u32)i[1].imm << 32 | (u32)i->imm));
}

static bool unresolved(struct skep_walk *w, const struct skep_vinsn *i)
{
	return skep_refuse(w, SKEP_RULE_FORM,
			   "%s: descriptors are resolved before a program is verified",
			   skep_insn_row(i->row)->name);
}

/* A variable of the kernel: structs and what each CPU has by their type, all else as memory that is
 * read; of functions there is nothing but the address. */
static bool load_variable(struct skep_walk *w, const struct skep_vinsn *i)
{
	const struct skep_kernel *kernel = w->in->kernel;
	const struct btf_type *var =
	    kernel ? btf__type_by_id(skep_kernel_btf(kernel), (u32)i->imm) : NULL;
	const struct btf_type *t;
	struct skep_reg r;
	s64 size;
	u32 id;

	if (!var || !(btf_is_var(var) || btf_is_func(var)))
		return skep_refuse(w, kernel ? SKEP_RULE_FORM : SKEP_RULE_UNSUPPORTED,
				   "the kernel has no variable or function with BTF id %d", i->imm);
	t = skep_kernel_plain(kernel, var->type, &id);
	if (t && skep_kernel_is_percpu(kernel, (u32)i->imm))
		return skep_reg_set(w, i->dst, skep_kernel_pointer(w, id, SKEP_REG_F_PERCPU));
	if (t && btf_is_composite(t))
		return skep_reg_set(w, i->dst, skep_kernel_pointer(w, id, 0));
	size = btf__resolve_size(skep_kernel_btf(kernel), var->type);
	r = skep_reg_pointer(SKEP_REG_MEM);
	r.flags = SKEP_REG_F_RDONLY;
	r.size = size > 0 ? (u32)size : 0;
	return skep_reg_set(w, i->dst, r);
}

static bool (*const loads[])(struct skep_walk *w, const struct skep_vinsn *i) = {
    [SKEP_WIDE_NUMBER] = load_number,		[SKEP_WIDE_MAP_FD] = unresolved,
    [SKEP_WIDE_MAP_FD_VALUE] = unresolved,	[SKEP_WIDE_VARIABLE] = load_variable,
    [SKEP_WIDE_FUNCTION] = load_func,		[SKEP_WIDE_MAP_IDX] = load_map,
    [SKEP_WIDE_MAP_IDX_VALUE] = load_map_value,
};

bool skep_walk_wide(struct skep_walk *w)
{
	const struct skep_vinsn *i = skep_walk_insn(w);

	if (!loads[i->op](w, i))
		return false;
	w->now->insn += 2;
	return true;
}

/* ---- loads from the packet, as classic BPF has them */

static bool in_callback(const struct skep_walk *w)
{
	for (u32 i = 1; i < w->now->depth; i++)
		if (w->now->frames[i]->kind == SKEP_FRAME_CALLBACK)
			return true;
	return false;
}

static bool check_packet_load(struct skep_walk *w, const struct skep_vinsn *i)
{
	const struct skep_prog_row *type = skep_prog_row(w->in->prog_type);

	if (!(type->traits & SKEP_PROG_T_LD_ABS))
		return skep_refuse(w, SKEP_RULE_FORM,
				   "%s: programs of type %s have no classic packet loads",
				   skep_insn_row(i->row)->name, type->name);
	if (in_callback(w))
		return skep_refuse(w, SKEP_RULE_FORM,
				   "%s: there are no classic packet loads in callbacks",
				   skep_insn_row(i->row)->name);
	if (!skep_reg_readable(w, 6) || !skep_ref_none(w, "a packet load may end the program"))
		return false;
	if (skep_walk_reg(w, 6)->type != SKEP_REG_CTX)
		return skep_refuse(w, SKEP_RULE_ARGUMENT,
				   "r6 is %s: classic packet loads want the context there",
				   skep_words_reg(w, skep_walk_reg(w, 6)));
	return (i->op != SKEP_PACKET_IND || skep_reg_readable(w, i->src)) &&
	       skep_pointer_unmoved(w, 6, true);
}

/* A load that finds nothing leaves the function, with 0: the program's end allows that, and other
 * callers have to bear it. */
static bool leave_without(struct skep_walk *w)
{
	if (w->now->depth == 1) {
		w->now->insn++;
		return true;
	}
	if (!skep_path_fork(w, w->now->insn + 1, 1))
		return false;
	*skep_walk_reg(w, 0) = skep_reg_const(0);
	return skep_walk_exit(w);
}

bool skep_walk_packet(struct skep_walk *w)
{
	const struct skep_vinsn *i = skep_walk_insn(w);

	if (!check_packet_load(w, i))
		return false;
	for (u32 n = 0; n <= 5; n++)
		*skep_walk_reg(w, n) = (struct skep_reg){0};
	*skep_walk_reg(w, 0) = skep_reg_scalar();
	if (i->bits < 64 && w->options->beyond)
		skep_scalar_truncate(&skep_walk_reg(w, 0)->v, 4);
	return leave_without(w);
}
