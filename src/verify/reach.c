/* SPDX-License-Identifier: BSD-2-Clause */
#include "verify/reach.h"

enum { MAY_STACK = SKEP_MAY_OWN | SKEP_MAY_CALLER };

void skep_reach_any(struct skep_reach *reach)
{
	reach->grew |= !reach->any;
	reach->any = true;
}

/* ---- runs of bits */

static bool has(const u64 *bits, u32 n)
{
	return bits[n / 64] >> (n % 64) & 1;
}

/* The next run of bytes from bit *n on; false: there is none. */
static bool next_run(const u64 *bits, u32 *n, s64 *from, s64 *to)
{
	u32 end = 64 * SKEP_REACH_WORDS;

	while (*n < end && !has(bits, *n))
		*n += bits[*n / 64] >> (*n % 64) ? 1 : 64 - *n % 64;
	*from = 4 * (s64)*n - SKEP_REACH;
	if (*n >= end)
		return false;
	while (*n < end && has(bits, *n))
		++*n;
	*to = 4 * (s64)*n - SKEP_REACH;
	return true;
}

static bool is_anywhere(s64 from, s64 to)
{
	return from <= -SKEP_REACH && to >= SKEP_REACH;
}

/* ---- bytes behind one argument */

static void add(struct skep_reach *reach, u32 arg, s64 from, s64 to)
{
	bool far = from < -SKEP_REACH || to > SKEP_REACH;
	s32 low = far ? 0 : (s32)(from + SKEP_REACH) / 4;
	s32 high = far ? 64 * SKEP_REACH_WORDS : (s32)(to + SKEP_REACH + 3) / 4;

	for (s32 word = 0; word < SKEP_REACH_WORDS; word++) {
		u64 bits = skep_slots_word(low - 64 * word, high - 64 * word);

		reach->grew |= (bits & ~reach->at[arg][word]) != 0;
		reach->at[arg][word] |= bits;
	}
}

static bool meets(const u64 *bits, s64 from, s64 to)
{
	bool far = from < -SKEP_REACH || to > SKEP_REACH;
	s32 low = far ? 0 : (s32)(from + SKEP_REACH) / 4;
	s32 high = far ? 64 * SKEP_REACH_WORDS : (s32)(to + SKEP_REACH + 3) / 4;

	for (s32 word = 0; word < SKEP_REACH_WORDS; word++)
		if (bits[word] & skep_slots_word(low - 64 * word, high - 64 * word))
			return true;
	return false;
}

static bool is_given(const struct skep_value *v)
{
	return v->kind == SKEP_VALUE_ARG || v->kind == SKEP_VALUE_NEAR;
}

/* What is anywhere near a value is anywhere. */
static void place(const struct skep_value *base, s64 *from, s64 *to)
{
	bool near = base->kind == SKEP_VALUE_NEAR || is_anywhere(*from, *to);

	*from = near ? -SKEP_REACH : *from + base->number;
	*to = near ? SKEP_REACH : *to + base->number;
}

void skep_reach_add(struct skep_reach *reach, const struct skep_value *base, s64 from, s64 to)
{
	if (!(base->may & SKEP_MAY_CALLER) || from >= to)
		return;
	if (!is_given(base)) {
		skep_reach_any(reach);
		return;
	}
	place(base, &from, &to);
	add(reach, base->arg, from, to);
}

bool skep_reach_meets(const struct skep_reach *reach, const struct skep_value *base, s64 from,
		      s64 to)
{
	if (!(base->may & SKEP_MAY_CALLER))
		return false;
	if (reach->any || !is_given(base))
		return true;
	place(base, &from, &to);
	return meets(reach->at[base->arg], from, to);
}

/* ---- from a callee to its caller */

void skep_reach_shift(struct skep_reach *reach, const struct skep_value *base,
		      const struct skep_reach *callee, u32 arg)
{
	s64 from, to;

	for (u32 n = 0; next_run(callee->at[arg], &n, &from, &to);)
		skep_reach_add(reach, base, from, to);
}

struct skep_slots skep_reach_own(const struct skep_reach *callee, u32 arg,
				 const struct skep_value *base)
{
	struct skep_slots slots = {{0, 0}};
	s64 from, to;

	if (!(base->may & SKEP_MAY_OWN))
		return slots;
	for (u32 n = 0; next_run(callee->at[arg], &n, &from, &to);)
		skep_slots_add(&slots,
			       base->kind != SKEP_VALUE_FRAME || is_anywhere(from, to)
				   ? skep_slots_all()
				   : skep_slots_touched(base->number + from, base->number + to));
	return slots;
}

/* ---- from a caller to its callee */

static void back_own(struct skep_reach *callee, u32 arg, const struct skep_value *base,
		     struct skep_slots slots)
{
	for (s64 n = 0; n < 128; n++) {
		s64 from = -4 * (n + 1) - base->number;

		if (!(slots.word[n / 64] >> (n % 64) & 1))
			continue;
		if (base->kind == SKEP_VALUE_FRAME)
			add(callee, arg, from, from + 4);
		else
			add(callee, arg, -SKEP_REACH, SKEP_REACH);
	}
}

static void back_outer(struct skep_reach *callee, u32 arg, const struct skep_value *base,
		       const struct skep_reach *reach)
{
	s64 from, to;

	for (u32 n = 0; next_run(reach->at[base->arg], &n, &from, &to);) {
		bool near = base->kind == SKEP_VALUE_NEAR || is_anywhere(from, to);

		if (near)
			add(callee, arg, -SKEP_REACH, SKEP_REACH);
		else
			add(callee, arg, from - base->number, to - base->number);
	}
}

void skep_reach_back(struct skep_reach *callee, u32 arg, const struct skep_value *base,
		     struct skep_slots slots, const struct skep_reach *reach)
{
	if (base->may & SKEP_MAY_OWN)
		back_own(callee, arg, base, slots);
	if (!(base->may & SKEP_MAY_CALLER))
		return;
	if (reach->any || !is_given(base))
		skep_reach_any(callee);
	else
		back_outer(callee, arg, base, reach);
}
