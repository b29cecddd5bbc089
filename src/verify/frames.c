/* SPDX-License-Identifier: BSD-2-Clause */
/* Functions of the program: static ones are followed where they are called, callbacks are entered
 * as often as something changes; and their ends. */
#include "verify/call.h"
#include "verify/kernel.h"
#include "verify/types.h"
#include "verify/words.h"

static void forget(struct skep_frame *f, u32 from)
{
	for (u32 n = from; n <= 5; n++)
		f->r[n] = (struct skep_reg){0};
}

static struct skep_frame *enter(struct skep_walk *w, struct skep_vstate *s, u32 func)
{
	struct skep_frame *f;

	if (s->depth == SKEP_CALL_FRAMES) {
		skep_refuse(w, SKEP_RULE_DEPTH, "more than %d frames: functions are called %d deep",
			    SKEP_CALL_FRAMES, SKEP_CALL_FRAMES + 1);
		return NULL;
	}
	f = skep_state_enter(&w->pool, s, func, w->now->insn);
	if (!f)
		skep_fail_nomem(w->d);
	return f;
}

/* ---- static functions */

static bool call_static(struct skep_walk *w, u32 func)
{
	struct skep_frame *caller = skep_walk_frame(w), *f = enter(w, w->now, func);

	if (!f)
		return false;
	for (u32 n = 1; n <= 5; n++)
		f->r[n] = caller->r[n];
	forget(caller, 0);
	w->now->insn = w->code.funcs[func].start;
	return true;
}

bool skep_call_local(struct skep_walk *w)
{
	u32 func = w->code.func_of[skep_walk_insn(w)->target];

	return skep_func_is_global(w, func) ? skep_call_global(w, func) : call_static(w, func);
}

/* ---- callbacks */

static struct skep_reg map_pointer(enum skep_reg_type type, const struct skep_map_desc *map)
{
	struct skep_reg r = skep_reg_pointer(type);

	r.of = map;
	return r;
}

static void args_loop(const struct skep_frame *caller, struct skep_frame *f,
		      const struct skep_calling *c)
{
	(void)c;
	f->r[1] = skep_reg_scalar();
	f->r[2] = caller->r[3];
}

static void args_element(const struct skep_frame *caller, struct skep_frame *f,
			 const struct skep_calling *c)
{
	(void)caller;
	f->r[1] = map_pointer(SKEP_REG_MAP, c->map);
	f->r[2] = map_pointer(SKEP_REG_MAP_KEY, c->map);
	f->r[3] = map_pointer(SKEP_REG_MAP_VALUE, c->map);
}

static void args_area(const struct skep_frame *caller, struct skep_frame *f,
		      const struct skep_calling *c)
{
	f->r[1] = c->types[0];
	f->r[2] = c->types[1];
	f->r[3] = caller->r[4];
}

static void args_each(const struct skep_frame *caller, struct skep_frame *f,
		      const struct skep_calling *c)
{
	args_element(caller, f, c);
	f->r[4] = caller->r[3];
}

static void args_less(const struct skep_frame *caller, struct skep_frame *f,
		      const struct skep_calling *c)
{
	(void)caller;
	f->r[1] = c->types[0];
	f->r[2] = c->types[1];
}

/* A dynptr that only reads, over what user space has sent. */
static void args_drain(const struct skep_frame *caller, struct skep_frame *f,
		       const struct skep_calling *c)
{
	(void)c;
	f->r[1] = skep_reg_pointer(SKEP_REG_DYNPTR);
	f->r[1].size = SKEP_DYNPTR_LOCAL;
	f->r[1].id = 1 + f->number;
	f->r[2] = caller->r[3];
}

/* What callbacks of a helper get, and which values they may return. */
static const struct callback {
	s32 number;
	void (*args)(const struct skep_frame *caller, struct skep_frame *f,
		     const struct skep_calling *c);
	s32 min, max;
} callbacks[] = {
    {BPF_FUNC_loop, args_loop, 0, 1},
    {BPF_FUNC_for_each_map_elem, args_each, 0, 1},
    {BPF_FUNC_user_ringbuf_drain, args_drain, 0, 1},
    {BPF_FUNC_timer_set_callback, args_element, 0, 0},
    {BPF_FUNC_find_vma, args_area, 0, 1},
    {SKEP_CALLBACK_LESS, args_less, 0, 1},
    {SKEP_CALLBACK_WORK, args_element, 0, 0},
    {SKEP_CALLBACK_TASK, args_element, INT32_MIN, INT32_MAX},
};

static const struct callback *find_callback(s32 number)
{
	for (u32 i = 0; i < SKEP_COUNT(callbacks); i++)
		if (callbacks[i].number == number)
			return &callbacks[i];
	return NULL;
}

/* A timer runs on a stack of its own, and nothing of this path is left. */
static bool call_later(struct skep_walk *w, struct skep_vstate *s, const struct callback *b,
		       const struct skep_calling *c)
{
	const struct skep_frame *caller = skep_walk_frame(w);
	struct skep_frame *f;

	while (s->depth)
		skep_state_leave(&w->pool, s);
	s->ref_count = s->rcu = s->preempt = 0;
	s->in_later = true;
	skep_path_detach(s);
	f = enter(w, s, c->func);
	if (!f)
		return false;
	f->kind = SKEP_FRAME_LATER;
	f->helper = c->helper->number;
	b->args(caller, f, c);
	return true;
}

static bool call_now(struct skep_walk *w, struct skep_vstate *s, const struct callback *b,
		     const struct skep_calling *c)
{
	struct skep_frame *caller = skep_state_frame(s), *f = enter(w, s, c->func);

	if (!f)
		return false;
	caller->rounds++;
	s->unrolled++;
	f->kind = SKEP_FRAME_CALLBACK;
	f->helper = c->helper->number;
	b->args(caller, f, c);
	return true;
}

