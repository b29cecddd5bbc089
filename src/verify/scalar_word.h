/* SPDX-License-Identifier: BSD-2-Clause */
/* What the parts of scalar compute with: numbers of one width, `bits`, which is a constant wherever
 * it matters (all of this is inlined).
 *
 * A signed range is kept with its sign bit flipped ("turned"): that makes the order of signed
 * numbers the order of unsigned ones, and one function does for both. A range is also seen as an
 * arc of the circle of all numbers, from lo upward to hi, past the largest number where hi < lo:
 * what is an interval for one order is at least an arc for the other. */
#ifndef SKEP_VERIFY_SCALAR_WORD_H
#define SKEP_VERIFY_SCALAR_WORD_H

#include "verify/scalar.h"

#define SKEP_INLINE static inline __attribute__((always_inline))

struct range {
	u64 min, max;
};

/* The low `bits` of a number. */
struct word {
	struct skep_tnum t;
	struct range u; /* unsigned */
	struct range s; /* signed, turned */
};

SKEP_INLINE u64 ones(unsigned bits)
{
	return ~0ull >> (64 - bits);
}

SKEP_INLINE u64 sign(unsigned bits)
{
	return 1ull << (bits - 1);
}

SKEP_INLINE u64 lesser(u64 a, u64 b)
{
	return a < b ? a : b;
}

SKEP_INLINE u64 greater(u64 a, u64 b)
{
	return a > b ? a : b;
}

/* A number of the struct's signed fields, turned, and back. */
SKEP_INLINE u64 turned(s64 number, unsigned bits)
{
	return ((u64)number & ones(bits)) ^ sign(bits);
}

SKEP_INLINE s64 straight(u64 number, unsigned bits)
{
	return (s64)((number ^ sign(bits)) << (64 - bits)) >> (64 - bits);
}

SKEP_INLINE struct word word_unknown(unsigned bits)
{
	const struct range all = {0, ones(bits)};

	return (struct word){{0, ones(bits)}, all, all};
}

SKEP_INLINE bool is_empty(struct range r)
{
	return r.min > r.max;
}

SKEP_INLINE u64 span(struct range r)
{
	return r.max - r.min;
}

/* Narrows r to what of it lies on an arc, or to one range around the two pieces of that. Nothing is
 * left where r is empty afterwards. */
SKEP_INLINE void meet_arc(struct range *r, u64 lo, u64 hi)
{
	if (lo <= hi) {
		r->min = greater(r->min, lo);
		r->max = lesser(r->max, hi);
		return;
	}
	if (r->min > hi)
		r->min = greater(r->min, lo);
	if (r->max < lo)
		r->max = lesser(r->max, hi);
}

SKEP_INLINE void meet_range(struct range *r, struct range other)
{
	r->min = greater(r->min, other.min);
	r->max = lesser(r->max, other.max);
}

/* Both ranges of a word, by an arc of its numbers. */
SKEP_INLINE void word_arc(struct word *w, u64 lo, u64 hi, unsigned bits)
{
	meet_arc(&w->u, lo & ones(bits), hi & ones(bits));
	meet_arc(&w->s, (lo & ones(bits)) ^ sign(bits), (hi & ones(bits)) ^ sign(bits));
}

/* The same number without and with its upper part. */
SKEP_INLINE struct word word_full(const struct skep_scalar *s, unsigned bits)
{
	return (struct word){
	    s->t, {s->umin, s->umax}, {turned(s->smin, bits), turned(s->smax, bits)}};
}

SKEP_INLINE struct word word_half(const struct skep_scalar *s, unsigned bits)
{
	return (struct word){skep_tnum_low(s->t, bits),
			     {s->umin32, s->umax32},
			     {turned(s->smin32, bits), turned(s->smax32, bits)}};
}

SKEP_INLINE void put_full(struct skep_scalar *s, const struct word *w, unsigned bits)
{
	s->t = w->t;
	s->umin = w->u.min;
	s->umax = w->u.max;
	s->smin = straight(w->s.min, bits);
	s->smax = straight(w->s.max, bits);
}

SKEP_INLINE void put_half(struct skep_scalar *s, const struct word *h, unsigned bits)
{
	s->umin32 = (u32)h->u.min;
	s->umax32 = (u32)h->u.max;
	s->smin32 = (s32)straight(h->s.min, bits);
	s->smax32 = (s32)straight(h->s.max, bits);
}

#endif
