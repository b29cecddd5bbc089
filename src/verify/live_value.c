/* SPDX-License-Identifier: BSD-2-Clause */
/* What registers may hold, forward over the blocks of one function until nothing changes:
 * constants, addresses of the function's own stack (r10 and a constant, or anywhere), what the
 * function was given, maps; else which sorts of pointers are possible. Values that leave a register
 * are known by the eight bytes of the stack that they go to, once for the whole function: what may
 * ever be stored there may be loaded. Stack addresses go nowhere but registers and stacks, for
 * Linux loads them from nowhere else. */
#include "verify/live.h"

/* Offsets beyond are not followed. */
enum { FAR = 1 << 20 };

enum {
	MAY_UNKNOWN = SKEP_VMAY_NUMBER | SKEP_MAY_POINT, /* but no address of a stack */
	MAY_STACK = SKEP_MAY_OWN | SKEP_MAY_CALLER,
};

static struct skep_value any(u32 may)
{
	return (struct skep_value){.may = (u8)may};
}

static struct skep_value number(s64 n)
{
	if (n != (s32)n)
		return any(SKEP_VMAY_NUMBER);
	return (struct skep_value){
	    .may = SKEP_VMAY_NUMBER, .kind = SKEP_VALUE_NUMBER, .number = (s32)n};
}

static bool same(const struct skep_value *a, const struct skep_value *b)
{
	return a->may == b->may && a->kind == b->kind && a->arg == b->arg && a->number == b->number;
}

static bool is_given(const struct skep_value *v)
{
	return v->kind == SKEP_VALUE_ARG || v->kind == SKEP_VALUE_NEAR;
}

static struct skep_value near(u8 arg, u32 may)
{
	return (struct skep_value){.may = (u8)may, .kind = SKEP_VALUE_NEAR, .arg = arg};
}

/* What holds for both, but for `may`. */
static struct skep_value either(const struct skep_value *a, const struct skep_value *b)
{
	if (a->kind == b->kind && a->arg == b->arg && a->number == b->number)
		return *a;
	if (is_given(a) && !(b->may & MAY_STACK))
		return *a;
	if (is_given(b) && !(a->may & MAY_STACK))
		return *b;
	if (is_given(a) && is_given(b) && a->arg == b->arg)
		return near(a->arg, 0);
	return any(0);
}

/* Makes *to hold for both; false if it did already. Nothing is known as long as nothing came. */
static bool join(struct skep_value *to, const struct skep_value *more)
{
	struct skep_value both;

	if (!more->may)
		return false;
	both = to->may ? either(to, more) : *more;
	both.may = to->may | more->may;
	if (same(&both, to))
		return false;
	*to = both;
	return true;
}

/* ---- arithmetic */

static struct skep_value shifted(struct skep_value v, s64 by)
{
	s64 sum = (s64)v.number + by;

	if (v.kind == SKEP_VALUE_NUMBER)
		return number(sum);
	if (is_given(&v) && (v.kind == SKEP_VALUE_NEAR || sum <= -FAR || sum >= FAR))
		return near(v.arg, v.may);
	if ((v.kind != SKEP_VALUE_FRAME && v.kind != SKEP_VALUE_ARG) || sum <= -FAR || sum >= FAR)
		return any(v.may);
	v.number = (s32)sum;
	return v;
}

static struct skep_value sum(struct skep_value d, struct skep_value s, bool subtract)
{
	if (s.kind == SKEP_VALUE_NUMBER)
		return shifted(d, subtract ? -(s64)s.number : s.number);
	if (d.kind == SKEP_VALUE_NUMBER && !subtract)
		return shifted(s, d.number);
	if (is_given(&d) && !(s.may & MAY_STACK))
		return near(d.arg, d.may | s.may | SKEP_VMAY_NUMBER);
	if (is_given(&s) && !(d.may & MAY_STACK))
		return near(s.arg, d.may | s.may | SKEP_VMAY_NUMBER);
	return any(d.may | s.may | SKEP_VMAY_NUMBER);
}

static struct skep_value moved32(struct skep_value s)
{
	return s.kind == SKEP_VALUE_NUMBER ? number((u32)s.number) : any(SKEP_VMAY_NUMBER);
}

