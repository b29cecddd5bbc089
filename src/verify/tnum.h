/* SPDX-License-Identifier: BSD-2-Clause */
/* Numbers of which some bits are known ("tnum" in Linux: tracked number). Its members are all
 * numbers that agree with `value` where `mask` is 0. Arithmetic is modulo 2^64; a narrower number
 * is one whose upper bits are known to be 0, and what an operation carries out of it is cut off
 * with skep_tnum_low. Pure functions. */
#ifndef SKEP_VERIFY_TNUM_H
#define SKEP_VERIFY_TNUM_H

#include "base/types.h"

struct skep_tnum {
	u64 value; /* 0 where the bit is not known */
	u64 mask;  /* 1 where the bit is not known */
};

static inline struct skep_tnum skep_tnum_const(u64 value)
{
	return (struct skep_tnum){value, 0};
}

/* The low `bits` (1 to 64) alone; the rest is 0. */
static inline struct skep_tnum skep_tnum_low(struct skep_tnum t, unsigned bits)
{
	const u64 low = ~0ull >> (64 - bits);

	return (struct skep_tnum){t.value & low, t.mask & low};
}

/* Bit `bits` - 1 (`bits` is 1 to 64) repeated upward. */
static inline struct skep_tnum skep_tnum_sign_extend(struct skep_tnum t, unsigned bits)
{
	const unsigned up = 64 - bits;

	return (struct skep_tnum){(u64)((s64)(t.value << up) >> up),
				  (u64)((s64)(t.mask << up) >> up)};
}

/* What all numbers from min to max have in common: their leading bits. */
static inline struct skep_tnum skep_tnum_range(u64 min, u64 max)
{
	const u64 differ = min ^ max;
	const u64 mask = differ ? ~0ull >> __builtin_clzll(differ) : 0;

	return (struct skep_tnum){min & ~mask, mask};
}

/* A carry into a bit is known where the smallest and the largest sum agree in it. */
static inline struct skep_tnum skep_tnum_add(struct skep_tnum a, struct skep_tnum b)
{
	const u64 least = a.value + b.value;
	const u64 most = least + a.mask + b.mask;
	const u64 mask = (least ^ most) | a.mask | b.mask;

	return (struct skep_tnum){least & ~mask, mask};
}

/* a - b, as with add: its ends are those with the fewest and with the most borrows. */
static inline struct skep_tnum skep_tnum_sub(struct skep_tnum a, struct skep_tnum b)
{
	const u64 known = a.value - b.value;
	const u64 mask = ((known + a.mask) ^ (known - b.mask)) | a.mask | b.mask;

	return (struct skep_tnum){known & ~mask, mask};
}

static inline struct skep_tnum skep_tnum_and(struct skep_tnum a, struct skep_tnum b)
{
	const u64 ones = a.value & b.value;

	return (struct skep_tnum){ones, (a.value | a.mask) & (b.value | b.mask) & ~ones};
}

static inline struct skep_tnum skep_tnum_or(struct skep_tnum a, struct skep_tnum b)
{
	const u64 ones = a.value | b.value;

	return (struct skep_tnum){ones, (a.mask | b.mask) & ~ones};
}

static inline struct skep_tnum skep_tnum_xor(struct skep_tnum a, struct skep_tnum b)
{
	const u64 mask = a.mask | b.mask;

	return (struct skep_tnum){(a.value ^ b.value) & ~mask, mask};
}

struct skep_tnum skep_tnum_mul(struct skep_tnum a, struct skep_tnum b);

/* Shifts by 0 to 63; arsh repeats bit 63. */
static inline struct skep_tnum skep_tnum_lsh(struct skep_tnum t, unsigned count)
{
	return (struct skep_tnum){t.value << count, t.mask << count};
}

static inline struct skep_tnum skep_tnum_rsh(struct skep_tnum t, unsigned count)
{
	return (struct skep_tnum){t.value >> count, t.mask >> count};
}

static inline struct skep_tnum skep_tnum_arsh(struct skep_tnum t, unsigned count)
{
	return (struct skep_tnum){(u64)((s64)t.value >> count), (u64)((s64)t.mask >> count)};
}

/* The smallest that holds the members of both. */
static inline struct skep_tnum skep_tnum_join(struct skep_tnum a, struct skep_tnum b)
{
	const u64 mask = a.mask | b.mask | (a.value ^ b.value);

	return (struct skep_tnum){a.value & ~mask, mask};
}

/* Whether some number is a member of both. */
static inline bool skep_tnum_meets(struct skep_tnum a, struct skep_tnum b)
{
	return ((a.value ^ b.value) & ~a.mask & ~b.mask) == 0;
}

/* The common members, where skep_tnum_meets. */
static inline struct skep_tnum skep_tnum_meet(struct skep_tnum a, struct skep_tnum b)
{
	const u64 mask = a.mask & b.mask;

	return (struct skep_tnum){(a.value | b.value) & ~mask, mask};
}

/* Whether every member of `inner` is one of `outer`. */
static inline bool skep_tnum_within(struct skep_tnum outer, struct skep_tnum inner)
{
	return (inner.mask & ~outer.mask) == 0 && ((inner.value ^ outer.value) & ~outer.mask) == 0;
}

static inline bool skep_tnum_holds(struct skep_tnum t, u64 number)
{
	return ((number ^ t.value) & ~t.mask) == 0;
}

/* Moves *number up to the next member, if it is none. False if there is none above.
 *
 * The highest known bit that *number has wrong decides. Is it to become 1, the bits above stay and
 * those below are as small as they can be. Is it to become 0, the lowest unknown 0 above it must
 * become 1, which is where a carry stops that passes through all known bits. */
static inline bool skep_tnum_next(struct skep_tnum t, u64 *number)
{
	const u64 wrong = (*number ^ t.value) & ~t.mask;
	u64 below, next;

	if (!wrong)
		return true;
	below = ~0ull >> __builtin_clzll(wrong);
	if (t.value & (below ^ below >> 1)) {
		*number = (*number & t.mask & ~below) | t.value;
		return true;
	}
	next = (((*number | ~t.mask | below) + 1) & t.mask) | t.value;
	if (next < *number)
		return false;
	*number = next;
	return true;
}

/* Moves *number down to the next member: the same, upside down. */
static inline bool skep_tnum_previous(struct skep_tnum t, u64 *number)
{
	u64 turned = ~*number;

	if (!skep_tnum_next((struct skep_tnum){~t.value & ~t.mask, t.mask}, &turned))
		return false;
	*number = ~turned;
	return true;
}

#endif
