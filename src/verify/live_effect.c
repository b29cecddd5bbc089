/* SPDX-License-Identifier: BSD-2-Clause */
/* What each instruction reads, overwrites and hands on, from the values that live_value.c found.
 *
 * A pointer with a known offset touches known slots; one that may point anywhere into the frame
 * reads all of it and overwrites none. Through a pointer of its caller a function reads some bytes
 * around what it was given: the summary has their bounds, and where there are none, everything.
 * Once a function has put the address of a stack into a stack, a callee that is given any may find
 * it. */
#include <string.h>

#include "verify/reach.h"

enum { MAY_STACK = SKEP_MAY_OWN | SKEP_MAY_CALLER };

struct maker {
	struct skep_live *l;
	struct skep_live_func *f;
	const struct skep_values *v;
	struct skep_effect *e;
	struct skep_call_effect *call; /* calls only */
	u32 slot;
};

static u16 bit(u32 reg)
{
	return (u16)(1u << reg & 0x3ff); /* r10 is in no mask */
}

/* ---- memory behind a register */

static void read_outside(struct maker *m, const struct skep_value *base, s64 from, s64 to)
{
	skep_reach_add(&m->f->read, base, from, to);
}

/* Of what a load reads, live.c finds out whether it decides something. */
static void load_outside(struct maker *m, const struct skep_value *base, s16 from, u8 size)
{
	read_outside(m, base, from, from + size);
	if (!(base->may & SKEP_MAY_CALLER))
		return;
	m->e->how |= SKEP_EFFECT_OUTSIDE;
	m->e->read = m->l->read_count;
	m->l->outside_reads[m->l->read_count++] =
	    (struct skep_outside_read){.base = *base, .from = from, .size = size};
}

/* What is stored there matters if what is there does, as far as is known by now. */
static void store_outside(struct maker *m, const struct skep_value *base, s16 from, u8 size)
{
	if (skep_reach_meets(&m->f->precise, base, from, from + size) ||
	    skep_reach_meets(&m->f->outer, base, from, from + size))
		m->e->how |= SKEP_EFFECT_ALWAYS;
	else if (base->may & SKEP_MAY_CALLER)
		m->f->waits = true;
}

/* The access of a load, store or atomic. */
static void touch(struct maker *m, u32 base, u8 how)
{
	const struct skep_vinsn *i = &m->l->c->insns[m->slot];
	const struct skep_value *v = &m->v->r[base];
	s32 at = v->number + i->off;
	u8 size = i->bits / 8;

	if (how & SKEP_EFFECT_UPDATES)
		skep_reach_add(&m->f->precise, v, i->off, i->off + size);
	if (how & SKEP_EFFECT_UPDATES)
		read_outside(m, v, i->off, i->off + size);
	else if (how & SKEP_EFFECT_READS)
		load_outside(m, v, i->off, size);
	if (how & (SKEP_EFFECT_WRITES | SKEP_EFFECT_UPDATES))
		store_outside(m, v, i->off, size);
	if (v->kind == SKEP_VALUE_FRAME && (at >= 0 || at < -SKEP_STACK_FRAME))
		return;
	if (!(v->may & SKEP_MAY_OWN))
		return;
	m->e->size = size;
	m->e->how |= how;
	m->e->at = (s16)at;
	if (v->kind != SKEP_VALUE_FRAME)
		m->e->how |= SKEP_EFFECT_WHOLE;
}

static bool may_point(const struct skep_value *v)
{
	return v->may & (SKEP_MAY_POINT | MAY_STACK);
}

static bool is_move(const struct skep_vinsn *i)
{
	return i->op == SKEP_ALU_MOV || i->op == SKEP_ALU_MOVSX8 || i->op == SKEP_ALU_MOVSX16 ||
	       i->op == SKEP_ALU_MOVSX32;
}

