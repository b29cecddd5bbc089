/* SPDX-License-Identifier: BSD-2-Clause */
/* The stack: 512 bytes below r10, of which each byte has a kind. A register stored as a whole keeps
 * all that is known of it until its slot is written again; what is stored in parts, or by a
 * variable offset, is a byte with some value or with 0. */
#include <string.h>

#include "verify/objects.h"
#include "verify/seen.h"

/* The bytes an access may touch: low <= offset < high, relative to r10. */
struct span {
	struct skep_frame *f;
	s32 low, high;
	bool fixed; /* low is where it begins */
};

static u32 slot_of(s32 off)
{
	return (u32)(-off - 1) / 8;
}

static u8 *byte_at(struct skep_frame *f, s32 off)
{
	u32 slot = slot_of(off);

	return &f->slots[slot].bytes[off + 8 * (s32)(slot + 1)];
}

static bool outside(struct skep_walk *w, const struct skep_access *a, s64 low, s64 high)
{
	if (low != high - a->size)
		return skep_refuse(w, SKEP_RULE_STACK,
				   "r%u may reach stack offsets %lld to %lld: there are -%d to -1",
				   a->reg, (long long)low, (long long)high - 1, SKEP_STACK_FRAME);
	return skep_refuse(w, SKEP_RULE_STACK,
			   "r%u reaches stack offset %lld, size %u: there are offsets -%d to -1",
			   a->reg, (long long)low, a->size, SKEP_STACK_FRAME);
}

/* The most that may have been added; 0: no check would help. */
static u64 need_high(s64 room)
{
	return room > 0 ? (u64)room : 0;
}

/* What helpers read, Linux does not look at: it may be what it leaves out. */
static void note_depth(struct skep_walk *w, const struct skep_access *a, u32 func, u16 depth)
{
	struct skep_fast_frame *fast = &w->fastcall.frames[func];

	if (w->stack_depth[func] < depth)
		w->stack_depth[func] = depth;
	if (fast->others < depth && !(a->helper && !a->uninit) && !w->fastcall.inside[w->now->insn])
		fast->others = depth;
}

/* Finds the bytes, makes them part of the frame, and refuses those that no frame has. */
static bool find_span(struct skep_walk *w, const struct skep_access *a, struct span *span)
{
	const struct skep_reg *r = skep_walk_reg(w, a->reg);
	s64 low, high;

	span->fixed = skep_scalar_is_const(&r->v);
	if (!span->fixed && r->off + a->off >= -SKEP_STACK_FRAME)
		w->need =
		    (struct skep_assumption){.kind = SKEP_ASSUME_ADDED,
					     .insn = w->now->insn,
					     .reg = a->reg,
					     .high = need_high(-(s64)r->off - a->off - a->size)};
	if (!span->fixed && (r->v.smax >= SKEP_MAX_OFFSET || r->v.smin <= -SKEP_MAX_OFFSET))
		return skep_refuse(
		    w, SKEP_RULE_STACK,
		    "a number without bounds was added to r%u, a pointer to the stack", a->reg);
	low = (span->fixed ? (s64)r->v.t.value : r->v.smin) + r->off + a->off;
	high = (span->fixed ? (s64)r->v.t.value : r->v.smax) + r->off + a->off + a->size;
	if (low < -SKEP_STACK_FRAME || low > -1 || high > 0 || (!a->size && !a->zero_size))
		return outside(w, a, low, high);
	w->need.high = 0;
	span->f = w->now->frames[r->frame];
	span->low = (s32)low;
	span->high = (s32)high;
	if (!a->write && !w->uninit_stack && low < -8 * (s32)span->f->slot_count)
		return skep_refuse(w, SKEP_RULE_UNINITIALISED,
				   "stack offset %lld is read, but nothing was written there",
				   (long long)low);
	note_depth(w, a, span->f->func, (u16)-low);
	skep_frame_grow(span->f, slot_of(span->low));
	return true;
}

