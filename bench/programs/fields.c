/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* The smallest useful filter: two fields of a packet. */
#include "entry.h"

u64 PROGRAM(u8 *memory, u64 size)
{
	if (size < 34 || be16(memory + 12) != 0x800)
		return 0;
	return memory[23] == 17 ? 1 : 2;
}
