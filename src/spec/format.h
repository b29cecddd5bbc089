/* SPDX-License-Identifier: BSD-2-Clause */
/* The language of formats that bpf_snprintf(), bpf_trace_printk() and their like take: flags of
 * "0+- ", a width, and the conversions below. */
#ifndef SKEP_SPEC_FORMAT_H
#define SKEP_SPEC_FORMAT_H

#include <stddef.h>

#include "base/types.h"

enum { SKEP_FORMAT_ARGS = 12 /* that a call may give */ };

enum skep_format_kind {
	SKEP_FORMAT_NUMBER,
	SKEP_FORMAT_CHAR,
	SKEP_FORMAT_TEXT,   /* %s, %pks, %pus */
	SKEP_FORMAT_HASHED, /* %p, %pK */
	SKEP_FORMAT_HEX,    /* %px */
	SKEP_FORMAT_SYMBOL, /* %ps, %pS */
	SKEP_FORMAT_TRACE,  /* %pB */
	SKEP_FORMAT_IP,
};

enum skep_format_flag {
	SKEP_FORMAT_ZERO = 1 << 0,
	SKEP_FORMAT_LEFT = 1 << 1,
	SKEP_FORMAT_PLUS = 1 << 2,
	SKEP_FORMAT_BLANK = 1 << 3,
	SKEP_FORMAT_SIGNED = 1 << 4,
	SKEP_FORMAT_UPPER = 1 << 5,
	SKEP_FORMAT_LONG = 1 << 6,    /* NUMBER: of 8 bytes */
	SKEP_FORMAT_POINTER = 1 << 7, /* all that begins with %p */
};

struct skep_conversion {
	u8 kind;       /* enum skep_format_kind */
	u8 base;       /* NUMBER: 10 or 16 */
	char letter;   /* IP: i or I; TEXT: s, k or u */
	char family;   /* IP: 4 or 6 */
	u32 flags;     /* enum skep_format_flag */
	u32 width;     /* characters */
	bool wide;     /* there is a width */
	size_t length; /* of the conversion in the format, with its '%' */
};

/* Kinds of characters, as Linux has them: Latin-1. */
static inline bool skep_format_is_space(u8 c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xa0;
}

static inline bool skep_format_is_alnum(u8 c)
{
	return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
	       (c >= 0xc0 && c != 0xd7 && c != 0xf7);
}

static inline bool skep_format_is_punct(u8 c)
{
	bool visible = (c > ' ' && c < 0x7f) || c > 0xa0;

	return visible && !skep_format_is_alnum(c);
}

/* Reads the conversion at a '%'; false: it is none that programs may use. */
bool skep_format_read(const char *at, struct skep_conversion *c);

/* Finds the next conversion at *at or behind, and reads it; *at is its '%' then. Returns 1; 0:
 * there is none, *at is the end; -1: something that no format may have. */
int skep_format_next(const char **at, struct skep_conversion *c);

/* Whether Linux takes a format for `count` arguments. */
bool skep_format_is_valid(const char *text, u32 count);

#endif
