/* SPDX-License-Identifier: BSD-2-Clause */
/* Calls of functions of the kernel: whether they are allowed here, what they do to the state, and
 * what they leave in r0. */
#include "verify/kfunc.h"

#include <bpf/btf.h>
#include <string.h>

#include "verify/call.h"
#include "verify/fit.h"
#include "verify/graph.h"
#include "verify/kernel.h"
#include "verify/section.h"

/* ---- may it be called at all */

static bool check_caller(struct skep_walk *w, const struct skep_kfunc *f)
{
	struct skep_caller caller = {w->in->prog_type, w->in->attach_type, (u16)w->options->kernel};

	if (!w->capable)
		return skep_refuse(w, SKEP_RULE_PRIVILEGE, "%s needs CAP_BPF", f->name);
	if (!w->in->gpl)
		return skep_refuse(w, SKEP_RULE_HELPER,
				   "%s is for programs under a licence compatible with the GPL, "
				   "this one's is not",
				   f->name);
	if (!skep_kfunc_allowed(f->row, caller))
		return skep_refuse(w, SKEP_RULE_HELPER, "programs of type %s may not call %s",
				   skep_prog_row(w->in->prog_type)->name, f->name);
	return true;
}

/* Where a lock that interrupts take may be waited for. */
static bool may_wait(const struct skep_walk *w)
{
	return w->in->sleepable || w->in->prog_type == BPF_PROG_TYPE_LSM ||
	       (w->in->prog_type == BPF_PROG_TYPE_TRACING && w->in->attach_type == BPF_TRACE_ITER);
}

static bool check_sections(struct skep_walk *w, const struct skep_kfunc *f)
{
	bool sleeps = f->row->flags & SKEP_KFUNC_SLEEPS;

	if ((f->row->flags & SKEP_KFUNC_MAY_WAIT) && !may_wait(w))
		return skep_refuse(w, SKEP_RULE_HELPER,
				   "%s is for LSM hooks, iterators and sleepable programs",
				   f->name);
	if (skep_ref_locked(w->now) && !(f->row->flags & SKEP_KFUNC_LOCKED))
		return skep_refuse(w, SKEP_RULE_LOCK, "%s is called while a lock is held", f->name);
	if (sleeps && !skep_kernel_may_sleep(w))
		return skep_refuse(w, SKEP_RULE_HELPER, "%s may sleep, and this program may not",
				   f->name);
	if (sleeps && skep_ref_sleepless(w->now))
		return skep_refuse(w, SKEP_RULE_LOCK,
				   "%s may sleep, which is not allowed in this section", f->name);
	return true;
}

/* Paths come to a call again and again; without memory it is described anew. */
static void keep_described(struct skep_walk *w, const struct skep_kfunc *f)
{
	struct skep_kfunc *kept = skep_arena_alloc(&w->arena, sizeof(*kept));

	if (kept)
		*kept = *f;
	w->kfuncs[w->now->insn] = kept;
}

static bool describe(struct skep_walk *w, struct skep_kfunc *f)
{
	const struct skep_kfunc *kept = w->kfuncs[w->now->insn];
	const char *name;

	if (kept) {
		*f = *kept;
		return true;
	}
	if (!w->in->kernel)
		return skep_refuse(w, SKEP_RULE_UNSUPPORTED,
				   "kernel function %d is called, and no kernel's types are known",
				   skep_walk_insn(w)->imm);
	if (skep_kfunc_describe(w, skep_walk_insn(w)->imm, f, &name)) {
		keep_described(w, f);
		return true;
	}
	if (!name)
		return skep_refuse(w, SKEP_RULE_HELPER, "BTF type %d of the kernel is no function",
				   skep_walk_insn(w)->imm);
	return skep_refuse(w, SKEP_RULE_UNSUPPORTED, "%s of the kernel is called", name);
}

/* ---- results of a kind of their own */

