/* SPDX-License-Identifier: BSD-2-Clause */
/* What a global function takes: by the BTF types of its parameters, and by the tags of their
 * declarations (Linux: btf_prepare_func_args). */
#include <bpf/btf.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "verify/dynptr.h"
#include "verify/kernel.h"
#include "verify/types.h"

/* ---- tags */

enum tag {
	TAG_CTX = 1 << 0,
	TAG_NONNULL = 1 << 1,
	TAG_TRUSTED = 1 << 2,
	TAG_NULLABLE = 1 << 3,
	TAG_ARENA = 1 << 4,
	TAG_UNTRUSTED = 1 << 5,
};

static const struct {
	const char *name;
	u32 tag, since; /* Linux 6.9 is 609 */
} tags[] = {
    {"arg:ctx", TAG_CTX, 608},	       {"arg:nonnull", TAG_NONNULL, 608},
    {"arg:trusted", TAG_TRUSTED, 609}, {"arg:nullable", TAG_NULLABLE, 609},
    {"arg:arena", TAG_ARENA, 609},     {"arg:untrusted", TAG_UNTRUSTED, 617},
};

/* The parameter that is looked at. */
struct reader {
	struct skep_walk *w;
	u32 func, index;
	u32 tags;		   /* enum tag */
	const struct btf_type *to; /* what it points to, as it is written; NULL: void */
	u32 to_id, plain_id;	   /* ... and behind const, typedefs and the like */
	const struct btf_type *plain;
	struct skep_param *p;
};

static SKEP_PRINTF(2, 3) bool refuse(const struct reader *r, const char *what, ...)
{
	char text[192];
	va_list args;

	va_start(args, what);
	vsnprintf(text, sizeof(text), what, args);
	va_end(args);
	return skep_refuse(r->w, SKEP_RULE_CALL, "argument %u of the global function %s() %s",
			   r->index + 1, skep_func_name(r->w, r->func), text);
}

static bool add_tag(struct reader *r, const char *name)
{
	u32 kernel = r->w->options->kernel;

	for (size_t i = 0; i < SKEP_COUNT(tags); i++) {
		if (strcmp(tags[i].name, name) != 0)
			continue;
		if (kernel && kernel < tags[i].since)
			return refuse(r, "has the tag '%s', which is known from Linux %u.%u on",
				      name, tags[i].since / 100, tags[i].since % 100);
		r->tags |= tags[i].tag;
		return true;
	}
	return refuse(r, "has the tag '%s', which is not known", name);
}

static bool read_tags(struct reader *r)
{
	const struct btf *btf = r->w->in->btf;

	for (u32 id = 1; id < btf__type_cnt(btf); id++) {
		const struct btf_type *t = btf__type_by_id(btf, id);
		const char *name;

		if (!btf_is_decl_tag(t) || t->type != r->w->in->funcs[r->func].type_id ||
		    btf_decl_tag(t)->component_idx != (s32)r->index)
			continue;
		name = btf__name_by_offset(btf, t->name_off);
		if (strncmp(name, "arg:", 4) == 0 && !add_tag(r, name))
			return false;
	}
	return true;
}

/* Whether no tags but some are there. */
static bool only(const struct reader *r, u32 allowed)
{
	if (!(r->tags & ~allowed))
		return true;
	return refuse(r, "has tags that do not go together, or not with its type");
}

/* ---- the context */

static const char *name_of(const struct reader *r, const struct btf_type *t)
{
	return t ? btf__name_by_offset(r->w->in->btf, t->name_off) : "";
}

/* Some contexts are named by a typedef: the struct that the kernel's stands for. */
static const char *context_struct(const struct skep_walk *w, const char *ctx)
{
	const struct skep_kernel *kernel = w->in->kernel;
	u32 id = kernel ? skep_kernel_find(kernel, BTF_KIND_TYPEDEF, ctx) : 0;

	if (!id)
		return ctx;
	skep_kernel_plain(kernel, id, &id);
	return skep_kernel_name(kernel, id);
}

