/* SPDX-License-Identifier: BSD-2-Clause */
/* Digests of FIPS 180-4 of bytes that lie in memory. From any thread. */
#ifndef SKEP_BASE_SHA_H
#define SKEP_BASE_SHA_H

#include "base/types.h"

enum { SKEP_SHA1_SIZE = 20, SKEP_SHA256_SIZE = 32 };

void skep_sha1(const void *bytes, size_t size, u8 digest[SKEP_SHA1_SIZE]);
void skep_sha256(const void *bytes, size_t size, u8 digest[SKEP_SHA256_SIZE]);

#endif
