/* SPDX-License-Identifier: BSD-2-Clause */
/* Integers at any address, in a named byte order. */
#ifndef SKEP_BASE_BYTES_H
#define SKEP_BASE_BYTES_H

#include <endian.h>
#include <string.h>

#include "base/types.h"

#define SKEP_BYTES_ACCESS(bits)                                                                    \
	static inline u##bits skep_get_be##bits(const void *at)                                    \
	{                                                                                          \
		u##bits value;                                                                     \
		memcpy(&value, at, sizeof(value));                                                 \
		return be##bits##toh(value);                                                       \
	}                                                                                          \
	static inline u##bits skep_get_le##bits(const void *at)                                    \
	{                                                                                          \
		u##bits value;                                                                     \
		memcpy(&value, at, sizeof(value));                                                 \
		return le##bits##toh(value);                                                       \
	}                                                                                          \
	static inline void skep_put_be##bits(void *at, u##bits value)                              \
	{                                                                                          \
		value = htobe##bits(value);                                                        \
		memcpy(at, &value, sizeof(value));                                                 \
	}                                                                                          \
	static inline void skep_put_le##bits(void *at, u##bits value)                              \
	{                                                                                          \
		value = htole##bits(value);                                                        \
		memcpy(at, &value, sizeof(value));                                                 \
	}

SKEP_BYTES_ACCESS(16)
SKEP_BYTES_ACCESS(32)
SKEP_BYTES_ACCESS(64)

#endif
