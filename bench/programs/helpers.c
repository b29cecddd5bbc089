/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Calls of a helper that does next to nothing. */
#include "entry.h"

u64 PROGRAM(u8 *memory, u64 size)
{
	u64 sum = size;

	for (u32 i = 0; i < 100; i++)
		sum += (bench_node() & 1) + memory[i];
	return sum;
}