static bool check_alignment(struct skep_walk *w, const struct skep_access *a)
{
	const struct skep_reg *r = skep_walk_reg(w, a->reg);
	struct skep_tnum off = {r->v.t.value + (u64)(s64)(r->off + a->off), r->v.t.mask};

	if (a->helper || !((off.value | off.mask) & (a->size - 1)))
		return true;
	return skep_refuse(w, SKEP_RULE_ALIGNMENT,
			   "an access of %u bytes at stack offset %d is not aligned", a->size,
			   r->off + a->off + (s32)r->v.t.value);
}

/* ---- writing */

static bool is_special(u8 kind)
{
	return kind >= SKEP_BYTE_DYNPTR;
}

/* A slot that no longer holds a register or an object as it was: its bytes are just bytes. */
static void scrub(struct skep_slot *s)
{
	for (u32 i = 0; i < 8; i++)
		if (s->bytes[i] == SKEP_BYTE_SPILL || is_special(s->bytes[i]))
			s->bytes[i] = SKEP_BYTE_MISC;
	s->reg = (struct skep_reg){0};
}

/* What is stored, as a register. */
static struct skep_reg stored(struct skep_walk *w, const struct skep_access *a)
{
	if (a->immediate)
		return skep_reg_const((u64)(s64)a->imm);
	if (a->value < 0)
		return skep_reg_scalar();
	return *skep_walk_reg(w, (u32)a->value);
}

/* A register into the lower bytes of a slot. */
static void spill(struct skep_walk *w, const struct skep_access *a, struct skep_slot *s)
{
	bool fits = true;

	s->reg = stored(w, a);
	if (s->reg.type == SKEP_REG_SCALAR) {
		fits = skep_reg_width(&s->reg) <= 8 * a->size;
		if (fits && a->value >= 0) {
			skep_reg_link(w, skep_walk_reg(w, (u32)a->value));
			s->reg = stored(w, a);
		}
		if (a->size < 8)
			skep_seen_truncate(w, &s->reg.v, a->size);
		if (!fits)
			skep_reg_unlink(&s->reg);
	}
	for (u32 i = 0; i < 8; i++) {
		if (i < a->size)
			s->bytes[i] = SKEP_BYTE_SPILL;
		else if (s->bytes[i] == SKEP_BYTE_SPILL || is_special(s->bytes[i]))
			s->bytes[i] = SKEP_BYTE_MISC;
	}
}

static bool check_spill(struct skep_walk *w, const struct skep_access *a,
			const struct skep_frame *f)
{
	const struct skep_reg *r = skep_walk_reg(w, (u32)a->value);

	if (a->size != 8)
		return skep_refuse(w, SKEP_RULE_STACK,
				   "r%d, a pointer to %s, is stored in %u bytes: a pointer has 8",
				   a->value, skep_reg_target(r).text, a->size);
	if (r->type == SKEP_REG_STACK && f != skep_walk_frame(w))
		return skep_refuse(w, SKEP_RULE_STACK,
				   "the address of a stack is stored in the frame of the caller, "
				   "which outlives it");
	return true;
}

/* Without CAP_PERFMON, no part of a pointer may change. */
static bool check_corrupt(struct skep_walk *w, const struct skep_access *a, const struct span *span)
{
	const struct skep_slot *s = &span->f->slots[slot_of(span->low)];

	if (w->leaks || a->size == 8 || !skep_slot_is_spill(s) || !skep_reg_is_pointer(&s->reg))
		return true;
	return skep_refuse(w, SKEP_RULE_LEAK,
			   "part of the pointer at stack offset %d is overwritten", span->low);
}

static bool write_fixed(struct skep_walk *w, const struct skep_access *a, struct span *span)
{
	struct skep_slot *s = &span->f->slots[slot_of(span->low)];
	struct skep_reg value = stored(w, a);
	bool whole = span->low % 8 == 0 && !a->helper;

	if (!check_corrupt(w, a, span))
		return false;
	if (whole && w->capable && value.type == SKEP_REG_SCALAR &&
	    (a->value >= 0 || a->immediate)) {
		spill(w, a, s);
		return true;
	}
	if (a->value >= 0 && (skep_reg_traits(&value) & SKEP_REG_T_SPILL)) {
		if (!check_spill(w, a, span->f))
			return false;
		spill(w, a, s);
		return true;
	}
	scrub(s);
	for (s32 off = span->low; off < span->high; off++)
		*byte_at(span->f, off) = skep_reg_is_zero(&value) ? SKEP_BYTE_ZERO : SKEP_BYTE_MISC;
	return true;
}

