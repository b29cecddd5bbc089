/* SPDX-License-Identifier: BSD-2-Clause */
/* Sums of 16-bit words in one's complement (RFC 1071), not folded while they are computed: the same
 * 32 bits that Linux has on processors of 64 bits. */
#ifndef SKEP_VM_CHECKSUM_H
#define SKEP_VM_CHECKSUM_H

#include <string.h>

#include "base/types.h"

static inline u32 skep_csum_add(u32 a, u32 b)
{
	u32 sum = a + b;

	return sum + (sum < b);
}

static inline u32 skep_csum_sub(u32 a, u32 b)
{
	return skep_csum_add(a, ~b);
}

/* The sum of bytes that begin at an offset of what another sum is of. */
static inline u32 skep_csum_shift(u32 sum, u32 offset)
{
	return offset & 1 ? sum >> 8 | sum << 24 : sum;
}

/* To 16 bits, without the complement. */
static inline u16 skep_csum_short(u32 sum)
{
	sum = (sum & 0xffff) + (sum >> 16);
	return (u16)((sum & 0xffff) + (sum >> 16));
}

/* To the complement that headers have. */
static inline u16 skep_csum_fold(u32 sum)
{
	return (u16)~skep_csum_short(sum);
}

static inline u64 skep_csum_carry(u64 sum, u64 word)
{
	sum += word;
	return sum + (sum < word);
}

/* Adds bytes to a sum. */
static inline u32 skep_csum(const void *bytes, size_t size, u32 sum)
{
	const u8 *at = bytes;
	u64 all = sum, word;

	for (; size >= sizeof(word); at += sizeof(word), size -= sizeof(word)) {
		memcpy(&word, at, sizeof(word));
		all = skep_csum_carry(all, word);
	}
	word = 0;
	memcpy(&word, at, size);
	all = skep_csum_carry(all, word);
	return skep_csum_add((u32)all, (u32)(all >> 32));
}

#endif
