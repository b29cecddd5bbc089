/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* SipHash-2-4 of messages of 64 bytes: additions, rotations, exclusive ors, all dependent. */
#include "entry.h"

enum { MESSAGE = 64 };

struct state {
	u64 a, b, c, d;
};

static inline u64 rotate(u64 x, u32 by)
{
	return x << by | x >> (64 - by);
}

static inline void round(struct state *s)
{
	s->a += s->b;
	s->c += s->d;
	s->b = rotate(s->b, 13) ^ s->a;
	s->d = rotate(s->d, 16) ^ s->c;
	s->a = rotate(s->a, 32);
	s->c += s->b;
	s->a += s->d;
	s->b = rotate(s->b, 17) ^ s->c;
	s->d = rotate(s->d, 21) ^ s->a;
	s->c = rotate(s->c, 32);
}

static inline void absorb(struct state *s, u64 word)
{
	s->d ^= word;
	round(s);
	round(s);
	s->a ^= word;
}

static inline u64 siphash(u8 *message, u64 k0, u64 k1)
{
	struct state s = {k0 ^ 0x736f6d6570736575, k1 ^ 0x646f72616e646f6d, k0 ^ 0x6c7967656e657261,
			  k1 ^ 0x7465646279746573};

	for (u32 i = 0; i < MESSAGE; i += 8)
		absorb(&s, *at64(message + i));
	absorb(&s, (u64)MESSAGE << 56);
	s.c ^= 0xff;
	for (u32 i = 0; i < 4; i++)
		round(&s);
	return s.a ^ s.b ^ s.c ^ s.d;
}

u64 PROGRAM(u8 *memory, u64 size)
{
	u64 hash = 0;

	for (u64 i = 0; i + MESSAGE <= size; i += MESSAGE)
		hash ^= siphash(memory + i, 0x0706050403020100, 0x0f0e0d0c0b0a0908 + i);
	return hash;
}
