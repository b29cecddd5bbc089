/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Instructions without a branch, each run once: arithmetic, loads, stores. */
#include "entry.h"

static inline u64 step(u8 *memory, u32 i, u64 x)
{
	x = (x ^ *at64(memory + i * 8)) + (x >> 7);
	*at64(memory + 128 + i * 8) = x;
	return x * 5 - (x & 0xff0);
}

u64 PROGRAM(u8 *memory, u64 size)
{
	u64 x = size;

#pragma unroll
	for (u32 i = 0; i < 16; i++)
		x = step(memory, i, x);
	return x;
}
