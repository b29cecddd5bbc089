/* SPDX-License-Identifier: BSD-2-Clause */
/* What calls do with their arguments, as the analyses before the exploration want to know it: made
 * from the prototypes of spec. */
#include "verify/effects.h"

#include <string.h>

#include "verify/dynptr.h"
#include "verify/kproto.h"
#include "verify/ops.h"
#include "verify/types.h"

/* What a callback is given of a stack, it alone touches. */
static u8 use_of(const struct skep_arg *arg)
{
	if (arg->kind == SKEP_ARG_ANYTHING)
		return SKEP_VARG_ANYTHING;
	if (arg->kind == SKEP_ARG_MAP_KEY)
		return SKEP_VARG_KEY;
	if (arg->kind == SKEP_ARG_DYNPTR && (arg->flags & SKEP_ARG_F_UNINIT))
		return SKEP_VARG_WRITE;
	if (arg->kind == SKEP_ARG_DYNPTR)
		return SKEP_VARG_BOTH;
	if (arg->kind != SKEP_ARG_MEM && arg->kind != SKEP_ARG_MAP_VALUE)
		return SKEP_VARG_VALUE;
	if (arg->flags & SKEP_ARG_F_UNINIT)
		return SKEP_VARG_WRITE;
	return arg->flags & SKEP_ARG_F_WRITE ? SKEP_VARG_BOTH : SKEP_VARG_READ;
}

static u8 size_of(const struct skep_arg *arg)
{
	if (arg->kind == SKEP_ARG_MAP_KEY)
		return SKEP_VSIZE_MAP_KEY;
	if (arg->kind == SKEP_ARG_MAP_VALUE)
		return SKEP_VSIZE_MAP_VALUE;
	if (arg->kind == SKEP_ARG_DYNPTR)
		return SKEP_VSIZE_FIXED;
	if (arg->kind != SKEP_ARG_MEM)
		return SKEP_VSIZE_UNKNOWN;
	return arg->size ? SKEP_VSIZE_FIXED : SKEP_VSIZE_NEXT;
}

static u32 bytes_of(const struct skep_arg *arg)
{
	return arg->kind == SKEP_ARG_DYNPTR ? SKEP_DYNPTR_BYTES : arg->size;
}

/* What is loaded from a map's values may be a pointer, or the value itself is a map. */
static bool holds_pointers(const struct skep_map_desc *map)
{
	return map->special_count || map->inner;
}

static bool any_holds_pointers(const struct skep_walk *w)
{
	for (u32 i = 0; i < w->in->map_count; i++)
		if (holds_pointers(w->in->maps[i]))
			return true;
	return false;
}

static bool stores_null(const struct skep_map_desc *map)
{
	for (u32 i = 0; i < map->special_count; i++)
		if (map->specials[i].kind == SKEP_SPECIAL_KPTR_UNTRUSTED)
			return true;
	return map->inner && stores_null(map->inner);
}

static bool any_stores_null(const struct skep_walk *w)
{
	for (u32 i = 0; i < w->in->map_count; i++)
		if (stores_null(w->in->maps[i]))
			return true;
	return false;
}

static u8 result_of(const struct skep_walk *w, u8 ret)
{
	switch (ret) {
	case SKEP_RET_INTEGER:
	case SKEP_RET_VOID:
		return SKEP_VMAY_NUMBER;
	case SKEP_RET_RINGBUF_MEM_OR_NULL:
	case SKEP_RET_DYNPTR_MEM_OR_NULL:
		return SKEP_VMAY_NUMBER | SKEP_VMAY_MEMORY;
	case SKEP_RET_MAP_VALUE:
	case SKEP_RET_MAP_VALUE_OR_NULL:
		if (!any_holds_pointers(w))
			return SKEP_VMAY_NUMBER | SKEP_VMAY_MEMORY;
	}
	return SKEP_VMAY_NUMBER | SKEP_VMAY_OBJECT | SKEP_VMAY_MEMORY;
}

/* ---- functions of the kernel */

/* A number is looked at if it has to be known, as the size of memory, or if it is thrown. */
static bool matters(const struct skep_kfunc *f, u32 i)
{
	return f->args[i].constant || (i && f->args[i - 1].kind == SKEP_KARG_MEMORY) ||
	       strcmp(f->name, "bpf_throw") == 0;
}

