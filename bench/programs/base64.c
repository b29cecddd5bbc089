/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* 384 bytes in base64 (RFC 4648): the text follows them in memory. */
#include "entry.h"

enum { BYTES = 384 };

static const char digits[64] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

u64 PROGRAM(u8 *memory, u64 size)
{
	u8 *out = memory + BYTES;

	(void)size;
	for (u32 i = 0, o = 0; i < BYTES; i += 3, o += 4) {
		u32 x = (u32)memory[i] << 16 | (u32)memory[i + 1] << 8 | memory[i + 2];

		out[o] = digits[x >> 18 & 63];
		out[o + 1] = digits[x >> 12 & 63];
		out[o + 2] = digits[x >> 6 & 63];
		out[o + 3] = digits[x & 63];
	}
	return *at64(out + BYTES / 3 * 4 - 8);
}
