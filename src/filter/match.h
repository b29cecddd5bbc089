/* SPDX-License-Identifier: BSD-2-Clause */
/* How long a piece of a text each kind of token takes. Every function returns the length in bytes
 * of the longest piece at the start of `s` that has the form, or 0. */
#ifndef SKEP_FILTER_MATCH_H
#define SKEP_FILTER_MATCH_H

#include "base/types.h"

/* Letters and digits of ASCII, whatever the locale. */
bool skep_is_digit(char c);
bool skep_is_hex(char c);
bool skep_is_alnum(char c);

/* Value of a hexadecimal digit. */
u8 skep_hex_value(char c);

/* A link-layer address: six groups of one or two hexadecimal digits with `:`, `-` or `.` between,
 * three groups of four with `.`, or twelve digits. */
size_t skep_match_mac(const char *s);

/* Decimal digits, or 0x and hexadecimal ones. */
size_t skep_match_number(const char *s);

/* Two to four numbers with dots between. */
size_t skep_match_ipv4(const char *s);

/* An IPv6 address in one of the forms of RFC 4291, 2.2; groups of `::` count 0 to 7. */
size_t skep_match_ipv6(const char *s);

/* A link-layer address with `:` that was broken off, such as `aa:bb:`. */
size_t skep_match_broken_mac(const char *s);

/* A letter or digit, then these and `-`, `_`, `.`; `-` and `_` not at the end. */
size_t skep_match_name(const char *s);

/* A backslash and what stands up to a space, `!` or parenthesis. */
size_t skep_match_escape(const char *s);

#endif
