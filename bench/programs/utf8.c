/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Whether a text is well-formed UTF-8 (RFC 3629), and how many characters it has. */
#include "entry.h"

/* The next byte's allowed range after a first byte of each kind. */
struct expect {
	u32 more;
	u8 low, high;
};

static inline int first(u8 byte, struct expect *e)
{
	*e = (struct expect){0, 0x80, 0xbf};
	if (byte < 0x80)
		return 1;
	if (byte < 0xc2 || byte > 0xf4)
		return 0;
	e->more = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
	if (byte == 0xe0)
		e->low = 0xa0;
	else if (byte == 0xed)
		e->high = 0x9f;
	else if (byte == 0xf0)
		e->low = 0x90;
	else if (byte == 0xf4)
		e->high = 0x8f;
	return 1;
}

u64 PROGRAM(u8 *memory, u64 size)
{
	struct expect e = {0};
	u64 characters = 0;

	for (u64 i = 0; i < size; i++) {
		u8 byte = memory[i];

		if (e.more) {
			if (byte < e.low || byte > e.high)
				return i << 32;
			e = (struct expect){e.more - 1, 0x80, 0xbf};
			continue;
		}
		if (!first(byte, &e))
			return i << 32;
		characters++;
	}
	return e.more ? size << 32 : characters;
}
