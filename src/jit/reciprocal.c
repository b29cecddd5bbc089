/* SPDX-License-Identifier: BSD-2-Clause */
#include "jit/reciprocal.h"

__extension__ typedef unsigned __int128 u128;

u32 skep_divisor_log2(u64 divisor)
{
	return 63 - (u32)__builtin_clzll(divisor);
}

u64 skep_divisor_magnitude(s32 divisor)
{
	return divisor < 0 ? 0 - (u64)(s64)divisor : (u64)divisor;
}

bool skep_reciprocal_short(u32 divisor, struct skep_reciprocal *r)
{
	for (u32 p = 0; p < 32; p++) {
		u64 one = (u64)1 << (32 + p), value = (one - 1) / divisor + 1;

		if (value > UINT32_MAX)
			return false;
		if (value * divisor - one <= (u64)1 << p) {
			*r = (struct skep_reciprocal){value, p, false};
			return true;
		}
	}
	return false;
}

/* 2^32 dividends, 64 bits: any rounding up is exact enough. For 2^64 dividends the error must not
 * pass 2^power; else it takes one more bit. */
struct skep_reciprocal skep_reciprocal_find(u64 divisor, u32 bits)
{
	u32 power = skep_divisor_log2(divisor);
	u128 whole = (u128)1 << (64 + power);
	u64 value;

	if (bits == 32)
		return (struct skep_reciprocal){UINT64_MAX / divisor + 1, 0, false};
	value = (u64)(whole / divisor + 1);
	if ((u128)value * divisor - whole <= (u64)1 << power)
		return (struct skep_reciprocal){value, power, false};
	return (struct skep_reciprocal){(u64)(2 * whole / divisor + 1), power, true};
}

/* 2^31 dividends each way: a reciprocal of 32 bits behind the leading one is exact enough. */
struct skep_reciprocal skep_reciprocal_signed_short(u64 magnitude)
{
	u32 power = skep_divisor_log2(magnitude);

	return (struct skep_reciprocal){((u64)1 << (32 + power)) / magnitude + 1, power, false};
}

struct skep_reciprocal skep_reciprocal_signed(u64 magnitude)
{
	u32 power = skep_divisor_log2(magnitude);

	return (struct skep_reciprocal){.value = (u64)(((u128)1 << (64 + power)) / magnitude + 1),
					.power = power};
}
