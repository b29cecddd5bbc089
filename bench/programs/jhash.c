/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Jenkins' hash of flows of three words, as Linux's jhash_3words. */
#include "entry.h"

static inline u32 rotate(u32 x, u32 by)
{
	return x << by | x >> (32 - by);
}

static inline u32 hash(u32 a, u32 b, u32 c)
{
	c = (c ^ b) - rotate(b, 14);
	a = (a ^ c) - rotate(c, 11);
	b = (b ^ a) - rotate(a, 25);
	c = (c ^ b) - rotate(b, 16);
	a = (a ^ c) - rotate(c, 4);
	b = (b ^ a) - rotate(a, 14);
	return (c ^ b) - rotate(b, 24);
}

u64 PROGRAM(u8 *memory, u64 size)
{
	u32 sum = 0;

	for (u64 i = 0; i + 12 <= size; i += 12)
		sum ^= hash(*at32(memory + i), *at32(memory + i + 4), *at32(memory + i + 8));
	return sum;
}