static void step_alu(struct skep_values *v, const struct skep_vinsn *i)
{
	struct skep_value *d = &v->r[i->dst];
	struct skep_value s = i->from == SKEP_FROM_X ? v->r[i->src] : number(i->imm);

	if (i->op == SKEP_ALU_MOV)
		*d = i->bits == 64 ? s : moved32(s);
	else if (i->bits == 32)
		*d = any(SKEP_VMAY_NUMBER);
	else if (i->op == SKEP_ALU_ADD || i->op == SKEP_ALU_SUB)
		*d = sum(*d, s, i->op == SKEP_ALU_SUB);
	else
		*d = any(SKEP_VMAY_NUMBER); /* of pointers Linux refuses it */
}

/* ---- memory */

static bool is_spill(const struct skep_value *base, s32 at)
{
	return base->kind == SKEP_VALUE_FRAME && at % 8 == 0 && at < 0 && at >= -SKEP_STACK_FRAME;
}

u8 skep_live_stored(const struct skep_live_func *f)
{
	u8 may = 0;

	for (u32 i = 0; i < SKEP_LIVE_SPILLS; i++)
		may |= f->stored[i].may;
	return may;
}

static struct skep_value spilled(const struct skep_live_func *f, const struct skep_value *base,
				 s16 off)
{
	s32 at = base->number + off;

	return is_spill(base, at) ? f->stored[-at / 8 - 1] : any(skep_live_stored(f));
}

/* Pointers are loaded whole, but for those into packets, which are four bytes of some contexts. */
static struct skep_value loaded(const struct skep_live_func *f, const struct skep_value *base,
				s16 off, u8 bits)
{
	u8 from = base->may, may = SKEP_VMAY_NUMBER;
	struct skep_value v;

	if (bits == 32 && (from & SKEP_VMAY_CONTEXT))
		may |= SKEP_VMAY_MEMORY;
	if (bits != 64)
		return any(may);
	if (from & (SKEP_VMAY_CONTEXT | SKEP_VMAY_OBJECT))
		may |= SKEP_VMAY_MEMORY | SKEP_VMAY_OBJECT | (from & SKEP_VMAY_CONTEXT);
	if (from & SKEP_MAY_CALLER)
		may |= MAY_UNKNOWN | (f->finds ? SKEP_MAY_CALLER : 0);
	v = from & SKEP_MAY_OWN ? spilled(f, base, off) : any(0);
	if (may & SKEP_MAY_CALLER)
		return any(v.may | may);
	v.may |= may;
	return v;
}

/* Whatever is done again because of it looks at `changed`. */
struct changes {
	struct skep_live_func *f;
	bool changed;
};

/* Numbers may be there as well, so of our own addresses no more is known than that they are. */
static void store_at(struct changes *to, u32 spill, struct skep_value v)
{
	if (!is_given(&v))
		v = any(v.may);
	to->changed |= join(&to->f->stored[spill], &v);
}

static void store_anywhere(struct changes *to, u8 may)
{
	for (u32 i = 0; i < SKEP_LIVE_SPILLS; i++)
		store_at(to, i, any(may));
}

static void store_outside(struct changes *to, u8 may)
{
	to->changed |= (to->f->outside | may) != to->f->outside;
	to->f->outside |= may;
}

static void store(struct changes *to, const struct skep_value *base, s16 off, struct skep_value v)
{
	s32 at = base->number + off;

	v.may &= (u8)~SKEP_VMAY_NUMBER;
	if (!v.may)
		return;
	if (is_spill(base, at))
		store_at(to, (u32)(-at / 8 - 1), v);
	else if (base->may & SKEP_MAY_OWN)
		store_anywhere(to, v.may);
	if (base->may & SKEP_MAY_CALLER)
		store_outside(to, v.may);
}

s32 skep_live_atomic_result(const struct skep_vinsn *insn)
{
	static const bool fetches[] = {
#define ATOMIC(name, ...)      [SKEP_ATOMIC_##name] = false, [SKEP_ATOMIC_FETCH_##name] = true,
#define ATOMIC_SWAP(name, ...) [SKEP_ATOMIC_##name] = true,
#include "isa/atomic.def"
	};

	if (!fetches[insn->op])
		return -1;
	return insn->op == SKEP_ATOMIC_CMPXCHG ? 0 : insn->src;
}