/* Any of the bytes may be the one that is written. */
static bool write_somewhere(struct skep_walk *w, const struct skep_access *a, struct span *span)
{
	struct skep_reg value = stored(w, a);
	bool zero = skep_reg_is_zero(&value);

	for (s32 off = span->low; off < span->high; off++) {
		struct skep_slot *s = &span->f->slots[slot_of(off)];
		u8 *kind = byte_at(span->f, off);

		if (!w->leaks && *kind == SKEP_BYTE_SPILL && skep_reg_is_pointer(&s->reg))
			return skep_refuse(w, SKEP_RULE_LEAK,
					   "the write may hit a pointer at stack offset %d", off);
		if (!w->uninit_stack && *kind == SKEP_BYTE_NONE)
			return skep_refuse(w, SKEP_RULE_UNINITIALISED,
					   "the write may leave stack offset %d without a value",
					   off);
		if (zero && *kind == SKEP_BYTE_SPILL && skep_reg_is_zero(&s->reg))
			continue;
		if (*kind == SKEP_BYTE_SPILL || is_special(*kind))
			scrub(s);
		*kind = zero && *kind == SKEP_BYTE_ZERO ? SKEP_BYTE_ZERO : SKEP_BYTE_MISC;
	}
	return true;
}

/* ---- reading */

static bool refuse_unwritten(struct skep_walk *w, const struct skep_access *a, s32 off)
{
	return skep_refuse(w, SKEP_RULE_UNINITIALISED,
			   "%s %u bytes of stack through r%u, nothing was written to offset %d",
			   a->helper ? "a helper reads" : "reads", a->size, a->reg, off);
}

/* The value of bytes that are no register any more. */
static bool read_bytes(struct skep_walk *w, const struct skep_access *a, struct span *span,
		       struct skep_reg *value)
{
	u32 zeros = 0, spilled_zeros = 0;
	bool zero;

	for (s32 off = span->low; off < span->high; off++) {
		const struct skep_slot *s = &span->f->slots[slot_of(off)];
		u8 kind = *byte_at(span->f, off);

		if (is_special(kind) || (kind == SKEP_BYTE_NONE && !w->uninit_stack))
			return refuse_unwritten(w, a, off);
		if (kind == SKEP_BYTE_SPILL && s->reg.type != SKEP_REG_SCALAR && !w->leaks)
			return skep_refuse(w, SKEP_RULE_LEAK,
					   "part of the pointer at stack offset %d is read", off);
		if (kind == SKEP_BYTE_SPILL && skep_reg_is_pointer(&s->reg) && span->fixed)
			return skep_refuse(
			    w, SKEP_RULE_STACK,
			    "%u of the 8 bytes of the pointer at stack offset %d are read", a->size,
			    -8 * (s32)(slot_of(off) + 1));
		zeros += kind == SKEP_BYTE_ZERO;
		spilled_zeros +=
		    span->fixed && kind == SKEP_BYTE_SPILL && skep_reg_is_zero(&s->reg);
	}
	/* Linux sees no zero in a mixture. */
	zero = zeros == (u32)(span->high - span->low) || spilled_zeros == a->size;
	*value = zero ? skep_reg_const(0) : skep_reg_scalar();
	return true;
}

static u32 spilled_bytes(const struct skep_slot *s)
{
	u32 n = 0;

	while (n < 8 && s->bytes[n] == SKEP_BYTE_SPILL)
		n++;
	return n;
}

static bool read_fixed(struct skep_walk *w, const struct skep_access *a, struct span *span,
		       struct skep_reg *value)
{
	const struct skep_slot *s = &span->f->slots[slot_of(span->low)];
	u32 whole = spilled_bytes(s);

