/* SPDX-License-Identifier: BSD-2-Clause */
/* Arithmetic: numbers by the value domain, moves with what links copies, and the little that
 * pointers allow: a number is added or taken away. */
#include "verify/arena_map.h"
#include "verify/seen.h"
#include "verify/words.h"

/* The second operand as a register. */
static struct skep_reg operand(const struct skep_walk *w, const struct skep_vinsn *i)
{
	if (i->from == SKEP_FROM_X)
		return *skep_walk_reg(w, i->src);
	return skep_reg_const((u64)(s64)i->imm);
}

/* ---- pointers */

static bool refuse_pointer(struct skep_walk *w, const struct skep_vinsn *i,
			   const struct skep_reg *p)
{
	return skep_refuse(w, SKEP_RULE_ARITHMETIC, "r%u: `%s` is not allowed on a pointer to %s",
			   i->dst, skep_words_insn(w), skep_words_target(w, p));
}

static bool check_pointer_type(struct skep_walk *w, const struct skep_vinsn *i,
			       const struct skep_reg *p, const struct skep_reg *n)
{
	u32 traits = skep_reg_traits(p);
	bool zero = skep_reg_is_zero(n) && i->op == SKEP_ALU_ADD;

	if (p->flags & SKEP_REG_F_NULL)
		return skep_refuse(
		    w, SKEP_RULE_MAYBE_NULL,
		    "arithmetic on r%u, a pointer to %s that may be NULL: test it first", i->dst,
		    skep_words_target(w, p));
	if ((traits & SKEP_REG_T_ADD) || ((traits & SKEP_REG_T_ADD_CONST) && skep_reg_is_const(n)))
		return true;
	if (zero && p->type == SKEP_REG_MAP)
		return true;
	return refuse_pointer(w, i, p);
}

/* What is added, and what comes out, stays far from where addresses wrap. */
static bool check_sane(struct skep_walk *w, const struct skep_vinsn *i, const struct skep_reg *r,
		       bool result)
{
	const char *which = result ? "makes a pointer out of bounds" : "is too far for a pointer";

	if (skep_scalar_is_const(&r->v) &&
	    ((s64)r->v.t.value >= SKEP_MAX_OFFSET || (s64)r->v.t.value <= -SKEP_MAX_OFFSET))
		return skep_refuse(w, SKEP_RULE_ARITHMETIC, "r%u: adding %lld %s", i->dst,
				   (long long)r->v.t.value, which);
	if (result && (r->off >= SKEP_MAX_OFFSET || r->off <= -SKEP_MAX_OFFSET))
		return skep_refuse(w, SKEP_RULE_ARITHMETIC,
				   "r%u: an offset of %d makes a pointer out of bounds", i->dst,
				   r->off);
	if (r->v.smin == INT64_MIN)
		return skep_refuse(w, SKEP_RULE_ARITHMETIC,
				   "r%u: a number without a lower bound is added to a pointer",
				   i->dst);
	if (r->v.smin >= SKEP_MAX_OFFSET || r->v.smin <= -SKEP_MAX_OFFSET)
		return skep_refuse(w, SKEP_RULE_ARITHMETIC, "r%u: adding a number from %lld on %s",
				   i->dst, (long long)r->v.smin, which);
	return true;
}

/* How many bytes there are behind a pointer. */
static u64 room_behind(const struct skep_reg *p)
{
	const struct skep_map_desc *map = p->of;
	s64 room = p->type == SKEP_REG_MAP_VALUE ? (s64)map->value_size - p->off
		   : p->type == SKEP_REG_MEM	 ? (s64)p->size - p->off
		   : skep_reg_is_packet(p)	 ? SKEP_MAX_PACKET - (s64)p->off
						 : 0;

	return room > 0 ? (u64)room : 0;
}

static bool check_number(struct skep_walk *w, const struct skep_vinsn *i, const struct skep_reg *p,
			 const struct skep_reg *n)
{
	u32 number = skep_reg_is_pointer(skep_walk_reg(w, i->dst)) ? i->src : i->dst;
	u64 room = room_behind(p);

	if (i->from == SKEP_FROM_X) {
		w->blame = number;
		w->need = (struct skep_assumption){.kind = SKEP_ASSUME_OFFSET,
						   .insn = w->now->insn,
						   .reg = number,
						   .high = room ? room - 1 : 0};
	}
	return check_sane(w, i, n, false);
}

/* A number that is known goes into the fixed part, as long as that has room. */
static bool add_known(struct skep_reg *d, const struct skep_reg *n, bool minus)
{
	s64 off;

	if (!skep_scalar_is_const(&n->v))
		return false;
	off = minus ? (s64)d->off - n->v.smin : (s64)d->off + n->v.smin;
	if (off != (s32)off)
		return false;
	d->off = (s32)off;
	return true;
}

