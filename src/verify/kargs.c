/* SPDX-License-Identifier: BSD-2-Clause */
/* The arguments of kernel functions: what fits is said by their BTF types, and by how far a pointer
 * is to be trusted. */
#include <linux/btf.h>
#include <string.h>

#include "prog/specials.h"
#include "verify/call.h"
#include "verify/graph.h"
#include "verify/kfunc.h"
#include "verify/words.h"

/* Sets of register types. */
#define T(type) (1u << SKEP_REG_##type)
#define MEMORY	(T(STACK) | T(PACKET) | T(PACKET_META) | T(MAP_KEY) | T(MAP_VALUE) | T(MEM) | T(BUF))

struct argument {
	struct skep_walk *w;
	struct skep_kcall *c;
	const struct skep_karg *arg;
	u32 number; /* of the register */
	struct skep_reg *r;
};

static bool refuse_type(const struct argument *a, const char *wanted)
{
	return skep_refuse(a->w, SKEP_RULE_ARGUMENT, "r%u is %s, but argument %u of %s is %s",
			   a->number, skep_words_reg(a->w, a->r), a->number, a->c->f.name, wanted);
}

static bool is_memory(const struct skep_reg *r)
{
	return MEMORY >> r->type & 1;
}

/* ---- numbers */

static bool take_constant(const struct argument *a, u32 number)
{
	const struct skep_reg *r = skep_walk_reg(a->w, number);

	if (!skep_scalar_is_const(&r->v))
		return skep_refuse(a->w, SKEP_RULE_SIZE,
				   "r%u must be one number on every path for %s", number,
				   a->c->f.name);
	a->c->known = true;
	a->c->constant = r->v.t.value;
	return true;
}

static bool check_number(const struct argument *a)
{
	if (a->r->type != SKEP_REG_SCALAR)
		return refuse_type(a, "a number");
	return !a->arg->constant || take_constant(a, a->number);
}

/* ---- memory */

/* The function reads and writes the memory. */
static bool touch(const struct argument *a, u64 size, bool zero_size)
{
	struct skep_access access = {.reg = a->number,
				     .size = (u32)size,
				     .helper = true,
				     .zero_size = zero_size,
				     .value = -1};
	u16 null = a->r->flags & SKEP_REG_F_NULL;
	bool ok;

	if (!is_memory(a->r))
		return refuse_type(a, "memory");
	a->r->flags &= (u16)~null;
	ok = skep_access(a->w, &access);
	access.write = true;
	ok = ok && skep_access(a->w, &access);
	a->r->flags |= null;
	return ok;
}

static bool check_size(const struct argument *a, const struct skep_reg *size)
{
	if (size->type != SKEP_REG_SCALAR)
		return skep_refuse(a->w, SKEP_RULE_ARGUMENT, "r%u, the size of r%u, is no number",
				   a->number + 1, a->number);
	if (size->v.smin < 0)
		return skep_refuse(a->w, SKEP_RULE_SIZE, "r%u, the size of r%u, may be negative%s",
				   a->number + 1, a->number, skep_words_from(a->w, size->v.smin));
	if (size->v.umax >= SKEP_MAX_OFFSET)
		return skep_refuse(a->w, SKEP_RULE_SIZE,
				   "r%u, the size of r%u, has no upper bound below %d",
				   a->number + 1, a->number, SKEP_MAX_OFFSET);
	return true;
}

static bool check_sized(const struct argument *a)
{
	const struct skep_reg *size = skep_walk_reg(a->w, a->number + 1);
	bool null = skep_reg_is_zero(a->r);

	if (!skep_reg_readable(a->w, a->number + 1))
		return false;
	if (!(null && a->arg->null) && !check_size(a, size))
		return false;
	if (!(null && (a->arg->null || !size->v.umax)) && !touch(a, size->v.umax, true))
		return false;
	return !a->arg->constant || take_constant(a, a->number + 1);
}

static bool check_plain(const struct argument *a)
{
	if (!a->arg->numbers || !a->arg->size)
		return refuse_type(a, "a pointer to a struct of the kernel");
	return skep_reg_is_zero(a->r) || touch(a, a->arg->size, false);
}

/* ---- kernel pointers */

