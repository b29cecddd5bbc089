/* SPDX-License-Identifier: BSD-2-Clause */
#include "inputs.h"

#include <string.h>

#include "base/bytes.h"

enum { SEED = 0x2545f491, FRAME = 128, NUMBERS = 256 };

static u32 draw(u64 *state)
{
	*state = *state * 6364136223846793005 + 1442695040888963407;
	return (u32)(*state >> 32);
}

void bench_fill_zeros(u8 *memory, u32 size)
{
	memset(memory, 0, size);
}

void bench_fill_random(u8 *memory, u32 size)
{
	u64 state = SEED;

	for (u32 i = 0; i < size; i++)
		memory[i] = (u8)(draw(&state) >> 24);
}

void bench_fill_text(u8 *memory, u32 size)
{
	static const char text[] = "The 4th hive of 1756 held about 20,000 bees; \xe2\x80\x9c"
				   "half of them,\xe2\x80\x9d "
				   "wrote Fran\xc3\xa7ois Huber, \xe2\x80\x9c"
				   "forage within 1.5 km.\xe2\x80\x9d ";
	static const char end[] = " packets.";
	u32 room = size - (u32)strlen(end);
	u32 whole = room / (sizeof(text) - 1) * (sizeof(text) - 1);

	for (u32 i = 0; i < room; i++)
		memory[i] = i < whole ? (u8)text[i % (sizeof(text) - 1)] : ' ';
	memcpy(memory + room, end, strlen(end));
}

void bench_fill_strings(u8 *memory, u32 size)
{
	bench_fill_random(memory, size / 2);
	for (u32 i = 0; i < size / 2; i++)
		memory[i] |= 1;
	memory[size / 2 - 1] = 0;
	memcpy(memory + size / 2, memory, size / 2);
}

void bench_fill_sorted(u8 *memory, u32 size)
{
	u64 state = SEED;
	u32 number = 0;

	for (u32 i = 0; i + 4 <= size; i += 4) {
		number = i < NUMBERS * 4 ? number + (draw(&state) >> 9) : draw(&state) >> 1;
		memcpy(memory + i, &number, 4);
	}
}

/* An IP header at `at`; returns what follows it. */
static u8 *put_ip(u8 *at, u8 protocol)
{
	*at = 0x45;
	skep_put_be16(at + 2, 100);
	skep_put_be16(at + 6, 0x4000);
	at[8] = 64;
	at[9] = protocol;
	return at + 20;
}

static u8 *put_ip6(u8 *at, u8 protocol)
{
	*at = 0x60;
	skep_put_be16(at + 4, 60);
	at[6] = protocol;
	at[7] = 64;
	return at + 40;
}

/* Bit by bit, `kind` says: IPv6, UDP, a VLAN tag, a second one, no SYN. */
static void put_frame(u8 *frame, u32 kind)
{
	u8 *at = frame + 12;
	u8 protocol = kind & 2 ? 17 : 6;

	for (u32 tags = kind >> 2 & 3; tags; tags &= tags - 1, at += 4)
		skep_put_be16(at, 0x8100);
	skep_put_be16(at, kind & 1 ? 0x86dd : 0x800);
	at = kind & 1 ? put_ip6(at + 2, protocol) : put_ip(at + 2, protocol);
	skep_put_be16(at + 2, kind & 4 ? 53 : 443);
	at[13] = kind & 16 ? 0x10 : 0x02;
}

void bench_fill_packets(u8 *memory, u32 size)
{
	bench_fill_random(memory, size);
	/* The smallest input has but one frame's beginning: two fields of UDP. */
	if (size < FRAME) {
		skep_put_be16(memory + 12, 0x800);
		memory[23] = 17;
	}
	for (u32 i = 0; (i + 1) * FRAME <= size; i++)
		put_frame(memory + i * FRAME, i);
}