/* A number that is not known makes another base of a packet pointer, of which nothing is proven. */
static void add_unknown(struct skep_walk *w, struct skep_reg *d, const struct skep_reg *n,
			bool minus)
{
	skep_scalar_alu(&d->v, &n->v, minus ? SKEP_ALU_SUB : SKEP_ALU_ADD, 64);
	if (!skep_reg_is_packet(d))
		return;
	d->id = skep_walk_id(w);
	if (!minus || n->v.smin < 0)
		d->range = 0;
}

/* Without CAP_PERFMON, Linux wants to be able to mask what is added even where the processor goes a
 * way that is never gone: its sign must be known... */
static bool check_masked(struct skep_walk *w, const struct skep_vinsn *i, const struct skep_reg *p,
			 const struct skep_reg *n)
{
	bool masked = p->type == SKEP_REG_STACK || p->type == SKEP_REG_MAP_VALUE;

	if (w->leaks || !masked || i->from == SKEP_FROM_K || skep_scalar_is_const(&n->v) ||
	    (n->v.smin < 0) == (n->v.smax < 0))
		return true;
	return skep_refuse(w, SKEP_RULE_PRIVILEGE,
			   "r%u: what is added to a pointer to %s may be negative or not: %s",
			   i->dst, skep_words_target(w, p),
			   skep_words_range(w, n->v.smin, n->v.smax));
}

/* ... and the result must point into the stack, at a place that is known, or into the value. */
static bool check_inside(struct skep_walk *w, const struct skep_vinsn *i)
{
	const struct skep_reg *r = skep_walk_reg(w, i->dst);
	const struct skep_map_desc *map = r->of;
	struct skep_access a = {.reg = i->dst, .size = 1, .value = -1};
	s64 off = r->off + (s64)r->v.t.value;

	if (w->leaks)
		return true;
	if (r->type == SKEP_REG_MAP_VALUE)
		return skep_region_holds(w, &a, map->value_size);
	if (r->type != SKEP_REG_STACK)
		return true;
	if (!skep_scalar_is_const(&r->v))
		return skep_refuse(w, SKEP_RULE_PRIVILEGE,
				   "r%u, a pointer to the stack, gets an offset that is not known",
				   i->dst);
	if (off < 0 && off >= -SKEP_STACK_FRAME)
		return true;
	return skep_refuse(w, SKEP_RULE_PRIVILEGE,
			   "r%u, a pointer to the stack, gets offset %lld: there are -%d to -1",
			   i->dst, (long long)off, SKEP_STACK_FRAME);
}

/* d = p op n */
static bool pointer_alu(struct skep_walk *w, const struct skep_vinsn *i, const struct skep_reg *p,
			const struct skep_reg *n)
{
	struct skep_reg d = *p;
	bool minus = i->op == SKEP_ALU_SUB;

	if (i->bits == 32) {
		if (minus && w->leaks)
			return skep_reg_set(w, i->dst, skep_reg_scalar());
		return skep_refuse(
		    w, SKEP_RULE_ARITHMETIC,
		    "r%u: a pointer has 64 bits, arithmetic on 32 of them is not allowed", i->dst);
	}
	/* It may lead anywhere: where to need not be known. */
	if (p->type == SKEP_REG_ANYWHERE)
		return skep_reg_set(w, i->dst, *p);
	if (!check_pointer_type(w, i, p, n) || !check_number(w, i, p, n) ||
	    !check_sane(w, i, p, true))
		return false;
	if (minus && p->type == SKEP_REG_STACK)
		return skep_refuse(w, SKEP_RULE_ARITHMETIC,
				   "r%u: something is taken away from a pointer to the stack: add "
				   "a negative number",
				   i->dst);
	if (!minus && i->op != SKEP_ALU_ADD)
		return refuse_pointer(w, i, p);
	if (!check_masked(w, i, p, n))
		return false;
	if (!add_known(&d, n, minus))
		add_unknown(w, &d, n, minus);
	*skep_walk_reg(w, i->dst) = d;
	return check_sane(w, i, &d, true) && check_inside(w, i);
}

static bool two_pointers(struct skep_walk *w, const struct skep_vinsn *i)
{
	struct skep_reg r = skep_reg_scalar();

	if (i->op != SKEP_ALU_SUB || !w->leaks)
		return skep_refuse(w, SKEP_RULE_ARITHMETIC,
				   "r%u and r%u are both pointers: `%s` is not allowed", i->dst,
				   i->src, skep_words_insn(w));
	return skep_reg_set(w, i->dst, r);
}

/* ---- moves */

/* A copy of a number does what the number does. */
static struct skep_reg linked_copy(struct skep_walk *w, u32 number)
{
	skep_reg_link(w, skep_walk_reg(w, number));
	return *skep_walk_reg(w, number);
}

