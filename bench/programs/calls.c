/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Local calls: each of 64 rounds makes seven, three deep. */
#include "entry.h"

NOINLINE u64 leaf(u64 a, u64 b)
{
	return (a ^ b) + (a >> 3);
}

NOINLINE u64 twig(u64 a, u64 b)
{
	return leaf(a, b) + leaf(b, a + 1);
}

NOINLINE u64 branch(u64 a, u64 b, u64 c)
{
	return twig(a, b) ^ twig(b, c);
}

u64 PROGRAM(u8 *memory, u64 size)
{
	u64 x = size;

	for (u32 i = 0; i < 64; i++)
		x = branch(x, memory[i], i);
	return x;
}
