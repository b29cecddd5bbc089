/* SPDX-License-Identifier: BSD-2-Clause */
#include "verify/kproto.h"

#include <bpf/btf.h>
#include <string.h>

enum { NESTED = 8 };

static bool ends_in(const char *name, const char *end)
{
	size_t length = strlen(name), tail = strlen(end);

	return length >= tail && strcmp(name + length - tail, end) == 0;
}

static bool any_end(const char *name, const char *const *ends)
{
	while (*ends && !ends_in(name, *ends))
		ends++;
	return *ends;
}

static bool is_number(const struct btf_type *t)
{
	return t && (btf_is_int(t) || btf_is_any_enum(t));
}

/* ---- structs */

/* Numbers, arrays of them, and structs of these. */
static bool holds_numbers(const struct skep_kernel *kernel, u32 id, u32 depth)
{
	const struct btf_type *t = skep_kernel_plain(kernel, id, NULL);

	if (is_number(t))
		return true;
	if (!t || depth == NESTED)
		return false;
	if (btf_is_array(t))
		return holds_numbers(kernel, btf_array(t)->type, depth + 1);
	if (!btf_is_struct(t) && !btf_is_union(t))
		return false;
	for (u32 i = 0; i < btf_vlen(t); i++)
		if (!holds_numbers(kernel, btf_members(t)[i].type, depth + 1))
			return false;
	return true;
}

struct place {
	u32 id; /* of a struct or union */
	s64 off;
};

/* An element of an array stands for the array. */
static const struct btf_type *element(const struct btf *btf, const struct btf_type *t, s64 *start,
				      struct place *inner)
{
	while (t && btf_is_array(t)) {
		s64 size = btf__resolve_size(btf, btf_array(t)->type);

		t = skep_types_plain(btf, btf_array(t)->type, &inner->id);
		if (size > 0)
			*start += (inner->off - *start) / size * size;
	}
	return t;
}

/* The struct or union that covers an offset of another one, and the offset in it; id 0: none. Of a
 * union's members the first counts. */
static struct place inner_struct(const struct btf *btf, struct place outer)
{
	const struct btf_type *t = btf__type_by_id(btf, outer.id);

	for (u32 i = 0; t && btf_is_composite(t) && i < btf_vlen(t); i++) {
		struct place inner = outer;
		const struct btf_type *m = skep_types_plain(btf, btf_members(t)[i].type, &inner.id);
		s64 start = btf_member_bit_offset(t, i) / 8;
		s64 size = btf__resolve_size(btf, btf_members(t)[i].type);

		if (btf_member_bitfield_size(t, i) || outer.off < start ||
		    outer.off >= start + size)
			continue;
		m = element(btf, m, &start, &inner);
		inner.off -= start;
		return m && btf_is_composite(m) ? inner : (struct place){0};
	}
	return (struct place){0};
}

bool skep_struct_begins(const struct btf *btf, u32 id, s64 off, u32 want)
{
	struct place at = {id, off};

	while (at.id && !(at.off == 0 && at.id == want))
		at = inner_struct(btf, at);
	return at.id != 0;
}

/* ---- arguments */

static bool is_context(const struct skep_walk *w, const char *type)
{
	const struct skep_prog_row *row = skep_prog_row(w->in->prog_type);

	return row->ctx && row->ctx[0] && strcmp(row->ctx, type) == 0;
}

/* Structs of which special kinds of memory are made. */
static const struct {
	const char *type;
	u8 kind, special;
} structs[] = {
    {"bpf_dynptr", SKEP_KARG_DYNPTR, 0},
    {"bpf_dynptr_kern", SKEP_KARG_DYNPTR, 0},
    {"bpf_list_head", SKEP_KARG_ROOT, SKEP_SPECIAL_LIST_HEAD},
    {"bpf_list_node", SKEP_KARG_NODE, SKEP_SPECIAL_LIST_NODE},
    {"bpf_rb_root", SKEP_KARG_ROOT, SKEP_SPECIAL_RB_ROOT},
    {"bpf_rb_node", SKEP_KARG_NODE, SKEP_SPECIAL_RB_NODE},
    {"bpf_wq", SKEP_KARG_WORK, SKEP_SPECIAL_WORKQUEUE},
    {"bpf_timer", SKEP_KARG_OTHER, 0},
    {"bpf_res_spin_lock", SKEP_KARG_LOCK, SKEP_SPECIAL_RES_SPIN_LOCK},
    {"bpf_task_work", SKEP_KARG_WORK, SKEP_SPECIAL_TASK_WORK},
};

static void kind_by_struct(const struct skep_walk *w, const char *type, struct skep_karg *arg)
{
	arg->kind = is_context(w, type) ? SKEP_KARG_CTX : SKEP_KARG_POINTER;
	for (u32 i = 0; arg->kind == SKEP_KARG_POINTER && i < SKEP_COUNT(structs); i++) {
		if (strcmp(type, structs[i].type) != 0)
			continue;
		arg->kind = structs[i].kind;
		arg->special = structs[i].special;
	}
}

