/* SPDX-License-Identifier: BSD-2-Clause */
#include "jit/key.h"

#include <sys/random.h>
#include <time.h>

/* Where the system has no random numbers yet, the time and an address stand in. */
static u64 first_key(const u64 *at)
{
	struct timespec t;
	u64 key;

	if (getrandom(&key, sizeof(key), GRND_NONBLOCK) == sizeof(key) && key)
		return key;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return ((u64)t.tv_nsec * 0x9e3779b97f4a7c15u ^ (u64)(uintptr_t)at) | 1;
}

static bool has_zero_byte(u64 value)
{
	return (value - 0x0101010101010101) & ~value & 0x8080808080808080;
}

/* xorshift */
u64 skep_jit_next_key(u64 *last)
{
	u64 key = *last ? *last : first_key(last);

	do {
		key ^= key << 13;
		key ^= key >> 7;
		key ^= key << 17;
	} while (has_zero_byte(key));
	*last = key;
	return key;
}
