/* SPDX-License-Identifier: BSD-2-Clause */
/* SHA-1 and SHA-256 (FIPS 180-4): both take blocks of 64 bytes, padded by a one bit, zeros and the
 * length in bits. */
#include "base/sha.h"

#include <string.h>

#include "base/bytes.h"

enum { BLOCK = 64, WORDS_MAX = 8 };

struct algorithm {
	void (*block)(u32 *state, const u8 bytes[BLOCK]);
	u32 start[WORDS_MAX];
	u32 words; /* of the digest */
};

static u32 left(u32 word, u32 by)
{
	return word << by | word >> (32 - by);
}

static u32 right(u32 word, u32 by)
{
	return left(word, 32 - by);
}

/* ---- SHA-1 */

static u32 mix1(u32 t, u32 b, u32 c, u32 d)
{
	if (t < 20)
		return ((b & c) | (~b & d)) + 0x5a827999;
	if (t < 40)
		return (b ^ c ^ d) + 0x6ed9eba1;
	if (t < 60)
		return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
	return (b ^ c ^ d) + 0xca62c1d6;
}

static void block1(u32 *state, const u8 bytes[BLOCK])
{
	u32 w[80], a = state[0], b = state[1], c = state[2], d = state[3], e = state[4];

	for (u32 t = 0; t < 80; t++) {
		u32 next;

		w[t] = t < 16 ? skep_get_be32(bytes + 4 * t)
			      : left(w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16], 1);
		next = left(a, 5) + mix1(t, b, c, d) + e + w[t];
		e = d;
		d = c;
		c = left(b, 30);
		b = a;
		a = next;
	}
	state[0] += a;
	state[1] += b;
	state[2] += c;
	state[3] += d;
	state[4] += e;
}

/* ---- SHA-256 */

/* The first 32 bits of the fractions of the cube roots of the first 64 primes. */
static const u32 roots[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static u32 extend256(const u32 *w, u32 t)
{
	u32 a = w[t - 15], b = w[t - 2];

	return w[t - 16] + (right(a, 7) ^ right(a, 18) ^ a >> 3) + w[t - 7] +
	       (right(b, 17) ^ right(b, 19) ^ b >> 10);
}

static void block256(u32 *state, const u8 bytes[BLOCK])
{
	u32 w[64], s[8];

	memcpy(s, state, sizeof(s));
	for (u32 t = 0; t < 64; t++) {
		u32 a = s[0], e = s[4], one, two;

		w[t] = t < 16 ? skep_get_be32(bytes + 4 * t) : extend256(w, t);
		one = s[7] + (right(e, 6) ^ right(e, 11) ^ right(e, 25)) +
		      ((e & s[5]) ^ (~e & s[6])) + roots[t] + w[t];
		two = (right(a, 2) ^ right(a, 13) ^ right(a, 22)) +
		      ((a & s[1]) ^ (a & s[2]) ^ (s[1] & s[2]));
		memmove(s + 1, s, 7 * sizeof(*s));
		s[4] += one;
		s[0] = one + two;
	}
	for (u32 i = 0; i < 8; i++)
		state[i] += s[i];
}

/* ---- both */

static const struct algorithm sha1 = {
    block1, {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0}, 5};
static const struct algorithm sha256 = {block256,
					{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f,
					 0x9b05688c, 0x1f83d9ab, 0x5be0cd19},
					8};

static void run(const struct algorithm *a, const u8 *bytes, size_t size, u8 *digest)
{
	u8 last[2 * BLOCK] = {0};
	u32 state[WORDS_MAX];
	size_t rest = size % BLOCK, end = rest + 9 <= BLOCK ? BLOCK : 2 * BLOCK;

	memcpy(state, a->start, sizeof(state));
	for (size_t at = 0; at + BLOCK <= size; at += BLOCK)
		a->block(state, bytes + at);
	if (rest)
		memcpy(last, bytes + size - rest, rest);
	last[rest] = 0x80;
	skep_put_be32(last + end - 8, (u32)((u64)size >> 29));
	skep_put_be32(last + end - 4, (u32)(size << 3));
	for (size_t at = 0; at < end; at += BLOCK)
		a->block(state, last + at);
	for (u32 i = 0; i < a->words; i++)
		skep_put_be32(digest + 4 * i, state[i]);
}

void skep_sha1(const void *bytes, size_t size, u8 digest[SKEP_SHA1_SIZE])
{
	run(&sha1, bytes, size, digest);
}

void skep_sha256(const void *bytes, size_t size, u8 digest[SKEP_SHA256_SIZE])
{
	run(&sha256, bytes, size, digest);
}
