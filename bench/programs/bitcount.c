/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* The ones of 64-bit words, summed up inside the words. */
#include "entry.h"

u64 PROGRAM(u8 *memory, u64 size)
{
	u64 count = 0;

	for (u64 i = 0; i + 8 <= size; i += 8) {
		u64 x = *at64(memory + i);

		x -= x >> 1 & 0x5555555555555555;
		x = (x & 0x3333333333333333) + (x >> 2 & 0x3333333333333333);
		x = (x + (x >> 4)) & 0x0f0f0f0f0f0f0f0f;
		count += x * 0x0101010101010101 >> 56;
	}
	return count;
}
