/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* The sum of all bytes. */
#include "entry.h"

u64 PROGRAM(u8 *memory, u64 size)
{
	u64 sum = 0;

	for (u64 i = 0; i < size; i++)
		sum += memory[i];
	return sum;
}
