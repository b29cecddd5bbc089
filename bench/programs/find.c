/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* A word of 8 letters sought in a text. */
#include "entry.h"

enum { WORD = 8 };

u64 PROGRAM(u8 *memory, u64 size)
{
	static const char word[WORD] = "packets.";

	for (u64 i = 0; i + WORD <= size; i++) {
		u32 same = 0;

		while (same < WORD && memory[i + same] == (u8)word[same])
			same++;
		if (same == WORD)
			return i;
	}
	return size;
}