static bool cast_context(struct skep_walk *w, const struct skep_kcall *c, struct skep_reg *r)
{
	static const struct {
		const char *context, *is;
	} contexts[] = {{"__sk_buff", "sk_buff"},
			{"xdp_md", "xdp_buff"},
			{"bpf_sock_addr", "bpf_sock_addr_kern"},
			{"bpf_sock", "sock"},
			{"bpf_sock_ops", "bpf_sock_ops_kern"},
			{"sk_msg_md", "sk_msg"}};
	const char *context = skep_prog_row(w->in->prog_type)->ctx;

	for (u32 i = 0; i < SKEP_COUNT(contexts); i++) {
		if (strcmp(contexts[i].context, context) != 0)
			continue;
		*r = skep_kernel_pointer(
		    w, skep_kernel_find(w->in->kernel, BTF_KIND_STRUCT, contexts[i].is),
		    SKEP_REG_F_TRUSTED);
		return true;
	}
	return skep_refuse(w, SKEP_RULE_UNSUPPORTED, "%s of a context of struct %s", c->f.name,
			   context);
}

static bool cast_read_only(struct skep_walk *w, const struct skep_kcall *c, struct skep_reg *r)
{
	const struct btf *btf = skep_kernel_btf(w->in->kernel);
	u32 id = (u32)c->constant;
	const struct btf_type *t = btf__type_by_id(btf, id);

	if (!id && (!w->options->kernel || w->options->kernel >= 617)) {
		*r = skep_reg_pointer(SKEP_REG_ANYWHERE);
		return true;
	}
	if (!t || !btf_is_composite(t))
		return skep_refuse(w, SKEP_RULE_ARGUMENT,
				   "r2 is %u, which is not the BTF id of a struct of the kernel",
				   id);
	*r = skep_kernel_pointer(w, id, SKEP_REG_F_UNTRUSTED);
	return true;
}

static bool slice(struct skep_walk *w, const struct skep_kcall *c, struct skep_reg *r)
{
	struct skep_dynptr lender = c->dynptr;
	bool writes = strcmp(c->f.name, "bpf_dynptr_slice_rdwr") == 0;

	if (writes && !(skep_prog_row(w->in->prog_type)->traits & SKEP_PROG_T_PACKET_WRITE))
		return skep_refuse(w, SKEP_RULE_HELPER,
				   "programs of type %s may not write to packets",
				   skep_prog_row(w->in->prog_type)->name);
	/* Map values and packets outlive the dynptr, records do not. */
	lender.ref = 0;
	*r = skep_dynptr_slice(w, &lender, (u32)c->constant, writes ? 0 : SKEP_REG_F_RDONLY);
	if (lender.kind == SKEP_DYNPTR_RINGBUF)
		return true;
	r->flags &= (u16)~SKEP_REG_F_SLICE;
	if (lender.kind == SKEP_DYNPTR_GIVEN)
		r->flags |= SKEP_REG_F_PACKET;
	r->range = 0;
	return true;
}

/* What is queued runs later, as a timer does. */
static bool set_work(struct skep_walk *w, const struct skep_kcall *c)
{
	static const struct skep_helper_row row = {.number = SKEP_CALLBACK_WORK,
						   .symbol = "bpf_wq_set_callback_impl",
						   .flags = SKEP_HELPER_CALLBACK_LATER};
	struct skep_calling calling = {.helper = &row, .func = c->func, .map = c->map};

	return skep_call_back(w, &calling);
}

/* A task runs it, when it comes from the kernel the next time. */
static bool set_task_work(struct skep_walk *w, const struct skep_kcall *c)
{
	static const struct skep_helper_row row = {.number = SKEP_CALLBACK_TASK,
						   .symbol = "bpf_task_work_schedule",
						   .flags = SKEP_HELPER_CALLBACK_LATER};
	struct skep_calling calling = {.helper = &row, .func = c->func, .map = c->map};

	return skep_call_back(w, &calling);
}

/* 8 bytes that entry and return of a function share. */
static bool session_cookie(struct skep_walk *w, const struct skep_kcall *c, struct skep_reg *r)
{
	(void)w;
	(void)c;
	*r = skep_reg_pointer(SKEP_REG_MEM);
	r->size = 8;
	return true;
}

