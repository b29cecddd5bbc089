/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Insertion sort of 48 numbers on the stack. */
#include "entry.h"

enum { N = 48 };

u64 PROGRAM(u8 *memory, u64 size)
{
	u32 sorted[N];
	u64 sum = 0;

	(void)size;
	for (u32 i = 0; i < N; i++) {
		u32 x = *at32(memory + i * 4);
		u32 at = i;

		while (at > 0 && sorted[at - 1] > x) {
			sorted[at] = sorted[at - 1];
			at--;
		}
		sorted[at] = x;
	}
	for (u32 i = 0; i < N; i++)
		sum = sum * 31 + sorted[i];
	return sum;
}
