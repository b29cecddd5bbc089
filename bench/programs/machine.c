/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* A state machine: words, numbers and signs of a text, counted. */
#include "entry.h"

enum state { BLANK, WORD, NUMBER, SIGN };

static inline enum state kind(u8 byte)
{
	u8 lower = byte | 0x20;

	if (lower >= 'a' && lower <= 'z')
		return WORD;
	if (byte >= '0' && byte <= '9')
		return NUMBER;
	return byte <= ' ' ? BLANK : SIGN;
}

u64 PROGRAM(u8 *memory, u64 size)
{
	u32 words = 0, numbers = 0, signs = 0;
	enum state state = BLANK;

	for (u64 i = 0; i < size; i++) {
		enum state next = kind(memory[i]);

		/* A word may go on with digits; a number is over with the first letter. */
		if (state == WORD && next == NUMBER)
			continue;
		if (next != state || next == SIGN) {
			words += next == WORD;
			numbers += next == NUMBER;
			signs += next == SIGN;
		}
		state = next;
	}
	return (u64)words << 32 | (u64)numbers << 16 | signs;
}