/* Pointers of the verifier's own kinds that are kernel structs as well. */
static const char *const objects[SKEP_REG_COUNT] = {
    [SKEP_REG_MAP] = "bpf_map",
    [SKEP_REG_SOCKET] = "sock",
    [SKEP_REG_SOCK_COMMON] = "sock_common",
    [SKEP_REG_TCP_SOCK] = "tcp_sock",
};

static u32 struct_of(const struct argument *a)
{
	if (a->r->type == SKEP_REG_BTF)
		return a->r->size;
	return skep_kernel_find(a->w->in->kernel, BTF_KIND_STRUCT, objects[a->r->type]);
}

static bool is_trusted(const struct skep_reg *r)
{
	u16 doubts = SKEP_REG_F_NULL | SKEP_REG_F_RCU | SKEP_REG_F_UNTRUSTED | SKEP_REG_F_PERCPU;

	if (r->ref)
		return true;
	return !(r->flags & doubts) && (objects[r->type] || (r->flags & SKEP_REG_F_TRUSTED));
}

static bool check_trust(const struct argument *a)
{
	u16 unsafe = SKEP_REG_F_NULL | SKEP_REG_F_UNTRUSTED | SKEP_REG_F_PERCPU;
	u32 flags = a->c->f.row->flags;
	bool rcu = a->r->flags & SKEP_REG_F_RCU;

	if ((flags & (SKEP_KFUNC_TRUSTED | SKEP_KFUNC_RELEASES)) && !is_trusted(a->r))
		return skep_refuse(a->w, SKEP_RULE_ARGUMENT,
				   "r%u is not known to live: %s wants a pointer that holds a "
				   "reference, or one that the program was given",
				   a->number, a->c->f.name);
	if ((flags & SKEP_KFUNC_RCU) && !is_trusted(a->r) && !rcu)
		return skep_refuse(a->w, SKEP_RULE_ARGUMENT,
				   "r%u is not known to live: %s wants a pointer that holds a "
				   "reference, or one read under the RCU read lock",
				   a->number, a->c->f.name);
	if (!(a->r->flags & unsafe) || rcu)
		return true;
	if (a->r->flags & SKEP_REG_F_NULL)
		return skep_refuse(a->w, SKEP_RULE_MAYBE_NULL,
				   "r%u, which may be NULL, is given to %s", a->number,
				   a->c->f.name);
	return refuse_type(a, "a pointer that can be trusted");
}

/* Contexts as programs see them stand for what the kernel has. */
static bool is_projection(const char *want, const char *have)
{
	return (strcmp(want, "__sk_buff") == 0 && strcmp(have, "sk_buff") == 0) ||
	       (strcmp(want, "xdp_md") == 0 && strcmp(have, "xdp_buff") == 0);
}

/* A struct that is being made must not be taken for one that is complete. */
static bool is_initial(const char *name)
{
	size_t length = strlen(name);

	return length > 7 && strcmp(name + length - 7, "___init") == 0;
}

static bool check_struct(const struct argument *a)
{
	const struct skep_kernel *kernel = a->w->in->kernel;
	u32 id = struct_of(a);
	const char *have = skep_kernel_name(kernel, id),
		   *want = skep_kernel_name(kernel, a->arg->id);
	bool strict = a->c->release == a->number || is_initial(have) || is_initial(want);

	if (is_projection(want, have))
		return true;
	if (strict ? id == a->arg->id && !a->r->off
		   : skep_struct_begins(skep_kernel_btf(kernel), id, a->r->off, a->arg->id))
		return true;
	return skep_refuse(a->w, SKEP_RULE_ARGUMENT,
			   "r%u points to struct %s, but argument %u of %s is a struct %s",
			   a->number, have, a->number, a->c->f.name, want);
}

static bool check_pointer(const struct argument *a)
{
	if (a->r->type != SKEP_REG_BTF && !objects[a->r->type])
		return check_plain(a);
	return check_trust(a) && check_struct(a);
}

/* ---- the rest */

static bool check_ctx(const struct argument *a)
{
	return a->r->type == SKEP_REG_CTX || refuse_type(a, "the program's context");
}

