/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Binary logarithms of 64-bit words by halving the width. */
#include "entry.h"

static inline u32 log2_of(u64 x)
{
	u32 log = 0;

	for (u32 width = 32; width; width /= 2)
		if (x >> width) {
			x >>= width;
			log += width;
		}
	return log;
}

u64 PROGRAM(u8 *memory, u64 size)
{
	u64 sum = 0;

	for (u64 i = 0; i + 8 <= size; i += 8)
		sum += log2_of(*at64(memory + i) >> (i & 63));
	return sum;
}