bool skep_call_back(struct skep_walk *w, const struct skep_calling *c)
{
	const struct callback *b = find_callback(c->helper->number);
	bool later = c->helper->flags & SKEP_HELPER_CALLBACK_LATER;
	struct skep_frame *caller = skep_walk_frame(w);
	struct skep_vstate *s;

	if (!b)
		return skep_refuse(w, SKEP_RULE_UNSUPPORTED, "%s calls a function of the program",
				   c->helper->symbol);
	if (c->helper->number == BPF_FUNC_loop && caller->rounds >= skep_walk_reg(w, 1)->v.umax) {
		caller->rounds = 0;
		return true;
	}
	w->backs[c->func] = true;
	w->func_does[c->func] |= later ? SKEP_FUNC_LATER : 0;
	s = skep_path_fork(w, w->code.funcs[c->func].start, 1);
	if (!s || !(later ? call_later : call_now)(w, s, b, c))
		return false;
	caller->rounds = later ? caller->rounds : 0;
	return true;
}

/* ---- exit */

static bool check_range(struct skep_walk *w, const struct skep_reg *r, s64 min, s64 max,
			const char *who)
{

	if (r->type != SKEP_REG_SCALAR)
		return skep_refuse(w, SKEP_RULE_RETURN, "%s returns %s, where %s is wanted", who,
				   skep_words_reg(w, r), skep_words_range(w, min, max));
	if (r->v.smin >= min && r->v.smax <= max)
		return true;
	return skep_refuse(w, SKEP_RULE_RETURN, "%s returns %s, where %s is wanted", who,
			   skep_words_range(w, r->v.smin, r->v.smax),
			   skep_words_range(w, min, max));
}

/* 2 and 3 mean something on the way out of a cgroup alone. */
static bool is_of_egress(const struct skep_walk *w, const struct skep_reg *r)
{
	return w->in->prog_type == BPF_PROG_TYPE_CGROUP_SKB &&
	       w->in->attach_type == BPF_CGROUP_INET_EGRESS && r->type == SKEP_REG_SCALAR &&
	       r->v.umin >= 2 && r->v.umax <= 3;
}

/* r0, or what is thrown. */
static bool check_program_range(struct skep_walk *w, const struct skep_reg *r)
{
	struct skep_ret_range range = skep_prog_ret_range(w->in->prog_type, w->in->attach_type);

	w->verdict->stats.one_attach |= is_of_egress(w, r);
	if (!range.checked)
		return true;
	if (range.exact32 && r->type == SKEP_REG_SCALAR && r->v.smin32 >= range.min &&
	    r->v.smax32 <= range.max)
		return true;
	return check_range(w, r, range.min, range.max, "the program");
}

static bool leave_callback(struct skep_walk *w)
{
	const struct skep_frame *f = skep_walk_frame(w);
	const struct callback *b = find_callback(f->helper);
	u32 back = f->call_site;

	if (!skep_reg_readable(w, 0) ||
	    !check_range(w, skep_walk_reg(w, 0), b->min, b->max, "the callback"))
		return false;
	skep_state_leave(&w->pool, w->now);
	w->now->insn = back;
	return true;
}

static bool leave_static(struct skep_walk *w)
{
	struct skep_frame *f = skep_walk_frame(w);
	struct skep_reg result = f->r[0];
	u32 back = f->call_site;

	if (result.type == SKEP_REG_STACK)
		return skep_refuse(w, SKEP_RULE_CALL,
				   "the function returns an address of its own stack");
	skep_state_leave(&w->pool, w->now);
	*skep_walk_reg(w, 0) = result;
	w->now->insn = back + 1;
	return true;
}

/* The program's end, or that of a global function gone through on its own. */
static bool leave_program(struct skep_walk *w)
{
	const struct skep_frame *f = skep_walk_frame(w);
	const struct callback *b;

	if (!skep_ref_none(w, "the program ends"))
		return false;
	if (f->kind == SKEP_FRAME_LATER) {
		b = find_callback(f->helper);
		if (!skep_reg_readable(w, 0) ||
		    !check_range(w, &f->r[0], b->min, b->max, "the callback"))
			return false;
	} else if (f->func && f->func != w->handler) {
		if (!skep_reg_readable(w, 0))
			return false;
		if (skep_reg_is_pointer(&f->r[0]))
			return skep_refuse(
			    w, SKEP_RULE_RETURN,
			    "the global function %s() returns %s, where a number is wanted",
			    skep_func_name(w, f->func), skep_words_reg(w, &f->r[0]));
	} else if (skep_kernel_returns(w) &&
		   (!skep_reg_readable(w, 0) || !check_program_range(w, &f->r[0]))) {
		return false;
	}
	if (skep_reg_secret(w, &f->r[0]))
		return skep_refuse(w, SKEP_RULE_LEAK, "the program returns an address");
	skep_path_end(w);
	return true;
}

bool skep_walk_throw(struct skep_walk *w)
{
	const struct skep_reg *r = skep_walk_reg(w, 1);
	u32 func = w->now->frames[0]->func;

	if (!w->handler && (!func || func == w->handler) && skep_kernel_returns(w) &&
	    !check_program_range(w, r))
		return false;
	if (!skep_ref_none(w, "an exception ends the program"))
		return false;
	skep_path_end(w);
	return true;
}

bool skep_walk_exit(struct skep_walk *w)
{
	const struct skep_frame *f = skep_walk_frame(w);

	if (w->now->depth == 1)
		return leave_program(w);
	return f->kind == SKEP_FRAME_CALLBACK ? leave_callback(w) : leave_static(w);
}
