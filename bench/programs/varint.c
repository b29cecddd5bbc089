/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Numbers of 7 bits a byte, as protocol buffers and QUIC's relatives have them. */
#include "entry.h"

u64 PROGRAM(u8 *memory, u64 size)
{
	u64 sum = 0, x = 0;
	u32 shift = 0;

	for (u64 i = 0; i < size; i++) {
		u8 byte = memory[i];

		x |= (u64)(byte & 0x7f) << (shift & 63);
		shift += 7;
		if (byte & 0x80)
			continue;
		sum += x;
		x = 0;
		shift = 0;
	}
	return sum;
}
