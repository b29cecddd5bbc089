/* SPDX-License-Identifier: BSD-2-Clause */
/* The context of programs that are attached to something whose arguments BTF tells: one 64-bit word
 * each. */
#include <bpf/btf.h>
#include <string.h>

#include "verify/kernel.h"
#include "verify/ops.h"
#include "verify/words.h"

/* What the program is attached to. */
struct attached {
	const struct btf_type *proto;
	u32 skip; /* parameters that are not arguments */
	u32 count;
	const char *ops; /* the struct of operations that the program is one of; NULL */
};

static const struct btf_type *pointed(const struct btf *btf, const struct btf_type *t)
{
	return t && (btf_is_ptr(t) || btf_is_func(t)) ? btf__type_by_id(btf, t->type) : t;
}

/* For a struct of operations, attach_type is the number of the member. */
static const struct btf_type *operation(const struct skep_walk *w, const struct btf_type *t)
{
	u32 number = w->in->attach_type;

	return number < btf_vlen(t)
		   ? skep_kernel_plain(w->in->kernel, btf_members(t)[number].type, NULL)
		   : NULL;
}

static bool find_attached(const struct skep_walk *w, struct attached *to)
{
	const struct btf *btf = skep_kernel_btf(w->in->kernel);
	const struct btf_type *t = btf__type_by_id(btf, w->in->attach_btf_id);

	*to = (struct attached){0};
	if (t && btf_is_struct(t)) {
		to->ops = skep_kernel_name(w->in->kernel, w->in->attach_btf_id);
		t = operation(w, t);
	} else if (t && btf_is_typedef(t)) {
		/* A tracepoint: its first parameter is the kernel's own. */
		to->skip = 1;
		t = btf__type_by_id(btf, t->type);
	}
	to->proto = pointed(btf, t);
	if (!to->proto || !btf_is_func_proto(to->proto) || btf_vlen(to->proto) < to->skip)
		return false;
	to->count = btf_vlen(to->proto) - to->skip;
	return true;
}

/* ---- arguments */

static bool is_iterator(const struct skep_walk *w)
{
	return w->in->prog_type == BPF_PROG_TYPE_TRACING && w->in->attach_type == BPF_TRACE_ITER;
}

static u16 argument_flags(const struct skep_walk *w)
{
	u32 type = w->in->prog_type;

	return type == BPF_PROG_TYPE_LSM || type == BPF_PROG_TYPE_STRUCT_OPS || is_iterator(w) ||
		       (type == BPF_PROG_TYPE_TRACING && w->in->attach_type == BPF_TRACE_RAW_TP)
		   ? SKEP_REG_F_TRUSTED
		   : 0;
}

/* Keys and values of maps that an iterator shows: their sizes are looked at when it is attached. */
static struct skep_reg buffer(const char *name)
{
	struct skep_reg r = skep_reg_pointer(SKEP_REG_BUF);

	r.size = SKEP_MAX_OFFSET;
	r.flags = strcmp(name, "key") == 0 ? SKEP_REG_F_RDONLY : 0;
	return r;
}

/* Congestion control is handed TCP sockets, whatever its prototype says. */
static u32 real_struct(const struct skep_walk *w, const struct attached *to, u32 id)
{
	if (to->ops && strcmp(to->ops, "tcp_congestion_ops") == 0 &&
	    strcmp(skep_kernel_name(w->in->kernel, id), "sock") == 0)
		return skep_kernel_find(w->in->kernel, BTF_KIND_STRUCT, "tcp_sock");
	return id;
}

/* What an iterator ends on is NULL, but not what it says of itself, nor the map whose elements it
 * shows. */
static bool ends_in_null(const struct skep_walk *w, const struct attached *to,
			 const struct btf_param *param)
{
	const char *name = btf__name_by_offset(skep_kernel_btf(w->in->kernel), param->name_off);

	return param != btf_params(to->proto) && !(to->count > 2 && strcmp(name, "map") == 0);
}

static bool may_be_null(const struct skep_walk *w, const struct attached *to,
			const struct btf_param *param)
{
	return to->ops ? skep_ops_nullable(w, (u32)(param - btf_params(to->proto)))
		       : is_iterator(w) && ends_in_null(w, to, param);
}

