/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* The product of two 16 by 16 matrices of 32-bit numbers; the result follows them in memory. */
#include "entry.h"

enum { N = 16, BYTES = N * N * 4 };

static inline u32 cell(u8 *a, u8 *b, u32 row, u32 column)
{
	u32 sum = 0;

	for (u32 k = 0; k < N; k++)
		sum += *at32(a + (row * N + k) * 4) * *at32(b + (k * N + column) * 4);
	return sum;
}

u64 PROGRAM(u8 *memory, u64 size)
{
	u32 trace = 0;

	(void)size;
	for (u32 row = 0; row < N; row++)
		for (u32 column = 0; column < N; column++) {
			u32 x = cell(memory, memory + BYTES, row, column);

			*at32(memory + 2 * BYTES + (row * N + column) * 4) = x;
			trace += row == column ? x : 0;
		}
	return trace;
}
