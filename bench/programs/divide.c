/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Division and modulo by constants of both widths. */
#include "entry.h"

u64 PROGRAM(u8 *memory, u64 size)
{
	u32 x = (u32)size;
	u64 y = *at64(memory);

	for (u32 i = 0; i < 100; i++) {
		x = x * 31 / 7 + x % 1000;
		y = (y ^ x) / 10 + y % 86400 * 0x100000001;
	}
	return y + x;
}
