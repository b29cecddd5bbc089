/* SPDX-License-Identifier: BSD-2-Clause */
#include "verify/exception.h"

#include <bpf/btf.h>
#include <string.h>

#include "verify/types.h"

static bool refuse(struct skep_walk *w, const char *what, const char *name)
{
	return skep_refuse(w, SKEP_RULE_CALL, "the handler of exceptions '%s' %s", name, what);
}

/* The name that the tag has, NULL: there is none. *count: how many there are. */
static const char *find_tag(const struct btf *btf, u32 func, u32 *count)
{
	static const char begin[] = "exception_callback:";
	const char *found = NULL;

	for (u32 id = 1; id < btf__type_cnt(btf); id++) {
		const struct btf_type *t = btf__type_by_id(btf, id);
		const char *name;

		if (!btf_is_decl_tag(t) || t->type != func || btf_decl_tag(t)->component_idx != -1)
			continue;
		name = btf__name_by_offset(btf, t->name_off);
		if (strncmp(name, begin, sizeof(begin) - 1) != 0)
			continue;
		found = name + sizeof(begin) - 1;
		(*count)++;
	}
	return found;
}

bool skep_exception_find(struct skep_walk *w)
{
	const struct btf *btf = w->in->btf;
	const char *name;
	u32 count = 0;
	s32 id;

	if (!btf || !w->in->func_count)
		return true;
	name = find_tag(btf, w->in->funcs[0].type_id, &count);
	if (!name)
		return true;
	if (count > 1)
		return refuse(w, "is not the only one that the program names", name);
	id = btf__find_by_name_kind(btf, name, BTF_KIND_FUNC);
	if (id < 0)
		return refuse(w, "is no function", name);
	if (btf_vlen(btf__type_by_id(btf, (u32)id)) != BTF_FUNC_GLOBAL)
		return refuse(w, "is not global", name);
	for (u32 i = 1; i < w->in->func_count; i++)
		if (w->in->funcs[i].type_id == (u32)id)
			w->handler_start = w->in->funcs[i].start;
	return w->handler_start || refuse(w, "is not among the program's functions", name);
}

bool skep_exception_list(struct skep_walk *w)
{
	w->throws = skep_arena_array(&w->arena, w->code.func_count, sizeof(w->throws[0]));
	w->backs = skep_arena_array(&w->arena, w->code.func_count, sizeof(w->backs[0]));
	if (!w->throws || !w->backs)
		return skep_fail_nomem(w->d);
	if (w->handler_start)
		w->handler = w->code.func_of[w->handler_start];
	w->backs[w->handler] = w->handler;
	for (u32 i = w->code.count; i-- > 0 && w->in->kernel;) {
		const struct skep_vinsn *v = &w->code.insns[i];

		if (v->kind == SKEP_KIND_CALL && v->op == SKEP_CALL_BTF && !v->off &&
		    strcmp(skep_kernel_name(w->in->kernel, (u32)v->imm), "bpf_throw") == 0)
			w->throws[w->code.func_of[i]] = i + 1;
	}
	return true;
}

bool skep_exception_check(struct skep_walk *w)
{
	struct skep_signature s;

	if (!skep_func_signature(w, w->handler, &s))
		return false;
	return (s.count == 1 && s.params[0].kind == SKEP_PARAM_NUMBER) ||
	       refuse(w, "takes something else than one number", skep_func_name(w, w->handler));
}