	/* A part at the beginning of a number is its low bytes. */
	if (span->low % 8 || !whole || a->size > whole)
		return read_bytes(w, a, span, value);
	if (skep_reg_is_pointer(&s->reg) && a->size != 8)
		return skep_refuse(w, SKEP_RULE_STACK,
				   "%u of the 8 bytes of the pointer at stack offset %d are read",
				   a->size, span->low);
	if (a->value < 0 && skep_reg_secret(w, &s->reg))
		return skep_refuse(w, SKEP_RULE_LEAK,
				   "the pointer at stack offset %d is read as a number", span->low);
	*value = s->reg;
	if (value->type == SKEP_REG_SCALAR && skep_reg_width(value) > 8 * a->size)
		skep_reg_unlink(value);
	return true;
}

static void extend(const struct skep_walk *w, struct skep_reg *r, const struct skep_access *a)
{
	if (r->type != SKEP_REG_SCALAR || a->size == 8)
		return;
	if (a->sign) {
		skep_seen_sign_extend(w, &r->v, a->size, 64);
		skep_reg_unlink(r);
	} else {
		skep_seen_truncate(w, &r->v, a->size);
	}
}

static bool read_span(struct skep_walk *w, const struct skep_access *a, struct span *span)
{
	struct skep_reg value;

	if (!span->fixed && a->value < 0)
		return skep_refuse(w, SKEP_RULE_STACK,
				   "an atomic access at a stack offset that is not known");
	if (!(span->fixed ? read_fixed : read_bytes)(w, a, span, &value))
		return false;
	if (a->value < 0)
		return true;
	extend(w, &value, a);
	return skep_reg_set(w, (u32)a->value, value);
}

/* ---- helpers */

/* A helper reads the bytes, or writes over bytes that have been written. Linux asks the whole slot
 * where its first byte is part of a number. */
static bool helper_span(struct skep_walk *w, const struct skep_access *a, struct span *span)
{
	for (s32 off = span->low; off < span->high; off++) {
		struct skep_slot *s = &span->f->slots[slot_of(off)];
		u8 *kind = byte_at(span->f, off);
		bool pointer = *kind == SKEP_BYTE_SPILL && s->reg.type != SKEP_REG_SCALAR;
		bool number = skep_slot_is_spill(s) && s->reg.type == SKEP_REG_SCALAR;

		if (is_special(*kind) || (pointer && !w->leaks) ||
		    (*kind == SKEP_BYTE_NONE && !w->uninit_stack && !number))
			return refuse_unwritten(w, a, off);
		if (!a->write)
			continue;
		if (*kind == SKEP_BYTE_SPILL)
			scrub(s);
		*kind = SKEP_BYTE_MISC;
	}
	return true;
}

/* All of the bytes will be written by the helper, whatever they are now. */
static bool helper_may_fill(struct skep_walk *w, struct span *span)
{
	for (s32 off = span->low; off < span->high; off++)
		if (*byte_at(span->f, off) == SKEP_BYTE_DYNPTR)
			return skep_refuse(
			    w, SKEP_RULE_STACK,
			    "a helper would write over the dynptr at stack offset %d", off);
	return true;
}

void skep_stack_fill(struct skep_walk *w, const struct skep_access *a)
{
	const struct skep_reg *r = skep_walk_reg(w, a->reg);
	struct skep_frame *f = w->now->frames[r->frame];
	s32 low = r->off + a->off + (s32)r->v.t.value;

	for (s32 off = low; off < low + (s32)a->size; off++) {
		scrub(&f->slots[slot_of(off)]);
		*byte_at(f, off) = SKEP_BYTE_MISC;
	}
}

bool skep_stack_access(struct skep_walk *w, const struct skep_access *a)
{
	struct span span;

	if (!check_alignment(w, a) || !find_span(w, a, &span))
		return false;
	if (!span.fixed && !w->leaks)
		return skep_refuse(w, SKEP_RULE_PRIVILEGE,
				   "r%u, a pointer to the stack, has an offset that is not known",
				   a->reg);
	if (a->write && !skep_loop_write(w, span.f, span.low, span.high))
		return false;
	if (a->helper)
		return a->uninit ? helper_may_fill(w, &span) : helper_span(w, a, &span);
	if (!a->write)
		return read_span(w, a, &span);
	if (!skep_dynptr_overwrite(w, span.f, span.low, span.high))
		return false;
	return span.fixed ? write_fixed(w, a, &span) : write_somewhere(w, a, &span);
}
