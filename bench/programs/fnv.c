/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* FNV-1a, 64 bits: a dependent multiplication for each byte. */
#include "entry.h"

u64 PROGRAM(u8 *memory, u64 size)
{
	u64 hash = 0xcbf29ce484222325;

	for (u64 i = 0; i < size; i++)
		hash = (hash ^ memory[i]) * 0x100000001b3;
	return hash;
}