static void step_atomic(struct changes *to, struct skep_values *v, const struct skep_vinsn *i)
{
	const struct skep_value base = v->r[i->dst];
	struct skep_value old = loaded(to->f, &base, i->off, i->bits);
	s32 reg = skep_live_atomic_result(i);

	if (i->bits == 64)
		store(to, &base, i->off, v->r[i->src]);
	if (reg >= 0)
		v->r[reg] = old;
}

/* ---- calls */

struct skep_vcall skep_live_call(const struct skep_live *l, const struct skep_vinsn *insn)
{
	const struct skep_vcode_input *in = &l->c->in;
	struct skep_vcall call = {.args = SKEP_LIVE_ARGS, .result = MAY_UNKNOWN};

	for (u32 i = 0; i < SKEP_LIVE_ARGS; i++)
		call.arg[i].use = SKEP_VARG_BOTH;
	if (!in->call)
		call.flags = SKEP_VC_KEEPS;
	else if (in->call(in->context, insn, &call) && call.args > SKEP_LIVE_ARGS)
		call.args = SKEP_LIVE_ARGS;
	return call;
}

s32 skep_live_callee(const struct skep_live *l, const struct skep_values *v, u32 slot)
{
	const struct skep_vinsn *i = &l->c->insns[slot];

	if (i->op == SKEP_CALL_LOCAL)
		return l->c->func_of[i->target];
	if (!(i->flags & SKEP_VI_CALLS_BACK))
		return SKEP_CALLEE_NONE;
	for (u32 reg = 1; reg <= SKEP_LIVE_ARGS; reg++)
		if (v->r[reg].kind == SKEP_VALUE_FUNCTION)
			return v->r[reg].number;
	return SKEP_CALLEE_UNKNOWN;
}

/* What a callee stores into a stack of its callers may be in this one or in one further out. */
static void store_by_callee(const struct skep_live *l, struct changes *to, s32 callee)
{
	bool known = callee >= 0 && l->funcs[callee].done;
	u8 may = known ? l->funcs[callee].outside : SKEP_MAY_POINT | SKEP_MAY_CALLER;

	if (callee == SKEP_CALLEE_NONE || !may)
		return;
	store_outside(to, may & (u8)~SKEP_MAY_OWN);
	store_anywhere(to, may & SKEP_MAY_CALLER ? may | MAY_STACK : may);
}

/* What r0 may be behind a call. Linux lets no function return the address of a stack. */
static u8 result_of(const struct skep_live *l, const struct skep_vinsn *i)
{
	const struct skep_live_func *f;
	struct skep_vcall call;

	if (i->op == SKEP_CALL_LOCAL) {
		f = &l->funcs[l->c->func_of[i->target]];
		return f->done ? f->result | SKEP_VMAY_NUMBER : MAY_UNKNOWN;
	}
	call = skep_live_call(l, i);
	return call.flags & SKEP_VC_KEEPS ? call.result | MAY_STACK : call.result;
}

static void step_call(const struct skep_live *l, struct changes *to, struct skep_values *v,
		      u32 slot)
{
	u8 result = result_of(l, &l->c->insns[slot]);

	store_by_callee(l, to, skep_live_callee(l, v, slot));
	for (u32 reg = 0; reg <= SKEP_LIVE_ARGS; reg++)
		v->r[reg] = any(0);
	v->r[0] = any(result);
}

static struct skep_value wide(const struct skep_live *l, u32 slot)
{
	const struct skep_vinsn *i = &l->c->insns[slot];
	const struct skep_vcode_input *in = &l->c->in;
	struct skep_value v = any(SKEP_VMAY_OBJECT | SKEP_VMAY_MEMORY);

	switch (i->op) {
	case SKEP_WIDE_NUMBER:
		return number((s64)((u64)(u32)i[1].imm << 32 | (u32)i->imm));
	case SKEP_WIDE_MAP_FD:
	case SKEP_WIDE_MAP_IDX:
		v = (struct skep_value){.may = SKEP_VMAY_OBJECT, .kind = SKEP_VALUE_MAP};
		v.number = (s32)slot;
		break;
	case SKEP_WIDE_MAP_FD_VALUE:
	case SKEP_WIDE_MAP_IDX_VALUE:
		if (in->map && !in->map(in->context, slot).holds_pointers)
			v = any(SKEP_VMAY_MEMORY | SKEP_VMAY_NUMBER); /* of arenas a number */
		break;
	case SKEP_WIDE_FUNCTION:
		v = (struct skep_value){.may = SKEP_VMAY_OBJECT, .kind = SKEP_VALUE_FUNCTION};
		v.number = l->c->func_of[i->target];
	}
	return v;
}