/* What a pointer leads to; a number where no program may follow it. */
static struct skep_reg pointer(struct skep_walk *w, const struct attached *to,
			       const struct btf_param *param, const struct btf_type *t)
{
	const struct skep_kernel *kernel = w->in->kernel;
	u32 id;
	const struct btf_type *target = skep_kernel_plain(kernel, t->type, &id);
	struct skep_reg r = skep_reg_scalar();

	if (target && btf_is_composite(target))
		r = skep_kernel_pointer(w, real_struct(w, to, id), argument_flags(w));
	else if (is_iterator(w) && !id)
		r = buffer(btf__name_by_offset(skep_kernel_btf(kernel), param->name_off));
	if (r.type != SKEP_REG_SCALAR && may_be_null(w, to, param)) {
		r.flags |= SKEP_REG_F_NULL;
		r.id = skep_walk_id(w);
	}
	return r;
}

/* What is known of the arguments of the tracepoint that the program is attached to. */
static const struct skep_tracepoint_row *tracepoint(const struct skep_walk *w)
{
	static const char prefix[] = "btf_trace_";
	const char *name = skep_kernel_name(w->in->kernel, w->in->attach_btf_id);

	if (strncmp(name, prefix, sizeof(prefix) - 1) != 0)
		return NULL;
	return skep_tracepoint_find(name + sizeof(prefix) - 1);
}

static void weaken(struct skep_walk *w, struct skep_reg *r, u32 number)
{
	const struct skep_tracepoint_row *row = tracepoint(w);

	if (!row || r->type == SKEP_REG_SCALAR)
		return;
	if (row->error >> number & 1)
		*r = skep_reg_scalar();
	else if (row->null >> number & 1) {
		r->flags |= SKEP_REG_F_NULL;
		r->id = skep_walk_id(w);
	}
}

static bool load_argument(struct skep_walk *w, const struct skep_access *a,
			  const struct attached *to, u32 number)
{
	const struct btf_param *param = &btf_params(to->proto)[number + to->skip];
	const struct btf_type *t = skep_kernel_plain(w->in->kernel, param->type, NULL);
	struct skep_reg r;

	if (!t || !btf_is_ptr(t))
		return skep_reg_set(w, (u32)a->value, skep_access_loaded(a));
	r = pointer(w, to, param, t);
	weaken(w, &r, number);
	if (a->size != 8)
		return skep_refuse(
		    w, SKEP_RULE_CONTEXT,
		    "the pointer at offset %u of the context is read in %u bytes: it has 8",
		    8 * number, a->size);
	return skep_reg_set(w, (u32)a->value, r);
}

bool skep_kernel_returns(const struct skep_walk *w)
{
	struct attached to;

	return !w->in->kernel || !find_attached(w, &to) || !to.ops || to.proto->type;
}

/* What programs at a function's end find behind its arguments. */
static bool is_result(const struct skep_walk *w)
{
	return w->in->attach_type == BPF_TRACE_FEXIT || w->in->attach_type == BPF_MODIFY_RETURN;
}

bool skep_kernel_context(struct skep_walk *w, const struct skep_access *a)
{
	struct attached to;
	s32 off = skep_walk_reg(w, a->reg)->off + a->off;
	u32 number = (u32)off / 8;

	if (!w->in->kernel || !find_attached(w, &to))
		return skep_refuse(w, SKEP_RULE_UNSUPPORTED,
				   "the arguments of what this program is attached to are not "
				   "known: no BTF of it");
	if (a->write || off < 0 || off % 8 || number > to.count ||
	    (number == to.count && !is_result(w)))
		return skep_refuse(
		    w, SKEP_RULE_CONTEXT,
		    "%s %s of the context, which has %u arguments of 8 bytes that may "
		    "be read",
		    a->write ? "writes" : "reads", skep_words_bytes(w, off, a->size), to.count);
	if (a->value < 0)
		return true;
	if (number == to.count)
		return skep_reg_set(w, (u32)a->value, skep_access_loaded(a));
	return load_argument(w, a, &to, number);
}
