/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* A ladder of bounds checks, as packet programs have one before each access. */
#include "entry.h"

struct cursor {
	const u8 *at, *end;
};

/* A type, a length and a value of one of four sizes; false past the end. */
static inline int next(struct cursor *c, u64 *sum)
{
	if (c->at + 2 > c->end)
		return 0;
	u8 type = c->at[0];

	c->at += 2;
	if (type & 1) {
		if (c->at + 2 > c->end)
			return 0;
		*sum += *(const u16 *)(const void *)c->at;
		c->at += 2;
	}
	if (type & 2) {
		if (c->at + 4 > c->end)
			return 0;
		*sum ^= c->at[0] | (u32)c->at[2] << 8;
		c->at += 4;
	}
	if (type & 4) {
		if (c->at + 8 > c->end)
			return 0;
		*sum += c->at[1] * 3 + c->at[7];
		c->at += 8;
	}
	return 1;
}

u64 PROGRAM(u8 *memory, u64 size)
{
	struct cursor c = {memory, memory + size};
	u64 sum = 0;

	for (u32 i = 0; i < 64 && next(&c, &sum); i++)
		sum += sum << 1;
	return sum;
}