static void step(const struct skep_live *l, struct changes *to, struct skep_values *v, u32 slot)
{
	const struct skep_vinsn *i = &l->c->insns[slot];

	if (i->flags & (SKEP_VI_SECOND | SKEP_VI_MALFORMED))
		return;
	switch (i->kind) {
	case SKEP_KIND_ALU:
		step_alu(v, i);
		break;
	case SKEP_KIND_LOAD:
		v->r[i->dst] = loaded(to->f, &v->r[i->src], i->off, i->bits);
		break;
	case SKEP_KIND_STORE:
		if (i->from == SKEP_FROM_X && i->bits == 64)
			store(to, &v->r[i->dst], i->off, v->r[i->src]);
		break;
	case SKEP_KIND_ATOMIC:
		step_atomic(to, v, i);
		break;
	case SKEP_KIND_CALL:
		step_call(l, to, v, slot);
		break;
	case SKEP_KIND_CAST:
		v->r[i->dst] = any(SKEP_VMAY_NUMBER);
		break;
	case SKEP_KIND_WIDE:
		v->r[i->dst] = wide(l, slot);
		break;
	case SKEP_KIND_PACKET:
		for (u32 reg = 0; reg <= SKEP_LIVE_ARGS; reg++)
			v->r[reg] = any(reg ? 0 : SKEP_VMAY_NUMBER);
	}
	v->r[10] = (struct skep_value){.may = SKEP_MAY_OWN, .kind = SKEP_VALUE_FRAME};
}

void skep_live_step(struct skep_live *l, struct skep_values *v, u32 slot)
{
	struct changes to = {.f = &l->funcs[l->c->func_of[slot]]};

	step(l, &to, v, slot);
}

/* ---- to the fixpoint */

s32 skep_live_global(const struct skep_live *l, u32 func)
{
	const struct skep_vcode_input *in = &l->c->in;

	return in->global ? in->global(in->context, l->c->funcs[func].start) : -1;
}

/* Functions that are verified on their own are given no address of a stack: their callers see to
 * it that what they are given is whole. */
static struct skep_values at_start(const struct skep_live *l, u32 func)
{
	bool global = skep_live_global(l, func) >= 0;
	struct skep_values v = {0};

	for (u32 i = 0; i < SKEP_LIVE_ARGS; i++)
		v.r[i + 1] = func && !global
				 ? (struct skep_value){.may = MAY_UNKNOWN | SKEP_MAY_CALLER,
						       .kind = SKEP_VALUE_ARG,
						       .arg = (u8)i}
				 : any(MAY_UNKNOWN);
	v.r[10] = (struct skep_value){.may = SKEP_MAY_OWN, .kind = SKEP_VALUE_FRAME};
	return v;
}

static void flow(struct skep_ring *q, u32 block, struct changes *to)
{
	struct skep_live *l = q->l;
	const struct skep_block *b = &l->blocks[block];
	struct skep_values v = l->entry[block];

	for (u32 i = b->start; i < b->end; i++)
		step(l, to, &v, i);
	for (u32 k = 0; k < b->next_count; k++) {
		struct skep_values *next = &l->entry[b->next[k]];
		bool changed = !next->r[10].may;

		for (u32 reg = 0; reg < SKEP_REGISTERS; reg++)
			changed |= join(&next->r[reg], &v.r[reg]);
		if (changed)
			skep_ring_push(q, b->next[k]);
	}
}

/* What is stored may be loaded anywhere: then all is looked at again. */
void skep_live_values(struct skep_live *l, u32 func)
{
	struct skep_live_func *f = &l->funcs[func];
	struct skep_ring q = {.l = l, .room = f->end_block - f->first_block};
	struct changes to = {.f = f, .changed = true};

	l->entry[f->first_block] = at_start(l, func);
	while (to.changed) {
		to.changed = false;
		for (u32 b = f->first_block; b < f->end_block; b++)
			if (b == f->first_block || l->entry[b].r[10].may)
				skep_ring_push(&q, b);
		while (q.count)
			flow(&q, skep_ring_pop(&q), &to);
	}
}