/* Compilers put it where a program cannot come without undefined behaviour. */
static bool trap(struct skep_walk *w, const struct skep_kcall *c)
{
	return skep_refuse(w, SKEP_RULE_UNREADABLE,
			   "%s is called, which the compiler has put where a variable is used "
			   "that was never set",
			   c->f.name);
}

static const struct {
	const char *name;
	bool (*act)(struct skep_walk *w, const struct skep_kcall *c);
	bool (*result)(struct skep_walk *w, const struct skep_kcall *c, struct skep_reg *r);
} specials[] = {
    {"bpf_rcu_read_lock", skep_section_rcu, NULL},
    {"bpf_rcu_read_unlock", skep_section_rcu_end, NULL},
    {"bpf_preempt_disable", skep_section_preempt, NULL},
    {"bpf_preempt_enable", skep_section_preempt_end, NULL},
    {"bpf_local_irq_save", skep_section_irq, NULL},
    {"bpf_local_irq_restore", skep_section_irq_end, NULL},
    {"bpf_res_spin_lock", skep_section_lock, skep_section_locked},
    {"bpf_res_spin_unlock", skep_section_lock_end, NULL},
    {"bpf_res_spin_lock_irqsave", skep_section_lock_irq, skep_section_locked},
    {"bpf_res_spin_unlock_irqrestore", skep_section_lock_irq_end, NULL},
    {"bpf_cast_to_kern_ctx", NULL, cast_context},
    {"bpf_rdonly_cast", NULL, cast_read_only},
    {"bpf_dynptr_slice", NULL, slice},
    {"bpf_dynptr_slice_rdwr", NULL, slice},
    {"bpf_obj_new_impl", NULL, skep_graph_new},
    {"bpf_percpu_obj_new_impl", NULL, skep_graph_new},
    {"bpf_refcount_acquire_impl", NULL, skep_graph_same},
    {"bpf_list_push_front_impl", skep_graph_give, NULL},
    {"bpf_list_push_back_impl", skep_graph_give, NULL},
    {"bpf_list_pop_front", NULL, skep_graph_taken},
    {"bpf_list_pop_back", NULL, skep_graph_taken},
    {"bpf_list_front", NULL, skep_graph_seen},
    {"bpf_list_back", NULL, skep_graph_seen},
    {"bpf_rbtree_add_impl", skep_graph_add, NULL},
    {"bpf_rbtree_remove", NULL, skep_graph_taken},
    {"bpf_rbtree_first", NULL, skep_graph_seen},
    {"bpf_rbtree_root", NULL, skep_graph_seen},
    {"bpf_rbtree_left", NULL, skep_graph_seen},
    {"bpf_rbtree_right", NULL, skep_graph_seen},
    {"bpf_wq_set_callback_impl", set_work, NULL},
    {"bpf_task_work_schedule_signal_impl", set_task_work, NULL},
    {"bpf_task_work_schedule_resume_impl", set_task_work, NULL},
    {"bpf_session_cookie", NULL, session_cookie},
    {"__bpf_trap", trap, NULL},
};

static u32 find_special(const struct skep_kcall *c)
{
	u32 i = 0;

	while (i < SKEP_COUNT(specials) && strcmp(specials[i].name, c->f.name) != 0)
		i++;
	return i;
}

static bool act(struct skep_walk *w, const struct skep_kcall *c)
{
	u32 i = find_special(c);

	return i == SKEP_COUNT(specials) || !specials[i].act || specials[i].act(w, c);
}

/* ---- results by type */

static u16 trust_of(const struct skep_kcall *c)
{
	if (c->f.row->flags & SKEP_KFUNC_TRUSTED_RESULT)
		return SKEP_REG_F_TRUSTED;
	if (!(c->f.row->flags & SKEP_KFUNC_ITER_NEXT))
		return 0;
	return c->iter.flags & SKEP_REG_F_RCU ? SKEP_REG_F_RCU : SKEP_REG_F_TRUSTED;
}

