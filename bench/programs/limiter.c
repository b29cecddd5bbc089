/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Token buckets: 64 arrivals at 16 buckets, with 64-bit multiplication and division. */
#include "entry.h"

enum { BUCKETS = 16, ARRIVALS = 64, BURST = 20000 };

struct bucket {
	u64 rate; /* bytes a second */
	u64 tokens, last;
};

static inline int allow(struct bucket *b, u64 now, u32 bytes)
{
	u64 earned = (now - b->last) * b->rate / 1000000000;

	b->last = now;
	b->tokens = b->tokens + earned < BURST ? b->tokens + earned : BURST;
	if (b->tokens < bytes)
		return 0;
	b->tokens -= bytes;
	return 1;
}

u64 PROGRAM(u8 *memory, u64 size)
{
	struct bucket *buckets = (void *)memory;
	u64 allowed = 0, now = 1000000;

	(void)size;
	for (u32 i = 0; i < BUCKETS; i++)
		buckets[i] = (struct bucket){1000000 + i * 777777, 1500, now};
	for (u32 i = 0; i < ARRIVALS; i++) {
		u32 x = *at32(memory + sizeof(struct bucket) * BUCKETS + i * 4);

		now += x & 0xfffff;
		allowed = allowed * 3 + allow(&buckets[x >> 28], now, x >> 16 & 0x7ff);
	}
	return allowed;
}