static bool refuse_partial(struct skep_walk *w, const struct skep_vinsn *i)
{
	return skep_refuse(w, SKEP_RULE_LEAK, "r%u: part of the pointer r%u is copied", i->dst,
			   i->src);
}

static bool move_32(struct skep_walk *w, const struct skep_vinsn *i)
{
	const struct skep_reg *src = skep_walk_reg(w, i->src);
	bool whole = src->v.umax <= UINT32_MAX;
	struct skep_reg d;

	if (src->type != SKEP_REG_SCALAR) {
		if (!w->leaks)
			return refuse_partial(w, i);
		d = skep_reg_scalar();
	} else {
		d = whole ? linked_copy(w, i->src) : *src;
	}
	if (!whole || src->type != SKEP_REG_SCALAR)
		skep_reg_unlink(&d);
	skep_seen_truncate(w, &d.v, 4);
	return skep_reg_set(w, i->dst, d);
}

static u32 sign_bytes(u32 op)
{
	return op == SKEP_ALU_MOVSX8 ? 1 : op == SKEP_ALU_MOVSX16 ? 2 : 4;
}

static bool move_signed(struct skep_walk *w, const struct skep_vinsn *i)
{
	const struct skep_reg *src = skep_walk_reg(w, i->src);
	u32 bytes = sign_bytes(i->op);
	bool same = src->v.umax < 1ULL << (8 * bytes - 1);
	struct skep_reg d;

	if (src->type != SKEP_REG_SCALAR) {
		if (!w->leaks)
			return refuse_partial(w, i);
		d = skep_reg_scalar();
		if (i->bits == 32)
			skep_seen_truncate(w, &d.v, 4);
		return skep_reg_set(w, i->dst, d);
	}
	d = same ? linked_copy(w, i->src) : *src;
	if (!same)
		skep_reg_unlink(&d);
	skep_seen_sign_extend(w, &d.v, bytes, i->bits);
	return skep_reg_set(w, i->dst, d);
}

static bool move(struct skep_walk *w, const struct skep_vinsn *i)
{
	u64 imm = i->bits == 32 ? (u32)i->imm : (u64)(s64)i->imm;

	if (i->from == SKEP_FROM_K)
		return skep_reg_set(w, i->dst, skep_reg_const(imm));
	if (!skep_reg_readable(w, i->src))
		return false;
	if (i->op != SKEP_ALU_MOV)
		return move_signed(w, i);
	return i->bits == 32 ? move_32(w, i) : skep_reg_set(w, i->dst, linked_copy(w, i->src));
}

static bool is_move(u32 op)
{
	return op == SKEP_ALU_MOV || op == SKEP_ALU_MOVSX8 || op == SKEP_ALU_MOVSX16 ||
	       op == SKEP_ALU_MOVSX32;
}

/* ---- numbers */

static bool is_division(u32 op)
{
	return op == SKEP_ALU_DIV || op == SKEP_ALU_SDIV || op == SKEP_ALU_MOD ||
	       op == SKEP_ALU_SMOD;
}

static bool is_shift(u32 op)
{
	return op == SKEP_ALU_LSH || op == SKEP_ALU_RSH || op == SKEP_ALU_ARSH;
}

static bool check_constant(struct skep_walk *w, const struct skep_vinsn *i)
{
	if (i->from != SKEP_FROM_K)
		return true;
	if (is_division(i->op) && i->imm == 0)
		return skep_refuse(w, SKEP_RULE_FORM, "r%u is divided by the constant 0", i->dst);
	if (is_shift(i->op) && (u32)i->imm >= i->bits)
		return skep_refuse(w, SKEP_RULE_FORM, "r%u of %u bits is shifted by %d", i->dst,
				   i->bits, i->imm);
	return true;
}

/* What an instruction adds to a number, if that can be remembered: once, and in 32 bits only to
 * what has no more. */
static bool added(const struct skep_reg *d, const struct skep_vinsn *i, const struct skep_reg *n,
		  s32 *off)
{
	bool itself = i->from == SKEP_FROM_X && i->src == i->dst;
	s64 value = i->bits == 32 ? (s32)n->v.t.value : (s64)n->v.t.value;
	bool known = i->bits == 32 ? !(u32)n->v.t.mask : skep_scalar_is_const(&n->v);

	if ((i->op != SKEP_ALU_ADD && i->op != SKEP_ALU_SUB) || !d->id || d->size || itself ||
	    !known)
		return false;
	if (value != (s32)value || (i->op == SKEP_ALU_SUB && value == INT32_MIN) ||
	    (i->bits == 32 && d->v.umax > UINT32_MAX))
		return false;
	*off = (s32)(i->op == SKEP_ALU_SUB ? -value : value);
	return true;
}

