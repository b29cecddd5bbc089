/* SPDX-License-Identifier: BSD-2-Clause */
/* Lines for a file descriptor, put together without stdio: a line a packet has to be fast. A failed
 * write is remembered; check it once. One thread. */
#ifndef SKEP_CLI_LINE_H
#define SKEP_CLI_LINE_H

#include "base/types.h"

enum { SKEP_LINE_BUFFER = 1 << 16 };

struct skep_line {
	int fd;
	int error; /* errno of the first failed write, 0 = none */
	size_t used;
	char buffer[SKEP_LINE_BUFFER];
};

void skep_line_text(struct skep_line *l, const char *text);
void skep_line_char(struct skep_line *l, char c);

/* A decimal number with leading zeros up to `width` digits. */
void skep_line_decimal(struct skep_line *l, u64 value, u32 width);

/* A hexadecimal number of `digits` digits. */
void skep_line_hex(struct skep_line *l, u32 value, u32 digits);

/* Addresses: 6 bytes as 02:00:00:00:00:01, 4 as 192.0.2.1, 16 as 2001:db8::1 (RFC 5952). */
void skep_line_mac(struct skep_line *l, const u8 *address);
void skep_line_ip4(struct skep_line *l, const u8 *address);
void skep_line_ip6(struct skep_line *l, const u8 *address);

/* Writes what is there. */
void skep_line_flush(struct skep_line *l);

#endif
