/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* A switch with a case for each of 16 operations, taken by random bytes. */
#include "entry.h"

static inline u32 step(u8 operation, u32 x)
{
	switch (operation & 15) {
	case 0:
		return x + 1;
	case 1:
		return x ^ 0x55;
	case 2:
		return x << 1;
	case 3:
		return x >> 1;
	case 4:
		return x * 3;
	case 5:
		return x - 7;
	case 6:
		return ~x;
	case 7:
		return x | 0x100;
	case 8:
		return x & 0xffff;
	case 9:
		return x + (x >> 3);
	case 10:
		return x ^ x << 5;
	case 11:
		return x * x;
	case 12:
		return x - (x << 2);
	case 13:
		return x + 1000;
	case 14:
		return x ^ x >> 7;
	default:
		return -x;
	}
}

u64 PROGRAM(u8 *memory, u64 size)
{
	u32 x = 1;

	for (u64 i = 0; i < size; i++)
		x = step(memory[i], x);
	return x;
}