static void make_alu(struct maker *m, const struct skep_vinsn *i)
{
	bool sum = i->op == SKEP_ALU_ADD || i->op == SKEP_ALU_SUB;
	u16 d = bit(i->dst), s = i->from == SKEP_FROM_X ? bit(i->src) : 0;

	m->e->def = d;
	m->e->use = is_move(i) ? s : d | s;
	m->e->from = m->e->use;
	/* A number that is added to a pointer is looked at right here. */
	if (sum && s && i->bits == 64)
		m->e->gen = (u16)((may_point(&m->v->r[i->src]) ? d : 0) |
				  (may_point(&m->v->r[i->dst]) ? s : 0));
}

static void make_jump(struct maker *m, const struct skep_vinsn *i)
{
	if (i->from == SKEP_FROM_NONE)
		return;
	m->e->use = bit(i->dst) | (i->from == SKEP_FROM_X ? bit(i->src) : 0);
	if (!m->l->decided || m->l->decided[m->slot])
		m->e->gen = m->e->use;
}

static void make_load(struct maker *m, const struct skep_vinsn *i)
{
	m->e->def = bit(i->dst);
	m->e->use = m->e->gen = bit(i->src);
	touch(m, i->src, SKEP_EFFECT_READS);
}

static void make_store(struct maker *m, const struct skep_vinsn *i)
{
	m->e->from = i->from == SKEP_FROM_X ? bit(i->src) : 0;
	m->e->gen = bit(i->dst);
	/* Of numbers a pointer in a map value may be given 0 alone. */
	if (m->l->c->in.stores_null && m->v->r[i->dst].kind != SKEP_VALUE_FRAME)
		m->e->gen |= m->e->from;
	m->e->use = m->e->from | m->e->gen;
	touch(m, i->dst, SKEP_EFFECT_WRITES);
}

static void make_atomic(struct maker *m, const struct skep_vinsn *i)
{
	s32 result = skep_live_atomic_result(i);

	m->e->from = bit(i->src) | (i->op == SKEP_ATOMIC_CMPXCHG ? bit(0) : 0);
	m->e->gen = bit(i->dst);
	m->e->use = m->e->from | m->e->gen;
	m->e->def = result < 0 ? 0 : bit((u32)result);
	touch(m, i->dst, SKEP_EFFECT_READS | SKEP_EFFECT_UPDATES);
}

static void make_packet(struct maker *m, const struct skep_vinsn *i)
{
	m->e->use = bit(6) | (i->op == SKEP_PACKET_IND ? bit(i->src) : 0);
	m->e->gen = bit(6);
	m->e->def = SKEP_LIVE_CLOBBERED;
	m->f->result |= SKEP_VMAY_NUMBER; /* 0, if nothing is there */
}

static void make_exit(struct maker *m)
{
	m->e->use = bit(0);
	m->e->how = SKEP_EFFECT_EXIT;
	m->f->result |= m->v->r[0].may & (u8)~MAY_STACK;
}

/* ---- calls of the program's functions */

/* What r(1 + arg) of the callee reads, given a value of ours. */
static void read_by_callee(struct maker *m, const struct skep_value *v,
			   const struct skep_live_func *f, u32 arg)
{
	skep_reach_shift(&m->f->read, v, &f->read, arg);
	skep_slots_add(&m->call->read, skep_reach_own(&f->read, arg, v));
	skep_reach_shift(&m->f->precise, v, &f->precise, arg);
	skep_slots_add(&m->call->precise, skep_reach_own(&f->precise, arg, v));
}

static u8 may_be_given(const struct maker *m)
{
	u8 may = 0;

	for (u32 i = 1; i <= SKEP_LIVE_ARGS; i++)
		may |= m->e->use >> i & 1 ? m->v->r[i].may : 0;
	return may & MAY_STACK;
}

static u8 may_be_stored(const struct maker *m)
{
	return (m->f->outside | skep_live_stored(m->f)) & MAY_STACK;
}

/* The stacks that are reached from what a call is given. */
static u8 may_be_reached(const struct maker *m)
{
	u8 given = may_be_given(m);

	return given ? given | may_be_stored(m) : 0;
}