static u8 kernel_use(const struct skep_kfunc *f, u32 i)
{
	const struct skep_karg *arg = &f->args[i];
	bool made = arg->kind == SKEP_KARG_ITER && (f->row->flags & SKEP_KFUNC_ITER_NEW);

	if (made || (arg->kind == SKEP_KARG_DYNPTR && arg->uninit))
		return SKEP_VARG_WRITE;
	/* Where a lock is not got, nothing is saved. */
	if (arg->kind == SKEP_KARG_IRQ && strcmp(f->name, "bpf_local_irq_save") == 0)
		return SKEP_VARG_WRITE;
	if (arg->kind == SKEP_KARG_NUMBER)
		return matters(f, i) ? SKEP_VARG_VALUE : SKEP_VARG_ANYTHING;
	if (arg->kind == SKEP_KARG_CTX)
		return SKEP_VARG_VALUE;
	return arg->kind == SKEP_KARG_IGNORED ? SKEP_VARG_ANYTHING : SKEP_VARG_BOTH;
}

static struct skep_varg kernel_argument(const struct skep_kfunc *f, u32 i)
{
	const struct skep_karg *arg = &f->args[i];
	struct skep_varg a = {.use = kernel_use(f, i), .size_kind = SKEP_VSIZE_UNKNOWN};

	if (arg->kind == SKEP_KARG_MEMORY)
		a.size_kind = SKEP_VSIZE_NEXT;
	else if (arg->kind == SKEP_KARG_DYNPTR || arg->size)
		a.size_kind = SKEP_VSIZE_FIXED;
	a.size = arg->kind == SKEP_KARG_DYNPTR ? SKEP_DYNPTR_BYTES : arg->size;
	return a;
}

static u8 kernel_flags(const struct skep_kfunc_row *row)
{
	return (row->flags & SKEP_KFUNC_ITER_NEXT ? SKEP_VC_ITERATES : 0) |
	       (row->flags & SKEP_KFUNC_CALLS_BACK ? SKEP_VC_CALLS_BACK : 0) |
	       (row->flags & SKEP_KFUNC_CALLS_LATER ? SKEP_VC_LATER : 0);
}

static bool kernel_effect(const struct skep_walk *w, const struct skep_vinsn *insn,
			  struct skep_vcall *effect)
{
	struct skep_kfunc f;
	const char *name;

	if (!skep_kfunc_describe(w, insn->imm, &f, &name))
		return false;
	*effect =
	    (struct skep_vcall){.args = (u8)f.count,
				.flags = kernel_flags(f.row),
				.result = SKEP_VMAY_NUMBER | SKEP_VMAY_OBJECT | SKEP_VMAY_MEMORY};
	for (u32 i = 0; i < f.count; i++)
		effect->arg[i] = kernel_argument(&f, i);
	return true;
}

/* ---- */

/* Iterators over the sockets of TCP and Unix change the options of what they are given, as cgroups
 * do. */
static bool iterates_sockets(const struct skep_walk *w)
{
	const char *name;

	if (w->in->prog_type != BPF_PROG_TYPE_TRACING || w->in->attach_type != BPF_TRACE_ITER ||
	    !w->in->kernel)
		return false;
	name = skep_kernel_name(w->in->kernel, w->in->attach_btf_id);
	return strcmp(name, "bpf_iter_tcp") == 0 || strcmp(name, "bpf_iter_unix") == 0;
}

const struct skep_helper_row *skep_effects_helper(const struct skep_walk *w, s32 number)
{
	struct skep_caller caller = {skep_ops_asks_as(w, number), w->in->attach_type,
				     (u16)w->options->kernel};
	const struct skep_helper_row *helper = skep_helper_for(number, caller);

	if (helper || (number != BPF_FUNC_setsockopt && number != BPF_FUNC_getsockopt) ||
	    !iterates_sockets(w))
		return helper;
	caller.prog_type = BPF_PROG_TYPE_CGROUP_SOCKOPT;
	caller.attach_type = BPF_CGROUP_SETSOCKOPT;
	return skep_helper_for(number, caller);
}

static bool call_effect(const void *context, const struct skep_vinsn *insn,
			struct skep_vcall *effect)
{
	const struct skep_walk *w = context;
	const struct skep_helper_row *helper;