/* Ends of names that say more than the type. */
static const struct {
	const char *end;
	u8 kind;
} ends[] = {
    {"__alloc", SKEP_KARG_OBJECT}, {"__refcounted_kptr", SKEP_KARG_COUNTED},
    {"__map", SKEP_KARG_MAP},	   {"__irq_flag", SKEP_KARG_IRQ},
    {"__str", SKEP_KARG_STRING},
};

static void kind_by_name(const char *name, struct skep_karg *arg)
{
	for (u32 i = 0; i < SKEP_COUNT(ends); i++)
		if (ends_in(name, ends[i].end))
			arg->kind = ends[i].kind;
}

static bool is_iterator(const struct skep_kfunc *k, u32 index, const char *name)
{
	u32 flags = SKEP_KFUNC_ITER_NEW | SKEP_KFUNC_ITER_NEXT | SKEP_KFUNC_ITER_END;

	return (index == 0 && (k->row->flags & flags)) || ends_in(name, "__iter");
}

static void describe_pointer(const struct skep_walk *w, const struct skep_kfunc *k, u32 type_id,
			     const char *name, struct skep_karg *arg)
{
	const struct skep_kernel *kernel = w->in->kernel;
	const struct btf_type *to = skep_kernel_plain(kernel, type_id, &arg->id);
	s64 size = type_id ? btf__resolve_size(skep_kernel_btf(kernel), arg->id) : 0;

	arg->size = size > 0 ? (u32)size : 0;
	arg->numbers = holds_numbers(kernel, arg->id, 0);
	if (strcmp(k->name, "bpf_cast_to_kern_ctx") == 0) {
		arg->kind = SKEP_KARG_CTX;
		return;
	}
	arg->kind = SKEP_KARG_POINTER;
	if (to && btf_is_composite(to))
		kind_by_struct(w, skep_kernel_name(kernel, arg->id), arg);
	if (arg->kind == SKEP_KARG_CTX || arg->kind == SKEP_KARG_DYNPTR)
		return;
	if (to && btf_is_func_proto(to))
		arg->kind = SKEP_KARG_CALLBACK;
	if (is_iterator(k, (u32)(arg - k->args), name))
		arg->kind = SKEP_KARG_ITER;
	kind_by_name(name, arg);
	if (arg->kind == SKEP_KARG_MAP)
		arg->id = skep_kernel_find(kernel, BTF_KIND_STRUCT, "bpf_map");
}

static void describe_argument(const struct skep_walk *w, const struct skep_kfunc *k,
			      const struct btf_param *p, struct skep_karg *arg)
{
	static const char *const ignored[] = {"__ign", "__prog", NULL};
	const struct skep_kernel *kernel = w->in->kernel;
	const struct btf_type *t = skep_kernel_plain(kernel, p->type, NULL);
	const char *name = btf__name_by_offset(skep_kernel_btf(kernel), p->name_off);

	*arg = (struct skep_karg){.kind = SKEP_KARG_OTHER};
	if (any_end(name, ignored)) {
		arg->kind = SKEP_KARG_IGNORED;
	} else if (is_number(t)) {
		arg->kind = SKEP_KARG_NUMBER;
		arg->constant = ends_in(name, "__k");
	} else if (t && btf_is_ptr(t)) {
		arg->null = ends_in(name, "__nullable") || ends_in(name, "__opt");
		arg->uninit = ends_in(name, "__uninit");
		describe_pointer(w, k, t->type, name, arg);
	}
}

/* Memory whose size is the argument behind it. */
static void join_sizes(const struct skep_walk *w, struct skep_kfunc *k, const struct btf_param *p)
{
	const struct btf *btf = skep_kernel_btf(w->in->kernel);

	for (u32 i = 0; i + 1 < k->count; i++) {
		const char *name = btf__name_by_offset(btf, p[i + 1].name_off);
		bool constant = ends_in(name, "__szk");

		if (k->args[i].kind != SKEP_KARG_POINTER || (!constant && !ends_in(name, "__sz")))
			continue;
		k->args[i].kind = SKEP_KARG_MEMORY;
		k->args[i].constant = constant;
	}
}

bool skep_kfunc_describe(const struct skep_walk *w, s32 id, struct skep_kfunc *k, const char **name)
{
	const struct btf *btf = w->in->kernel ? skep_kernel_btf(w->in->kernel) : NULL;
	const struct btf_type *f = btf && id > 0 ? btf__type_by_id(btf, (u32)id) : NULL;
	const struct btf_type *proto = f && btf_is_func(f) ? btf__type_by_id(btf, f->type) : NULL;

	*k = (struct skep_kfunc){.row = NULL};
	*name = NULL;
	if (!proto || !btf_is_func_proto(proto))
		return false;
	*name = k->name = skep_kernel_name(w->in->kernel, (u32)id);
	k->row = skep_kfunc_find(k->name);
	k->count = btf_vlen(proto);
	k->result = proto->type;
	if (!k->row || k->count > 5)
		return false;
	for (u32 i = 0; i < k->count; i++)
		describe_argument(w, k, &btf_params(proto)[i], &k->args[i]);
	join_sizes(w, k, btf_params(proto));
	return true;
}
