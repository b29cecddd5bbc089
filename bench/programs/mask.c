/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* A mask over all bytes, 8 at a time, that leaves the memory as it was after the second pass. */
#include "entry.h"

static inline void mask(u8 *memory, u64 size, u64 key)
{
	for (u64 i = 0; i + 8 <= size; i += 8)
		*at64(memory + i) ^= key;
}

u64 PROGRAM(u8 *memory, u64 size)
{
	u64 key = 0x5a5a5a5a ^ size;

	mask(memory, size, key);
	mask(memory, size, key);
	return *at64(memory);
}
