/* SPDX-License-Identifier: BSD-2-Clause */
#include "verify/types.h"

#include <bpf/btf.h>
#include <string.h>

#include "base/diag.h"

static const struct btf_type *func_type(const struct skep_walk *w, u32 func)
{
	if (!w->in->btf || func >= w->in->func_count)
		return NULL;
	return btf__type_by_id(w->in->btf, w->in->funcs[func].type_id);
}

bool skep_func_is_global(const struct skep_walk *w, u32 func)
{
	const struct btf_type *t = func ? func_type(w, func) : NULL;

	/* Where other kinds count their members, functions have their linkage. */
	return t && btf_is_func(t) && btf_vlen(t) == BTF_FUNC_GLOBAL;
}

const char *skep_func_name(const struct skep_walk *w, u32 func)
{
	const struct btf_type *t = func_type(w, func);
	const char *name = t ? btf__name_by_offset(w->in->btf, t->name_off) : NULL;

	return name ? name : "";
}

/* Behind const, volatile, typedef and the like. */
static const struct btf_type *plain(const struct btf *btf, u32 id, u32 *plain_id)
{
	const struct btf_type *t = btf__type_by_id(btf, id);

	while (t && (btf_is_mod(t) || btf_is_typedef(t))) {
		id = t->type;
		t = btf__type_by_id(btf, id);
	}
	*plain_id = id;
	return t;
}

static bool is_number(const struct btf_type *t)
{
	return btf_is_int(t) || btf_is_any_enum(t);
}

u32 skep_func_arity(const struct skep_walk *w, u32 func)
{
	const struct btf_type *t = func_type(w, func);
	const struct btf_type *proto = t ? btf__type_by_id(w->in->btf, t->type) : NULL;

	return proto && btf_is_func_proto(proto) && btf_vlen(proto) < 5 ? btf_vlen(proto) : 5;
}

/* What ends the program, or the function, from within gives a result that callers must not miss. */
static bool check_abnormal_end(struct skep_walk *w, u32 func)
{
	const struct skep_vfunc *f = &w->code.funcs[func];
	const struct btf_type *proto = btf__type_by_id(w->in->btf, func_type(w, func)->type);
	const struct btf_type *t;
	u32 id;

	if (!f->has_ld_abs && !f->has_tail_call)
		return true;
	t = proto && btf_is_func_proto(proto) ? plain(w->in->btf, proto->type, &id) : NULL;
	if (t && is_number(t))
		return true;
	skep_fail_at(w->d, SKEP_E_INVALID, skep_place_insn(f->start),
		     "instruction %u: the function %s() that starts here has a %s, but does not "
		     "return int",
		     f->start, skep_func_name(w, func),
		     f->has_ld_abs ? "packet load (LD_ABS, LD_IND)" : "tail call");
	return skep_hint(w->d, "declare it to return int");
}

bool skep_func_check_info(struct skep_walk *w)
{
	if (!w->in->func_count)
		return true;
	if (w->in->func_count != w->code.func_count)
		return skep_fail(w->d, SKEP_E_INVALID,
				 "the program has %u functions, its func_info tells of %u",
				 w->code.func_count, w->in->func_count);
	for (u32 i = 0; i < w->code.func_count; i++) {
		if (w->in->funcs[i].start != w->code.funcs[i].start)
			return skep_fail(
			    w->d, SKEP_E_INVALID,
			    "func_info has function %u at instruction %u, it starts at %u", i,
			    w->in->funcs[i].start, w->code.funcs[i].start);
		if (i && !check_abnormal_end(w, i))
			return false;
	}
	return true;
}
