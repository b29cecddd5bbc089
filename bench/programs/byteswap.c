/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Numbers of three sizes read and written in network order. */
#include "entry.h"

enum { RECORD = 16, RECORDS = 64 };

u64 PROGRAM(u8 *memory, u64 size)
{
	u64 sum = 0;

	(void)size;
	for (u32 i = 0; i < RECORDS; i++) {
		const u8 *in = memory + i * RECORD;
		u8 *out = memory + (RECORDS + i) * RECORD;
		u64 a = be64(in);
		u32 b = be32(in + 8);
		u16 c = be16(in + 12);

		sum += a ^ b ^ c;
		*at64(out) = __builtin_bswap64(a + 1);
		*at32(out + 8) = __builtin_bswap32(b + c);
		*at16(out + 12) = __builtin_bswap16((u16)(c ^ b));
	}
	return sum;
}