static bool pointer_result(struct skep_walk *w, const struct skep_kcall *c, u32 type_id,
			   struct skep_reg *r)
{
	const struct skep_kernel *kernel = w->in->kernel;
	u32 id;
	const struct btf_type *to = skep_kernel_plain(kernel, type_id, &id);
	s64 size;

	if (to && btf_is_composite(to)) {
		*r = skep_kernel_pointer(w, id, trust_of(c));
		return true;
	}
	size = type_id && to ? btf__resolve_size(skep_kernel_btf(kernel), id) : 0;
	if (!type_id || !to || size <= 0)
		return true; /* void *: a number */
	*r = skep_reg_pointer(SKEP_REG_MEM);
	r->flags = SKEP_REG_F_RDONLY;
	r->size = (u32)size;
	r->ref = c->ref;
	return true;
}

/* What r0 is, but for whether it is NULL and whose reference. */
static bool make_result(struct skep_walk *w, const struct skep_kcall *c, struct skep_reg *r)
{
	const struct btf_type *t = skep_kernel_plain(w->in->kernel, c->f.result, NULL);
	u32 special = find_special(c);

	*r = skep_reg_scalar();
	if (special < SKEP_COUNT(specials) && specials[special].result)
		return specials[special].result(w, c, r);
	if (t && btf_is_ptr(t))
		return pointer_result(w, c, t->type, r);
	if (!c->f.result || !t || btf_is_void(t))
		*r = (struct skep_reg){0};
	return true;
}

/* A count that has one owner more cannot have been at its end. */
static bool may_be_null(const struct skep_kcall *c)
{
	return (c->f.row->flags & SKEP_KFUNC_OR_NULL) && !c->owns;
}

static bool has_lock(const struct skep_reg *r)
{
	return skep_local_has(r, SKEP_SPECIAL_SPIN_LOCK) ||
	       skep_local_has(r, SKEP_SPECIAL_RES_SPIN_LOCK);
}

static bool set_result(struct skep_walk *w, const struct skep_kcall *c)
{
	struct skep_reg r;

	if (!make_result(w, c, &r))
		return false;
	if (!skep_reg_is_pointer(&r))
		return skep_reg_set(w, 0, r);
	if (may_be_null(c)) {
		r.flags |= SKEP_REG_F_NULL;
		r.id = skep_walk_id(w);
	}
	if (c->f.row->flags & SKEP_KFUNC_ACQUIRES) {
		r.ref = skep_ref_take(w);
		if (!r.ref)
			return false;
		r.id = r.flags & SKEP_REG_F_NULL ? r.ref : 0;
	}
	if (has_lock(&r) && !r.id)
		r.id = skep_walk_id(w);
	return skep_reg_set(w, 0, r);
}

/* ---- the call */

static bool release(struct skep_walk *w, const struct skep_kcall *c)
{
	return !c->release || skep_ref_release(w, skep_walk_reg(w, c->release)->ref);
}

/* Like Linux, which refuses the call once all else is found well: nothing happens at it. */
static bool pass_missing(struct skep_walk *w)
{
	if (!w->missing)
		w->missing = w->now->insn + 1;
	w->now->insn++;
	return true;
}

bool skep_call_kernel(struct skep_walk *w)
{
	struct skep_kcall c = {.ref = 0};
	u32 flags;

	if (skep_kernel_call_lacks(skep_walk_insn(w)))
		return pass_missing(w);
	if (!describe(w, &c.f) || !check_caller(w, &c.f) || !check_sections(w, &c.f) ||
	    !skep_kfunc_args(w, &c))
		return false;
	if (strcmp(c.f.name, "bpf_throw") == 0)
		return skep_walk_throw(w);
	if (!act(w, &c) || !release(w, &c))
		return false;
	flags = c.f.row->flags;
	for (u32 n = 0; n <= 5; n++)
		*skep_walk_reg(w, n) = (struct skep_reg){0};
	if (flags & SKEP_KFUNC_CHANGES_PACKET)
		skep_packet_forget(w);
	if (!set_result(w, &c))
		return false;
	if ((flags & SKEP_KFUNC_ITER_NEXT) && !skep_iter_next(w, &c.iter))
		return false;
	w->now->insn++;
	return true;
}
