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

/* Whether a declaration tag stands on parameter number `index` of a function. */
static bool has_tag(const struct skep_walk *w, u32 func, u32 index, const char *tag)
{
	const struct btf *btf = w->in->btf;

	for (u32 id = 1; id < btf__type_cnt(btf); id++) {
		const struct btf_type *t = btf__type_by_id(btf, id);

		if (btf_is_decl_tag(t) && t->type == w->in->funcs[func].type_id &&
		    btf_decl_tag(t)->component_idx == (s32)index &&
		    strcmp(btf__name_by_offset(btf, t->name_off), tag) == 0)
			return true;
	}
	return false;
}

/* Some contexts are named by a typedef: the struct that the kernel's stands for. */
static const char *context_struct(const struct skep_walk *w, const char *ctx)
{
	const struct skep_kernel *kernel = w->in->kernel;
	u32 id = kernel ? skep_kernel_find(kernel, BTF_KIND_TYPEDEF, ctx) : 0;

	if (!id)
		return "";
	skep_kernel_plain(kernel, id, &id);
	return skep_kernel_name(kernel, id);
}

/* A pointer to the program's context: by the name of its struct, or by its tag. */
static bool is_context(const struct skep_walk *w, u32 func, u32 index,
		       const struct btf_type *pointed)
{
	const char *ctx = skep_prog_row(w->in->prog_type)->ctx;
	const char *name = pointed ? btf__name_by_offset(w->in->btf, pointed->name_off) : NULL;

	if (has_tag(w, func, index, "arg:ctx"))
		return true;
	if (!name || !ctx || !btf_is_struct(pointed))
		return false;
	return strcmp(name, ctx) == 0 || (name[0] && strcmp(name, context_struct(w, ctx)) == 0);
}

static bool refuse_param(struct skep_walk *w, u32 func, u32 index)
{
	return skep_refuse(
	    w, SKEP_RULE_CALL,
	    "argument %u of the global function %s() is of a type that is not supported", index + 1,
	    skep_func_name(w, func));
}

static bool read_param(struct skep_walk *w, u32 func, u32 index, u32 type_id, struct skep_param *p)
{
	const struct btf *btf = w->in->btf;
	u32 id, pointed_id;
	const struct btf_type *t = plain(btf, type_id, &id), *pointed;
	s64 size;

	*p = (struct skep_param){0};
	if (!t)
		return refuse_param(w, func, index);
	if (is_number(t))
		return true;
	if (!btf_is_ptr(t))
		return refuse_param(w, func, index);
	pointed = plain(btf, t->type, &pointed_id);
	if (is_context(w, func, index, pointed)) {
		p->kind = SKEP_PARAM_CTX;
		return true;
	}
	size = t->type ? btf__resolve_size(btf, t->type) : -1;
	if (size < 0)
		return refuse_param(w, func, index);
	*p = (struct skep_param){.kind = SKEP_PARAM_MEM,
				 .size = (u32)size,
				 .null = !has_tag(w, func, index, "arg:nonnull")};
	return true;
}

static bool check_return(struct skep_walk *w, u32 func, u32 type_id)
{
	u32 id;
	const struct btf_type *t = plain(w->in->btf, type_id, &id);

	if (type_id && t && is_number(t))
		return true;
	return skep_refuse(w, SKEP_RULE_CALL, "the global function %s() does not return a number",
			   skep_func_name(w, func));
}

u32 skep_func_arity(const struct skep_walk *w, u32 func)
{
	const struct btf_type *t = func_type(w, func);
	const struct btf_type *proto = t ? btf__type_by_id(w->in->btf, t->type) : NULL;

	return proto && btf_is_func_proto(proto) && btf_vlen(proto) < 5 ? btf_vlen(proto) : 5;
}

bool skep_func_signature(struct skep_walk *w, u32 func, struct skep_signature *s)
{
	const struct btf_type *proto = btf__type_by_id(w->in->btf, func_type(w, func)->type);
	const struct btf_param *params;

	s->count = 0;
	if (!proto || !btf_is_func_proto(proto) || btf_vlen(proto) > 5)
		return skep_refuse(w, SKEP_RULE_CALL,
				   "the global function %s() has more than five arguments",
				   skep_func_name(w, func));
	params = btf_params(proto);
	for (u32 i = 0; i < btf_vlen(proto); i++)
		if (!read_param(w, func, i, params[i].type, &s->params[s->count++]))
			return false;
	return check_return(w, func, proto->type);
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
