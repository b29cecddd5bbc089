/* SPDX-License-Identifier: BSD-2-Clause */
/* Which operations a program may be (Linux: check_struct_ops_btf_id, and the members that a
 * struct's model functions have), and the helpers that depend on it. */
#include "verify/ops.h"

#include <bpf/btf.h>
#include <stdio.h>
#include <string.h>

#include "base/diag.h"

/* Structs that programs can be made for; of `missing`, a member, they cannot, and only as `sleeps`
 * may they sleep (NULL: as any). */
static const struct {
	const char *name, *missing, *sleeps;
} structs[] = {
    {"tcp_congestion_ops", "get_info", NULL},
    {"bpf_dummy_ops", "", "test_sleepable"},
};

static const struct btf_type *operations(const struct skep_walk *w)
{
	return w->in->kernel ? btf__type_by_id(skep_kernel_btf(w->in->kernel), w->in->attach_btf_id)
			     : NULL;
}

/* The member that the program is; "" if it is none. */
static const char *member_name(const struct skep_walk *w)
{
	const struct btf_type *t = operations(w);

	if (w->in->prog_type != BPF_PROG_TYPE_STRUCT_OPS || !t || !btf_is_struct(t) ||
	    w->in->attach_type >= btf_vlen(t))
		return "";
	return btf__name_by_offset(skep_kernel_btf(w->in->kernel),
				   btf_members(t)[w->in->attach_type].name_off);
}

static bool is_function(const struct skep_walk *w)
{
	const struct btf_type *t = operations(w);
	const struct btf_type *m =
	    skep_kernel_plain(w->in->kernel, btf_members(t)[w->in->attach_type].type, NULL);

	return m && btf_is_ptr(m) &&
	       btf_is_func_proto(skep_kernel_plain(w->in->kernel, m->type, NULL));
}

static bool refuse(struct skep_walk *w, const char *what, const char *name)
{
	w->verdict->rule = SKEP_RULE_CALL;
	skep_fail_at(w->d, SKEP_E_REFUSED, skep_place_insn(0), "%s%s", what, name);
	return skep_hint(w->d, "put the program into the struct of operations that it is made for");
}

/* What an argument may be says a function of the struct's and the member's name. */
bool skep_ops_nullable(const struct skep_walk *w, u32 number)
{
	const struct btf *btf = skep_kernel_btf(w->in->kernel);
	const struct btf_type *f, *proto;
	const char *name;
	char model[128];
	size_t length;

	snprintf(model, sizeof(model), "%s__%s",
		 skep_kernel_name(w->in->kernel, w->in->attach_btf_id), member_name(w));
	f = btf__type_by_id(btf, skep_kernel_find(w->in->kernel, BTF_KIND_FUNC, model));
	proto = f && btf_is_func(f) ? btf__type_by_id(btf, f->type) : NULL;
	if (!proto || number >= btf_vlen(proto))
		return false;
	name = btf__name_by_offset(btf, btf_params(proto)[number].name_off);
	length = strlen(name);
	return length >= 10 && strcmp(name + length - 10, "__nullable") == 0;
}

bool skep_ops_fit(struct skep_walk *w)
{
	const char *member, *name;
	u32 i = 0;

	if (w->in->prog_type != BPF_PROG_TYPE_STRUCT_OPS || !operations(w))
		return true;
	if (!w->in->gpl)
		return refuse(w, "a program of type struct_ops needs a licence compatible with ",
			      "the GPL");
	name = skep_kernel_name(w->in->kernel, w->in->attach_btf_id);
	while (i < SKEP_COUNT(structs) && strcmp(structs[i].name, name) != 0)
		i++;
	if (!name[0])
		return refuse(w, "the kernel does not have the struct of operations that the ",
			      "program is for");
	if (i == SKEP_COUNT(structs))
		return refuse(w, "there are no programs for the operations of struct ", name);
	member = member_name(w);
	if (!member[0] || !is_function(w) || strcmp(member, structs[i].missing) == 0)
		return refuse(w, "no program can be this member of struct ", name);
	if (w->in->sleepable && structs[i].sleeps && strcmp(member, structs[i].sleeps) != 0)
		return refuse(w, "a program may not sleep as operation ", member);
	return true;
}

/* What is going away does not change its socket's options; of all structs, congestion control alone
 * has helpers. */
u32 skep_ops_asks_as(const struct skep_walk *w, s32 helper)
{
	const char *name;

	if (w->in->prog_type != BPF_PROG_TYPE_STRUCT_OPS || !operations(w))
		return w->in->prog_type;
	name = skep_kernel_name(w->in->kernel, w->in->attach_btf_id);
	if (strcmp(name, "tcp_congestion_ops") != 0)
		return 0;
	return (helper == BPF_FUNC_setsockopt || helper == BPF_FUNC_getsockopt) &&
		       strcmp(member_name(w), "release") == 0
		   ? 0
		   : BPF_PROG_TYPE_STRUCT_OPS;
}
