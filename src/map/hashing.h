/* SPDX-License-Identifier: BSD-2-Clause */
/* The hash of a key: products of 128 bits, folded. The seed is secret, so that nobody outside can
 * make keys that meet. */
#ifndef SKEP_MAP_HASHING_H
#define SKEP_MAP_HASHING_H

#include <string.h>

#include "base/types.h"

#define SKEP_HASH_FIRST	 0x9e3779b97f4a7c15u
#define SKEP_HASH_SECOND 0xd6e8feb86659fd93u

static inline u64 skep_hash_fold(u64 a, u64 b)
{
	unsigned __int128 product = (unsigned __int128)a * b;

	return (u64)product ^ (u64)(product >> 64);
}

/* Four bytes, alone: programs make keys of such fields, and a load of eight bytes would wait until
 * both are in the cache, behind all that the processor does in advance. */
static inline u64 skep_hash_half(const u8 *at)
{
	u32 half;

	memcpy(&half, at, sizeof(half));
	__asm__("" : "+r"(half));
	return half;
}

static inline u64 skep_hash_word(const u8 *at, u32 size)
{
	u64 word = 0;

	if (size == 8)
		return skep_hash_half(at) | skep_hash_half(at + 4) << 32;
	if (size == 4)
		return skep_hash_half(at);
	memcpy(&word, at, size);
	return word;
}

/* Where the size is a constant, the loop is gone. */
static inline __attribute__((always_inline)) u64 skep_hash(u64 seed, const void *key, u32 size)
{
	const u8 *at = key;
	u64 hash = seed ^ size, second = seed ^ SKEP_HASH_SECOND;

	for (; size > 16; at += 16, size -= 16)
		hash = skep_hash_fold(skep_hash_word(at, 8) ^ SKEP_HASH_FIRST ^ hash,
				      skep_hash_word(at + 8, 8) ^ second);
	if (size > 8)
		return skep_hash_fold(skep_hash_word(at, 8) ^ SKEP_HASH_FIRST ^ hash,
				      skep_hash_word(at + 8, size - 8) ^ second);
	return skep_hash_fold(skep_hash_word(at, size) ^ hash, SKEP_HASH_FIRST);
}

#endif