/* The typedef of registers, whatever struct it stands for. */
static bool is_registers(const struct reader *r)
{
	const struct btf_type *t = r->to;

	while (t && btf_is_mod(t))
		t = btf__type_by_id(r->w->in->btf, t->type);
	return t && btf_is_typedef(t) && strcmp(name_of(r, t), "bpf_user_pt_regs_t") == 0;
}

static bool is_kernel_context(const char *ctx, const char *name)
{
	return (strcmp(ctx, "__sk_buff") == 0 && strcmp(name, "sk_buff") == 0) ||
	       (strcmp(ctx, "xdp_md") == 0 && strcmp(name, "xdp_buff") == 0);
}

/* Without a tag it is known by the name of its struct. */
static bool is_context(const struct reader *r)
{
	const char *ctx = skep_prog_row(r->w->in->prog_type)->ctx;
	const char *name = name_of(r, r->plain);

	if (r->w->in->prog_type == BPF_PROG_TYPE_KPROBE && is_registers(r))
		return true;
	if (!ctx || !ctx[0] || !name[0] || !btf_is_composite(r->plain))
		return false;
	return strcmp(name, ctx) == 0 || strcmp(name, context_struct(r->w, ctx)) == 0 ||
	       is_kernel_context(ctx, name);
}

#define PROG(type) (1ULL << BPF_PROG_TYPE_##type)
#define ANY	   (~0ULL)

/* What a tagged context may be called besides `void *` and a pointer to the struct of the program's
 * type (Linux: btf_validate_prog_ctx_type). */
static const struct {
	u64 progs, attaches; /* skep_prog_bit() and skep_attach_bit() of each */
	bool number;	     /* of 8 bytes */
	const char *name;    /* of a struct, or how it begins; NULL: any */
} contexts[] = {
    {PROG(KPROBE) | PROG(PERF_EVENT), ANY, false, "pt_regs"},
    {PROG(RAW_TRACEPOINT) | PROG(RAW_TRACEPOINT_WRITABLE) | PROG(LSM) | PROG(STRUCT_OPS), ANY, true,
     NULL},
    {PROG(TRACING),
     1ULL << BPF_TRACE_RAW_TP | 1ULL << BPF_TRACE_FENTRY | 1ULL << BPF_TRACE_FEXIT |
	 1ULL << BPF_MODIFY_RETURN,
     true, NULL},
    {PROG(TRACING), 1ULL << BPF_TRACE_RAW_TP, false, "bpf_raw_tracepoint_args"},
    {PROG(TRACING), 1ULL << BPF_TRACE_ITER, false, "bpf_iter__"},
};

static bool fits(const struct reader *r, size_t row)
{
	const char *want = contexts[row].name, *name = name_of(r, r->plain);

	if (!(contexts[row].progs & skep_prog_bit(r->w->in->prog_type)) ||
	    !(contexts[row].attaches & skep_attach_bit(r->w->in->attach_type)))
		return false;
	if (contexts[row].number)
		return btf_is_int(r->plain) && r->plain->size == 8;
	return btf_is_struct(r->plain) &&
	       (want[strlen(want) - 1] == '_' ? strncmp(name, want, strlen(want)) == 0
					      : strcmp(name, want) == 0);
}

static bool is_free(u32 prog_type)
{
	return prog_type == BPF_PROG_TYPE_TRACEPOINT || prog_type == BPF_PROG_TYPE_SYSCALL ||
	       prog_type == BPF_PROG_TYPE_EXT;
}