static bool check_dynptr(const struct argument *a)
{
	static const struct {
		const char *name;
		u8 kind;
	} makers[] = {{"bpf_dynptr_from_skb", SKEP_DYNPTR_SKB},
		      {"bpf_dynptr_from_skb_meta", SKEP_DYNPTR_SKB_META},
		      {"bpf_dynptr_from_xdp", SKEP_DYNPTR_XDP}};

	if (!a->arg->uninit)
		return skep_dynptr_find(a->w, a->number, a->c->f.name, &a->c->dynptr);
	for (u32 i = 0; i < SKEP_COUNT(makers); i++)
		if (strcmp(makers[i].name, a->c->f.name) == 0)
			return skep_dynptr_make(a->w, a->number,
						(struct skep_dynptr){.kind = makers[i].kind});
	return skep_dynptr_make(a->w, a->number, a->c->dynptr);
}

static bool check_iter(const struct argument *a)
{
	u32 flags = a->c->f.row->flags;

	if (flags & SKEP_KFUNC_ITER_NEW)
		return skep_iter_make(a->w, a->number, a->arg, flags & SKEP_KFUNC_IN_RCU);
	if (!skep_iter_find(a->w, a->number, a->arg, &a->c->iter))
		return false;
	a->c->ref = a->c->iter.ref;
	return !(flags & SKEP_KFUNC_ITER_END) || skep_iter_end(a->w, &a->c->iter);
}

static bool check_string(const struct argument *a)
{
	if (a->r->type != SKEP_REG_MAP_VALUE)
		return refuse_type(a, "a string that is a constant");
	return skep_call_string(a->w, a->number);
}

static bool check_object(const struct argument *a)
{
	return skep_graph_object(a->w, a->c, a->number);
}

static bool check_counted(const struct argument *a)
{
	return skep_graph_counted(a->w, a->c, a->number);
}

static bool check_root(const struct argument *a)
{
	return skep_graph_root(a->w, a->c, a->number, a->arg);
}

static bool check_node(const struct argument *a)
{
	return skep_graph_node(a->w, a->c, a->number, a->arg);
}

static bool check_callback(const struct argument *a)
{
	if (a->r->type != SKEP_REG_FUNC)
		return refuse_type(a, "a function of the program");
	a->c->func = a->r->size;
	return true;
}

static bool check_work(const struct argument *a)
{
	if (a->r->type != SKEP_REG_MAP_VALUE || a->r->flags)
		return refuse_type(a, "work in a map value");
	if (!skep_scalar_is_const(&a->r->v) || !skep_special_at(a->r, a->arg->special))
		return skep_refuse(a->w, SKEP_RULE_SPECIAL, "r%u: there is no %s at its offset",
				   a->number, skep_special_name(a->arg->special));
	a->c->map = a->r->of;
	a->c->map_uid = a->r->size;
	return true;
}

/* In a map value or an object that is owned; an object that is borrowed, Linux does not take. */
static bool check_lock(const struct argument *a)
{
	bool object = a->r->type == SKEP_REG_OBJECT;

	if ((a->r->type != SKEP_REG_MAP_VALUE && !object) || a->r->flags)
		return refuse_type(a, "a bpf_res_spin_lock in a map value or an object");
	if (!skep_scalar_is_const(&a->r->v) || !skep_special_at(a->r, a->arg->special))
		return skep_refuse(a->w, SKEP_RULE_SPECIAL,
				   "r%u: there is no bpf_res_spin_lock at its offset", a->number);
	return true;
}

/* Looked at when they are saved or restored. */
static bool check_irq(const struct argument *a)
{
	return a->r->type == SKEP_REG_STACK ||
	       refuse_type(a, "a place on the stack for interrupt flags");
}

static bool check_map(const struct argument *a)
{
	if (a->r->type == SKEP_REG_BTF)
		return check_pointer(a);
	if (a->r->type != SKEP_REG_MAP)
		return refuse_type(a, "a map");
	if (a->c->map && (a->c->map != a->r->of || a->c->map_uid != a->r->size))
		return skep_refuse(a->w, SKEP_RULE_ARGUMENT,
				   "r%u is another map than the one whose work is given",
				   a->number);
	return true;
}

static bool no_more(const struct argument *a)
{
	(void)a;
	return true;
}

