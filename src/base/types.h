/* SPDX-License-Identifier: BSD-2-Clause */
/* The integer names of RFC 9669, and the few attributes and macros that every room uses. */
#ifndef SKEP_BASE_TYPES_H
#define SKEP_BASE_TYPES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef uint8_t u8;
typedef uint16_t u16;
typedef uint32_t u32;
typedef uint64_t u64;
typedef int8_t s8;
typedef int16_t s16;
typedef int32_t s32;
typedef int64_t s64;

#define SKEP_COUNT(array)	 (sizeof(array) / sizeof((array)[0]))
#define SKEP_MUST_USE		 __attribute__((warn_unused_result))
#define SKEP_COLD		 __attribute__((cold))
#define SKEP_PRINTF(text, first) __attribute__((format(printf, text, first)))

#endif
