/* SPDX-License-Identifier: BSD-2-Clause */
/* What to multiply with in place of dividing by a constant, in fixed point (Granlund and
 * Montgomery, "Division by invariant integers using multiplication", 1994). Reciprocals are rounded
 * up; in each case their error, times the largest dividend, stays under one part in the divisor, so
 * that the quotient comes out exact. */
#ifndef SKEP_JIT_RECIPROCAL_H
#define SKEP_JIT_RECIPROCAL_H

#include "base/types.h"

struct skep_reciprocal {
	u64 value;
	u32 power;  /* shift of the product's upper half */
	bool carry; /* there is a bit 64 as well */
};

/* The position of the highest bit that is set; the divisor is not 0. */
u32 skep_divisor_log2(u64 divisor);

/* A divisor without its sign. */
u64 skep_divisor_magnitude(s32 divisor);

/* For dividends of 32 bits: the quotient is n * value >> (32 + power), and the value has at most 32
 * bits. False if no reciprocal of that size is exact enough. */
bool skep_reciprocal_short(u32 divisor, struct skep_reciprocal *r);

/* For dividends of `bits` bits and a divisor that is neither 0 nor a power of 2: h being the upper
 * half of n * value, the quotient is h >> power, or with a carry (n + h) / 2 >> power, the sum
 * being one of 65 bits. */
struct skep_reciprocal skep_reciprocal_find(u64 divisor, u32 bits);

/* For signed dividends of 32 bits, and a divisor that is no power of 2: n * value >> (32 + power)
 * is the quotient, less one if n is negative. The value has at most 32 bits. */
struct skep_reciprocal skep_reciprocal_signed_short(u64 magnitude);

/* The same for 64 bits, with the upper half of the product: (n * value >> 64) >> power. The value
 * has bit 63 set, so that as a signed number it is 2^64 too small. */
struct skep_reciprocal skep_reciprocal_signed(u64 magnitude);

#endif
