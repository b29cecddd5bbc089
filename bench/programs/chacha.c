/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Two ChaCha blocks of 20 rounds (RFC 8439): 16 words in turn, more than there are registers. */
#include "entry.h"

enum { WORDS = 16, BLOCKS = 2 };

static inline u32 rotate(u32 x, u32 by)
{
	return x << by | x >> (32 - by);
}

static inline void quarter(u32 *a, u32 *b, u32 *c, u32 *d)
{
	*a += *b;
	*d = rotate(*d ^ *a, 16);
	*c += *d;
	*b = rotate(*b ^ *c, 12);
	*a += *b;
	*d = rotate(*d ^ *a, 8);
	*c += *d;
	*b = rotate(*b ^ *c, 7);
}

static inline void double_round(u32 *x)
{
	quarter(x, x + 4, x + 8, x + 12);
	quarter(x + 1, x + 5, x + 9, x + 13);
	quarter(x + 2, x + 6, x + 10, x + 14);
	quarter(x + 3, x + 7, x + 11, x + 15);
	quarter(x, x + 5, x + 10, x + 15);
	quarter(x + 1, x + 6, x + 11, x + 12);
	quarter(x + 2, x + 7, x + 8, x + 13);
	quarter(x + 3, x + 4, x + 9, x + 14);
}

u64 PROGRAM(u8 *memory, u64 size)
{
	u64 sum = 0;

	(void)size;
	for (u32 block = 0; block < BLOCKS; block++) {
		u32 x[WORDS];

		for (u32 i = 0; i < WORDS; i++)
			x[i] = *at32(memory + i * 4);
		x[12] += block;
		for (u32 i = 0; i < 10; i++)
			double_round(x);
		for (u32 i = 0; i < WORDS; i++)
			sum = sum * 3 + x[i] + *at32(memory + i * 4);
	}
	return sum;
}