/* Whatever is reached may be read, */
static void call_reading(struct maker *m)
{
	u8 reached = may_be_reached(m);

	if (reached & SKEP_MAY_OWN)
		m->call->read = skep_slots_all();
	if (reached & SKEP_MAY_CALLER)
		skep_reach_any(&m->f->read);
}

/* ... and may decide something. */
static void call_unknown(struct maker *m)
{
	u8 reached = may_be_reached(m);

	call_reading(m);
	if (reached & SKEP_MAY_OWN)
		m->call->precise = skep_slots_all();
	if (reached & SKEP_MAY_CALLER)
		skep_reach_any(&m->f->precise);
}

/* ... and later as well. */
static void call_keeping(struct maker *m)
{
	u8 reached = may_be_reached(m);

	m->f->kept |= (reached & SKEP_MAY_OWN) != 0;
	m->f->keeps |= (reached & SKEP_MAY_CALLER) != 0;
	call_unknown(m);
}

/* A callback gets some of the values that its caller is given, in any order. */
static void call_function(struct maker *m, u32 callee, bool in_order)
{
	const struct skep_live_func *f = &m->l->funcs[callee];

	if (!f->done || f->keeps)
		call_keeping(m);
	if (f->read.any)
		call_reading(m);
	if (f->precise.any || skep_live_global(m->l, callee) >= 0)
		call_unknown(m);
	for (u32 given = 0; given < SKEP_LIVE_ARGS; given++)
		for (u32 i = 0; i < SKEP_LIVE_ARGS; i++)
			if (!in_order || given == i)
				read_by_callee(m, &m->v->r[1 + given], f, i);
}

/* A function that is verified on its own may look at all that it is given. */
static u16 args_of(const struct skep_live *l, u32 callee)
{
	s32 global = skep_live_global(l, callee);

	if (global >= 0)
		return (u16)(SKEP_LIVE_ARG_REGS & ((1u << (global + 1)) - 1));
	return SKEP_LIVE_ARG_REGS;
}

static void make_local_call(struct maker *m, u32 callee)
{
	const struct skep_vcode *c = m->l->c;
	u32 start = c->funcs[callee].start;
	bool known = m->l->funcs[callee].done && skep_live_global(m->l, callee) < 0;
	u16 args = args_of(m->l, callee);

	m->e->use = known ? c->live_regs[start] & args : args;
	m->e->gen = known ? m->l->funcs[callee].args[0] : args;
	m->e->from = known ? m->l->funcs[callee].args[1] : args;
	m->l->funcs[callee].result_matters |= !known;
	call_function(m, callee, true);
}

/* ---- calls of the kernel's */

/* Bytes behind an argument; -1: not known. */
static s64 size_of(const struct maker *m, const struct skep_varg *arg, u32 reg)
{
	const struct skep_vcode_input *in = &m->l->c->in;
	const struct skep_value *map = &m->v->r[1], *next = &m->v->r[reg + 1];
	struct skep_vmap sizes = {0};
	u32 size;

	if (arg->size_kind == SKEP_VSIZE_FIXED)
		return arg->size;
	if (arg->size_kind == SKEP_VSIZE_NEXT && reg < SKEP_LIVE_ARGS &&
	    next->kind == SKEP_VALUE_NUMBER && next->number >= 0)
		return next->number;
	if (arg->size_kind != SKEP_VSIZE_MAP_KEY && arg->size_kind != SKEP_VSIZE_MAP_VALUE)
		return -1;
	if (in->map && map->kind == SKEP_VALUE_MAP)
		sizes = in->map(in->context, (u32)map->number);
	size = arg->size_kind == SKEP_VSIZE_MAP_KEY ? sizes.key : sizes.value;
	return size ? (s64)size : -1;
}