static bool not_yet(const struct argument *a)
{
	return skep_refuse(a->w, SKEP_RULE_UNSUPPORTED,
			   "argument %u of %s is of a kind that is not followed", a->number,
			   a->c->f.name);
}

static bool (*const kinds[])(const struct argument *a) = {
    [SKEP_KARG_NUMBER] = check_number,	 [SKEP_KARG_IGNORED] = no_more,
    [SKEP_KARG_CTX] = check_ctx,	 [SKEP_KARG_DYNPTR] = check_dynptr,
    [SKEP_KARG_ITER] = check_iter,	 [SKEP_KARG_POINTER] = check_pointer,
    [SKEP_KARG_MEMORY] = check_sized,	 [SKEP_KARG_OBJECT] = check_object,
    [SKEP_KARG_COUNTED] = check_counted, [SKEP_KARG_ROOT] = check_root,
    [SKEP_KARG_NODE] = check_node,	 [SKEP_KARG_WORK] = check_work,
    [SKEP_KARG_MAP] = check_map,	 [SKEP_KARG_CALLBACK] = check_callback,
    [SKEP_KARG_STRING] = check_string,	 [SKEP_KARG_LOCK] = check_lock,
    [SKEP_KARG_IRQ] = check_irq,	 [SKEP_KARG_OTHER] = not_yet,
};

/* ---- one argument */

static bool check_null(const struct argument *a)
{
	u16 wants = SKEP_KFUNC_TRUSTED | SKEP_KFUNC_RELEASES | SKEP_KFUNC_RCU;

	if (!(a->c->f.row->flags & wants) || a->arg->null ||
	    !(skep_reg_is_zero(a->r) || (a->r->flags & SKEP_REG_F_NULL)))
		return true;
	a->w->need = (struct skep_assumption){
	    .kind = SKEP_ASSUME_NOT_NULL, .insn = a->w->now->insn, .reg = a->number, .high = 1};
	return skep_refuse(a->w, SKEP_RULE_MAYBE_NULL, "r%u, which may be NULL, is given to %s",
			   a->number, a->c->f.name);
}

static bool check_offset(const struct argument *a)
{
	if (is_memory(a->r) || a->r->type == SKEP_REG_SCALAR)
		return true;
	return skep_pointer_unmoved(a->w, a->number,
				    (a->r->type != SKEP_REG_BTF && a->r->type != SKEP_REG_OBJECT) ||
					a->c->release == a->number);
}

static bool note_reference(const struct argument *a)
{
	bool releases = a->c->f.row->flags & SKEP_KFUNC_RELEASES;

	if (!a->r->ref)
		return true;
	if (releases && a->c->ref)
		return skep_refuse(a->w, SKEP_RULE_REFERENCE, "two arguments of %s hold references",
				   a->c->f.name);
	a->c->ref = a->r->ref;
	a->c->release = releases ? a->number : 0;
	return true;
}

static bool check_argument(const struct argument *a)
{
	a->w->blame = a->number;
	if (a->arg->kind == SKEP_KARG_IGNORED)
		return true;
	if (!skep_reg_readable(a->w, a->number))
		return false;
	if (a->arg->kind == SKEP_KARG_NUMBER)
		return check_number(a);
	if (!check_null(a) || !note_reference(a))
		return false;
	if (a->arg->null && skep_reg_is_zero(a->r) && a->arg->kind != SKEP_KARG_MEMORY)
		return true;
	return check_offset(a) && kinds[a->arg->kind](a);
}

bool skep_kfunc_args(struct skep_walk *w, struct skep_kcall *c)
{
	struct argument a = {.w = w, .c = c};

	for (u32 i = 0; i < c->f.count; i++) {
		a.arg = &c->f.args[i];
		a.number = i + 1;
		a.r = skep_walk_reg(w, a.number);
		if (!check_argument(&a))
			return false;
		/* The size has been looked at with its memory. */
		i += a.arg->kind == SKEP_KARG_MEMORY;
	}
	if ((c->f.row->flags & SKEP_KFUNC_RELEASES) && !c->release)
		return skep_refuse(w, SKEP_RULE_REFERENCE,
				   "%s is given nothing that it could release", c->f.name);
	return true;
}