static bool check_tagged_context(const struct reader *r)
{
	u32 type = r->w->in->prog_type;
	const char *ctx = skep_prog_row(type)->ctx, *name = name_of(r, r->plain);

	if (!r->plain || btf_is_void(r->plain))
		return true;
	if ((type == BPF_PROG_TYPE_KPROBE || type == BPF_PROG_TYPE_PERF_EVENT) && is_registers(r))
		return true;
	if (!name[0])
		return refuse(r, "has the tag 'arg:ctx', and its type no name");
	if (is_free(type))
		return true;
	for (size_t i = 0; i < SKEP_COUNT(contexts); i++)
		if (fits(r, i))
			return true;
	if (!ctx || !ctx[0])
		return refuse(r, "has the tag 'arg:ctx': programs of type %s call it `void *`",
			      skep_prog_row(type)->name);
	if (btf_is_struct(r->plain) && strcmp(name, context_struct(r->w, ctx)) == 0)
		return true;
	return refuse(r, "has the tag 'arg:ctx', and should be a `struct %s *` or a `void *`",
		      context_struct(r->w, ctx));
}

static bool read_context(const struct reader *r)
{
	if (!only(r, TAG_CTX) || ((r->tags & TAG_CTX) && !check_tagged_context(r)))
		return false;
	*r->p = (struct skep_param){.kind = SKEP_PARAM_CTX};
	return true;
}

/* ---- other pointers */

static bool is_dynptr(const struct reader *r)
{
	return r->plain && (btf_is_composite(r->plain) || btf_is_fwd(r->plain)) &&
	       !(btf_is_fwd(r->plain) && btf_kflag(r->plain)) &&
	       strcmp(name_of(r, r->plain), "bpf_dynptr") == 0;
}

static bool read_dynptr(const struct reader *r)
{
	*r->p = (struct skep_param){.kind = SKEP_PARAM_DYNPTR};
	return only(r, 0);
}

/* A type of the kernel with the same name, but for what stands behind "___". */
static bool read_kernel_type(const struct reader *r, u16 flags)
{
	const char *name = name_of(r, r->plain);
	u32 id = 0, count;

	if (!r->w->in->kernel)
		return refuse(r, "points to a type of the kernel, and no kernel's types are known");
	count = r->plain && name[0]
		    ? skep_kernel_flavours(r->w->in->kernel, btf_kind(r->plain), name, &id)
		    : 0;
	if (count != 1)
		return refuse(r, "points to '%s', and the kernel has %s type of that name", name,
			      count ? "more than one" : "no");
	*r->p = (struct skep_param){.kind = SKEP_PARAM_KERNEL, .flags = flags, .size = id};
	return true;
}

static bool read_trusted(const struct reader *r)
{
	u16 null = r->tags & TAG_NULLABLE ? SKEP_REG_F_NULL : 0;

	return only(r, TAG_TRUSTED | TAG_NULLABLE) &&
	       read_kernel_type(r, SKEP_REG_F_TRUSTED | null);
}

static bool is_number(const struct btf_type *t)
{
	return btf_is_int(t) || btf_is_any_enum(t);
}

static bool read_untrusted(const struct reader *r)
{
	const struct btf_type *t;

	if (!only(r, TAG_UNTRUSTED))
		return false;
	if (!r->plain || btf_is_void(r->plain) || is_number(r->plain)) {
		*r->p = (struct skep_param){.kind = SKEP_PARAM_ANYWHERE};
		return true;
	}
	if (!read_kernel_type(r, SKEP_REG_F_UNTRUSTED))
		return false;
	t = btf__type_by_id(skep_kernel_btf(r->w->in->kernel), r->p->size);
	return btf_is_composite(t) ||
	       refuse(r,
		      "has the tag 'arg:untrusted', and points to neither a struct nor a number");
}

/* An address in an arena is a number for who does not use the arena. */
static bool read_arena(const struct reader *r)
{
	*r->p = (struct skep_param){.kind = SKEP_PARAM_ARENA};
	return only(r, TAG_ARENA);
}

static bool read_memory(const struct reader *r)
{
	s64 size = r->plain_id ? btf__resolve_size(r->w->in->btf, r->plain_id) : -1;

	if (!only(r, TAG_NONNULL))
		return false;
	if (size < 0)
		return refuse(r, "points to something whose size is not known");
	*r->p = (struct skep_param){.kind = SKEP_PARAM_MEM,
				    .size = (u32)size,
				    .flags = r->tags & TAG_NONNULL ? 0 : SKEP_REG_F_NULL};
	return true;
}

