/* SPDX-License-Identifier: BSD-2-Clause */
/* Global functions where they are called: what they are given must be what their types say, and
 * nothing is known of what they return (Linux: btf_check_func_arg_match). */
#include "verify/call.h"
#include "verify/kernel.h"
#include "verify/kproto.h"
#include "verify/types.h"
#include "verify/words.h"

struct given {
	struct skep_walk *w;
	u32 func, number; /* of the register */
	struct skep_reg *r;
	const struct skep_param *p;
};

static bool refuse(const struct given *g, const char *wanted)
{
	return skep_refuse(g->w, SKEP_RULE_CALL, "r%u is %s, and %s() takes %s there", g->number,
			   skep_words_reg(g->w, g->r), skep_func_name(g->w, g->func), wanted);
}

static bool refuse_null(const struct given *g)
{
	g->w->need = (struct skep_assumption){
	    .kind = SKEP_ASSUME_NOT_NULL, .insn = g->w->now->insn, .reg = g->number, .high = 1};
	return skep_refuse(g->w, SKEP_RULE_MAYBE_NULL,
			   "r%u may be NULL, and the function wants an address", g->number);
}

/* ---- by kind */

static bool check_number(const struct given *g)
{
	return g->r->type == SKEP_REG_SCALAR || refuse(g, "a number");
}

static bool check_context(const struct given *g)
{
	if (g->r->type != SKEP_REG_CTX)
		return refuse(g, "the context");
	return skep_pointer_unmoved(g->w, g->number, true);
}

static bool check_memory(const struct given *g)
{
	struct skep_access a = {
	    .reg = g->number, .size = g->p->size, .helper = true, .zero_size = true, .value = -1};
	struct skep_reg kept = *g->r;
	bool ok;

	if (skep_reg_is_zero(g->r) || (g->r->flags & SKEP_REG_F_NULL)) {
		if (!(g->p->flags & SKEP_REG_F_NULL))
			return refuse_null(g);
		if (skep_reg_is_zero(g->r))
			return true;
	}
	g->r->flags &= (u16)~SKEP_REG_F_NULL;
	ok = skep_access(g->w, &a);
	a.write = true;
	ok = ok && skep_access(g->w, &a);
	*g->r = kept;
	return ok;
}

static bool check_dynptr(const struct given *g)
{
	struct skep_dynptr found;

	return skep_dynptr_find(g->w, g->number, skep_func_name(g->w, g->func), &found);
}

static bool check_struct(const struct given *g)
{
	const struct skep_kernel *kernel = g->w->in->kernel;

	if (skep_struct_begins(skep_kernel_btf(g->w->in->kernel), g->r->size, g->r->off,
			       g->p->size))
		return true;
	return skep_refuse(g->w, SKEP_RULE_CALL,
			   "r%u points to struct %s, and %s() takes a struct %s there", g->number,
			   skep_kernel_name(kernel, g->r->size), skep_func_name(g->w, g->func),
			   skep_kernel_name(kernel, g->p->size));
}

static bool check_kernel(const struct given *g)
{
	u16 null = g->p->flags & SKEP_REG_F_NULL;

	if (g->p->flags & SKEP_REG_F_UNTRUSTED)
		return true;
	if (skep_reg_is_zero(g->r) && null)
		return true;
	if (g->r->type != SKEP_REG_BTF ||
	    (g->r->flags & (SKEP_REG_F_UNTRUSTED | SKEP_REG_F_PERCPU)))
		return refuse(g, "a pointer to a struct of the kernel that is known to live");
	if ((g->r->flags & SKEP_REG_F_NULL) && !null)
		return refuse_null(g);
	return skep_pointer_unmoved(g->w, g->number, false) && check_struct(g);
}

static bool check_arena(const struct given *g)
{
	return g->r->type == SKEP_REG_SCALAR || g->r->type == SKEP_REG_ARENA ||
	       refuse(g, "an address in an arena");
}

static bool check_anything(const struct given *g)
{
	(void)g;
	return true;
}

static bool (*const checks[])(const struct given *g) = {
    [SKEP_PARAM_NUMBER] = check_number,	    [SKEP_PARAM_CTX] = check_context,
    [SKEP_PARAM_MEM] = check_memory,	    [SKEP_PARAM_DYNPTR] = check_dynptr,
    [SKEP_PARAM_KERNEL] = check_kernel,	    [SKEP_PARAM_ARENA] = check_arena,
    [SKEP_PARAM_ANYWHERE] = check_anything,
};

/* ---- the call */

static bool check_params(struct skep_walk *w, u32 func, const struct skep_signature *s)
{
	for (u32 i = 0; i < s->count; i++) {
		struct given g = {w, func, i + 1, skep_walk_reg(w, i + 1), &s->params[i]};

		if (!skep_reg_readable(w, g.number) || !checks[g.p->kind](&g))
			return false;
	}
	return true;
}

static bool check_sections(struct skep_walk *w, u32 func)
{
	if (skep_ref_locked(w->now))
		return skep_refuse(w, SKEP_RULE_LOCK,
				   "the global function %s() is called while a lock is held",
				   skep_func_name(w, func));
	if (!(w->func_does[func] & SKEP_FUNC_SLEEPS))
		return true;
	if (!skep_kernel_may_sleep(w))
		return skep_refuse(w, SKEP_RULE_HELPER,
				   "the global function %s() may sleep, and this program may not",
				   skep_func_name(w, func));
	return !skep_ref_sleepless(w->now) ||
	       skep_refuse(w, SKEP_RULE_LOCK,
			   "the global function %s() may sleep, which is not allowed in this "
			   "section",
			   skep_func_name(w, func));
}

bool skep_call_global(struct skep_walk *w, u32 func)
{
	struct skep_signature s;

	if (!skep_func_signature(w, func, &s) || !check_params(w, func, &s) ||
	    !check_sections(w, func))
		return false;
	w->called[func] = true;
	for (u32 n = 0; n <= 5; n++)
		*skep_walk_reg(w, n) = (struct skep_reg){0};
	if (w->func_does[func] & SKEP_FUNC_MOVES_PACKET)
		skep_packet_forget(w);
	*skep_walk_reg(w, 0) = skep_reg_scalar();
	w->now->insn++;
	return true;
}
