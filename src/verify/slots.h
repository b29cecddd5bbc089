/* SPDX-License-Identifier: BSD-2-Clause */
/* Sets of stack slots of four bytes: bit n is r10-4(n+1) to r10-4n-1. */
#ifndef SKEP_VERIFY_SLOTS_H
#define SKEP_VERIFY_SLOTS_H

#include "isa/isa.h"

struct skep_slots {
	u64 word[2];
};

static inline struct skep_slots skep_slots_all(void)
{
	return (struct skep_slots){{~0ull, ~0ull}};
}

static inline void skep_slots_add(struct skep_slots *to, struct skep_slots more)
{
	to->word[0] |= more.word[0];
	to->word[1] |= more.word[1];
}

static inline void skep_slots_remove(struct skep_slots *from, struct skep_slots less)
{
	from->word[0] &= ~less.word[0];
	from->word[1] &= ~less.word[1];
}

static inline bool skep_slots_meet(struct skep_slots a, struct skep_slots b)
{
	return (a.word[0] & b.word[0]) | (a.word[1] & b.word[1]);
}

static inline bool skep_slots_equal(struct skep_slots a, struct skep_slots b)
{
	return a.word[0] == b.word[0] && a.word[1] == b.word[1];
}

/* Bits from `low` up to but not `high`, of 64. */
static inline u64 skep_slots_word(s32 low, s32 high)
{
	low = low < 0 ? 0 : low;
	high = high > 64 ? 64 : high;
	if (low >= high)
		return 0;
	return (~0ull >> (64 - (high - low))) << low;
}

static inline struct skep_slots skep_slots_between(s32 low, s32 high)
{
	return (struct skep_slots){
	    {skep_slots_word(low, high), skep_slots_word(low - 64, high - 64)}};
}

/* Bytes from r10 + `from` up to but not r10 + `to`, cut to the frame. */
static inline bool skep_slots_cut(s64 *from, s64 *to)
{
	*from = *from < -SKEP_STACK_FRAME ? -SKEP_STACK_FRAME : *from;
	*to = *to > 0 ? 0 : *to;
	return *from < *to;
}

/* The slots that any of those bytes belongs to. */
static inline struct skep_slots skep_slots_touched(s64 from, s64 to)
{
	if (!skep_slots_cut(&from, &to))
		return (struct skep_slots){{0, 0}};
	return skep_slots_between((s32)(-to / 4), (s32)((-from + 3) / 4));
}

/* The slots of which all bytes are among them. */
static inline struct skep_slots skep_slots_covered(s64 from, s64 to)
{
	if (!skep_slots_cut(&from, &to))
		return (struct skep_slots){{0, 0}};
	return skep_slots_between((s32)((-to + 3) / 4), (s32)(-from / 4));
}

#endif