static bool read_pointer(struct reader *r, const struct btf_type *pointer)
{
	r->to_id = pointer->type;
	r->to = r->to_id ? btf__type_by_id(r->w->in->btf, r->to_id) : NULL;
	r->plain = skep_types_plain(r->w->in->btf, r->to_id, &r->plain_id);
	if ((r->tags & TAG_CTX) || is_context(r))
		return read_context(r);
	if (is_dynptr(r))
		return read_dynptr(r);
	if (r->tags & TAG_TRUSTED)
		return read_trusted(r);
	if (r->tags & TAG_UNTRUSTED)
		return read_untrusted(r);
	return r->tags & TAG_ARENA ? read_arena(r) : read_memory(r);
}

/* ---- the whole */

static bool read_param(struct reader *r, u32 type_id)
{
	const struct btf_type *t = skep_types_plain(r->w->in->btf, type_id, NULL);

	*r->p = (struct skep_param){.kind = SKEP_PARAM_NUMBER};
	if (!read_tags(r))
		return false;
	if (t && btf_is_ptr(t))
		return read_pointer(r, t);
	if (r->tags)
		return refuse(r, "has a tag for pointers, and is none");
	return (t && is_number(t)) || refuse(r, "is neither a pointer nor a number");
}

static bool check_return(struct skep_walk *w, u32 func, u32 type_id)
{
	const struct btf_type *t = skep_types_plain(w->in->btf, type_id, NULL);

	if (type_id && t && is_number(t))
		return true;
	return skep_refuse(w, SKEP_RULE_CALL, "the global function %s() does not return a number",
			   skep_func_name(w, func));
}

bool skep_func_signature(struct skep_walk *w, u32 func, struct skep_signature *s)
{
	const struct btf_type *t = btf__type_by_id(w->in->btf, w->in->funcs[func].type_id),
			      *proto = btf__type_by_id(w->in->btf, t->type);
	struct reader r = {.w = w, .func = func};

	s->count = 0;
	if (!proto || !btf_is_func_proto(proto) || btf_vlen(proto) > 5)
		return skep_refuse(w, SKEP_RULE_CALL,
				   "the global function %s() has more than five arguments",
				   skep_func_name(w, func));
	if (!check_return(w, func, proto->type))
		return false;
	for (r.index = 0; r.index < btf_vlen(proto); r.index++) {
		r.tags = 0;
		r.p = &s->params[s->count++];
		if (!read_param(&r, btf_params(proto)[r.index].type))
			return false;
	}
	return true;
}

/* By kind: what the function has in the register. */
static const u8 types[] = {
    [SKEP_PARAM_NUMBER] = SKEP_REG_SCALAR,     [SKEP_PARAM_ARENA] = SKEP_REG_SCALAR,
    [SKEP_PARAM_CTX] = SKEP_REG_CTX,	       [SKEP_PARAM_MEM] = SKEP_REG_MEM,
    [SKEP_PARAM_DYNPTR] = SKEP_REG_DYNPTR,     [SKEP_PARAM_KERNEL] = SKEP_REG_BTF,
    [SKEP_PARAM_ANYWHERE] = SKEP_REG_ANYWHERE,
};

struct skep_reg skep_param_value(struct skep_walk *w, const struct skep_param *p)
{
	struct skep_reg r;

	if (types[p->kind] == SKEP_REG_SCALAR)
		return skep_reg_scalar();
	r = skep_reg_pointer(types[p->kind]);
	r.flags = p->flags;
	r.size = p->kind == SKEP_PARAM_DYNPTR ? SKEP_DYNPTR_GIVEN : p->size;
	if (p->kind == SKEP_PARAM_KERNEL)
		r.of = w->in->kernel;
	if (p->kind == SKEP_PARAM_DYNPTR || (p->flags & SKEP_REG_F_NULL))
		r.id = skep_walk_id(w);
	return r;
}