/* r1 = r2; r1 += 8: what is learnt of r2 is learnt of r1, 8 apart. */
static void follow_link(const struct skep_walk *w, const struct skep_vinsn *i, struct skep_reg *d,
			const struct skep_reg *n)
{
	s32 off;

	if (!w->capable || !added(d, i, n, &off)) {
		skep_reg_unlink(d);
		return;
	}
	d->off = off;
	d->size = i->bits;
}

/* A number whose low half is known now; false if it cannot be that. */
static bool with_low(struct skep_scalar *v, u32 low)
{
	v->t.value = (v->t.value & ~(u64)UINT32_MAX) | low;
	v->t.mask &= ~(u64)UINT32_MAX;
	v->umin32 = v->umax32 = low;
	v->smin32 = v->smax32 = (s32)low;
	return skep_scalar_sync(v);
}

/* A sign that was made a mask, 0 or -1, chooses between two constants. Both ways are followed, as
 * in Linux (maybe_fork_scalars): the other one does the instruction once more, with 0. */
static bool fork_mask(struct skep_walk *w, const struct skep_vinsn *i, const struct skep_reg *n)
{
	struct skep_scalar clear = skep_walk_reg(w, i->dst)->v, set = clear;
	struct skep_vstate *other;

	if ((i->op != SKEP_ALU_AND && i->op != SKEP_ALU_OR) || !skep_scalar_is_const(&n->v))
		return true;
	if (clear.smin == -1 && clear.smax == 0) {
		clear = skep_scalar_const(0);
		set = skep_scalar_const(UINT64_MAX);
	} else if (clear.smin32 != -1 || clear.smax32 != 0 || !with_low(&clear, 0) ||
		   !with_low(&set, UINT32_MAX)) {
		return true;
	}
	other = skep_path_fork(w, w->now->insn, 1);
	if (!other)
		return false;
	skep_state_frame(other)->r[i->dst].v = clear;
	skep_walk_reg(w, i->dst)->v = set;
	return true;
}

static bool number_alu(struct skep_walk *w, const struct skep_vinsn *i, const struct skep_reg *n)
{
	struct skep_reg *d;

	if (is_division(i->op))
		skep_fact_divisor(w, i, &n->v);
	if (!fork_mask(w, i, n))
		return false;
	d = skep_walk_reg(w, i->dst);
	follow_link(w, i, d, n);
	skep_seen_alu(w, i, &d->v, &n->v);
	return true;
}

static bool one_operand(struct skep_walk *w, const struct skep_vinsn *i)
{
	struct skep_reg *d = skep_walk_reg(w, i->dst);
	struct skep_scalar none = skep_scalar_const(0);

	if (skep_reg_is_pointer(d)) {
		if (!w->leaks)
			return refuse_pointer(w, i, d);
		*d = skep_reg_scalar();
	}
	skep_reg_unlink(d);
	skep_seen_alu(w, i, &d->v, &none);
	return true;
}

bool skep_walk_alu(struct skep_walk *w)
{
	const struct skep_vinsn *i = skep_walk_insn(w);
	struct skep_reg n, d;

	if (i->dst == 10)
		return skep_refuse(w, SKEP_RULE_FRAME_POINTER,
				   "r10, the frame pointer, is written to");
	if (is_move(i->op))
		return move(w, i);
	if (!check_constant(w, i) || (i->from == SKEP_FROM_X && !skep_reg_readable(w, i->src)) ||
	    !skep_reg_readable(w, i->dst))
		return false;
	if (i->from == SKEP_FROM_NONE)
		return one_operand(w, i);
	n = operand(w, i);
	d = *skep_walk_reg(w, i->dst);
	w->blame = i->dst;
	if (d.type == SKEP_REG_ARENA || n.type == SKEP_REG_ARENA)
		return skep_arena_map_alu(w, i, &n);
	if (w->arena_map)
		skep_walk_fact(w)->flags |= SKEP_FACT_NO_ARENA;
	if (skep_reg_is_pointer(&d) && skep_reg_is_pointer(&n))
		return two_pointers(w, i);
	if (skep_reg_is_pointer(&d))
		return pointer_alu(w, i, &d, &n);
	if (!skep_reg_is_pointer(&n))
		return number_alu(w, i, &n);
	/* What Linux takes for the old number may be anything. */
	if (n.type == SKEP_REG_ANYWHERE && i->bits == 64 && w->leaks)
		return skep_reg_set(w, i->dst, skep_reg_scalar());
	if (i->op != SKEP_ALU_ADD && i->bits == 64)
		return skep_refuse(
		    w, SKEP_RULE_ARITHMETIC,
		    "r%u is a number, from which the pointer r%u cannot be taken or combined",
		    i->dst, i->src);
	return pointer_alu(w, i, &n, &d);
}