static void touch_argument(struct maker *m, const struct skep_varg *arg, u32 reg)
{
	const struct skep_value *v = &m->v->r[reg];
	bool reads = arg->use != SKEP_VARG_WRITE;
	bool decides = arg->use == SKEP_VARG_KEY || arg->use == SKEP_VARG_BOTH;
	s64 size = size_of(m, arg, reg), from = v->number;
	s64 to = size < 0 || size > SKEP_STACK_FRAME ? from + SKEP_STACK_FRAME : from + size;
	struct skep_slots slots = skep_slots_touched(from, to);

	if (reads && size)
		read_outside(m, v, 0, to - from);
	if (decides && size)
		skep_reach_add(&m->f->precise, v, 0, to - from);
	if (!(v->may & SKEP_MAY_OWN))
		return;
	if (v->kind != SKEP_VALUE_FRAME)
		slots = skep_slots_all();
	else if (!reads && size >= 0)
		skep_slots_add(&m->call->kill, skep_slots_covered(from, to));
	if (reads)
		skep_slots_add(&m->call->read, slots);
	if (decides)
		skep_slots_add(&m->call->precise, slots);
}

static void make_kernel_call(struct maker *m, const struct skep_vinsn *i)
{
	struct skep_vcall call = skep_live_call(m->l, i);
	s32 callee = skep_live_callee(m->l, m->v, m->slot);

	for (u32 k = 0; k < call.args; k++) {
		u8 use = call.arg[k].use;

		m->e->use |= bit(k + 1);
		m->e->gen |= use == SKEP_VARG_ANYTHING ? 0 : bit(k + 1);
		if (use != SKEP_VARG_VALUE && use != SKEP_VARG_ANYTHING)
			touch_argument(m, &call.arg[k], k + 1);
	}
	if (call.flags & SKEP_VC_KEEPS || callee == SKEP_CALLEE_UNKNOWN)
		call_keeping(m);
	if (callee >= 0)
		call_function(m, (u32)callee, false);
	if (callee != SKEP_CALLEE_NONE)
		m->call->kill = (struct skep_slots){{0, 0}};
}

static void make_call(struct maker *m, const struct skep_vinsn *i)
{
	m->e->call = m->l->call_count++;
	m->e->how = SKEP_EFFECT_CALL;
	m->e->def = SKEP_LIVE_CLOBBERED;
	m->call = &m->l->call_effects[m->e->call];
	*m->call = (struct skep_call_effect){.callee = skep_live_callee(m->l, m->v, m->slot)};
	memcpy(m->call->r, &m->v->r[1], sizeof(m->call->r));
	if (i->op == SKEP_CALL_LOCAL)
		make_local_call(m, m->l->c->func_of[i->target]);
	else
		make_kernel_call(m, i);
}

/* ---- */

static void make(struct maker *m)
{
	const struct skep_vinsn *i = &m->l->c->insns[m->slot];

	if (i->flags & (SKEP_VI_SECOND | SKEP_VI_MALFORMED))
		return;
	switch (i->kind) {
	case SKEP_KIND_ALU:
		make_alu(m, i);
		break;
	case SKEP_KIND_JUMP:
		make_jump(m, i);
		break;
	case SKEP_KIND_LOAD:
		make_load(m, i);
		break;
	case SKEP_KIND_STORE:
		make_store(m, i);
		break;
	case SKEP_KIND_ATOMIC:
		make_atomic(m, i);
		break;
	case SKEP_KIND_CALL:
		make_call(m, i);
		break;
	case SKEP_KIND_CAST:
		m->e->use = bit(i->src);
		m->e->def = bit(i->dst);
		break;
	case SKEP_KIND_WIDE:
		m->e->def = bit(i->dst);
		break;
	case SKEP_KIND_PACKET:
		make_packet(m, i);
		break;
	case SKEP_KIND_EXIT:
		make_exit(m);
	}
}

void skep_live_effects(struct skep_live *l, u32 func)
{
	struct skep_live_func *f = &l->funcs[func];

	f->waits = false;
	for (u32 b = f->first_block; b < f->end_block; b++) {
		struct skep_values v = l->entry[b];

		for (u32 i = l->blocks[b].start; i < l->blocks[b].end; i++) {
			struct maker m = {.l = l, .f = f, .v = &v, .e = &l->effects[i], .slot = i};

			l->effects[i] = (struct skep_effect){0};
			make(&m);
			skep_live_step(l, &v, i);
		}
	}
}