	if (insn->op == SKEP_CALL_BTF)
		return kernel_effect(w, insn, effect);
	helper = skep_effects_helper(w, insn->imm);
	if (!helper)
		return false;
	*effect = (struct skep_vcall){.result = result_of(w, helper->ret)};
	effect->flags |= helper->flags & SKEP_HELPER_CALLBACK ? SKEP_VC_CALLS_BACK : 0;
	effect->flags |= helper->flags & SKEP_HELPER_CALLBACK_LATER ? SKEP_VC_LATER : 0;
	while (effect->args < 5 && helper->args[effect->args].kind != SKEP_ARG_NONE) {
		const struct skep_arg *arg = &helper->args[effect->args];

		effect->arg[effect->args++] = (struct skep_varg){
		    .use = use_of(arg), .size_kind = size_of(arg), .size = bytes_of(arg)};
	}
	/* Linux keeps the index of a tail call precise, too: it is told to lower/. */
	if (helper->number == BPF_FUNC_tail_call)
		effect->arg[2].use = SKEP_VARG_VALUE;
	return true;
}

static struct skep_vmap map_of(const void *context, u32 slot)
{
	const struct skep_walk *w = context;
	s32 number = w->in->insns[slot].imm;
	const struct skep_map_desc *map;

	if (number < 0 || (u32)number >= w->in->map_count)
		return (struct skep_vmap){.holds_pointers = true};
	map = w->in->maps[number];
	return (struct skep_vmap){map->key_size, map->value_size, holds_pointers(map)};
}

/* By the start of a function: what types.c knows by its number. */
static s32 global(const void *context, u32 start)
{
	const struct skep_walk *w = context;

	for (u32 i = 0; i < w->in->func_count; i++)
		if (w->in->funcs[i].start == start)
			return skep_func_is_global(w, i) ? (s32)skep_func_arity(w, i) : -1;
	return -1;
}

struct skep_vcode_input skep_effects_input(const struct skep_walk *w)
{
	struct skep_ret_range range = skep_prog_ret_range(w->in->prog_type, w->in->attach_type);

	return (struct skep_vcode_input){
	    .insns = w->in->insns,
	    .count = w->in->count,
	    .unprivileged = w->options->no_bpf,
	    .has_func_info = w->in->func_count != 0,
	    .checks_return = range.checked,
	    .stores_null = any_stores_null(w),
	    .handler = w->handler_start,
	    .context = w,
	    .call = call_effect,
	    .map = map_of,
	    .global = global,
	};
}

static u8 kernel_does(const struct skep_walk *w, s32 id)
{
	struct skep_kfunc f;
	const char *name;

	if (!skep_kfunc_describe(w, id, &f, &name))
		return 0;
	return (f.row->flags & SKEP_KFUNC_CHANGES_PACKET ? SKEP_FUNC_MOVES_PACKET : 0) |
	       (f.row->flags & SKEP_KFUNC_SLEEPS ? SKEP_FUNC_SLEEPS : 0);
}

static u8 helper_does(const struct skep_walk *w, s32 number)
{
	const struct skep_helper_row *helper = skep_effects_helper(w, number);
	u16 flags = helper ? helper->flags : 0;

	return (flags & SKEP_HELPER_CHANGES_PACKET ? SKEP_FUNC_MOVES_PACKET : 0) |
	       (flags & SKEP_HELPER_SLEEPS ? SKEP_FUNC_SLEEPS : 0);
}

static u8 own_effects(const struct skep_walk *w, u32 func)
{
	u8 does = 0;

	for (u32 slot = w->code.funcs[func].start; slot < w->code.funcs[func].end; slot++) {
		const struct skep_vinsn *i = &w->code.insns[slot];

		if (i->kind != SKEP_KIND_CALL)
			continue;
		if (i->op == SKEP_CALL_HELPER)
			does |= helper_does(w, i->imm);
		if (i->op == SKEP_CALL_BTF)
			does |= kernel_does(w, i->imm);
	}
	return does;
}

static u8 callees_effects(const struct skep_walk *w, u32 func)
{
	const struct skep_vfunc *f = &w->code.funcs[func];
	u8 does = 0;

	for (u32 i = 0; i < f->call_count; i++) {
		u32 slot = w->code.calls[f->first_call + i];

		does |= w->func_does[w->code.func_of[w->code.insns[slot].target]];
	}
	return does;
}

void skep_effects_functions(struct skep_walk *w)
{
	bool more = true;

	for (u32 func = 0; func < w->code.func_count; func++)
		w->func_does[func] = own_effects(w, func);
	while (more) {
		more = false;
		for (u32 func = 0; func < w->code.func_count; func++) {
			u8 does = w->func_does[func] | callees_effects(w, func);

			more |= does != w->func_does[func];
			w->func_does[func] = does;
		}
	}
}
