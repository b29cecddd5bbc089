/* SPDX-License-Identifier: BSD-2-Clause */
/* What an address says, from its text. Each returns false if the text of that form says nothing
 * sound; *bad then tells the place of the part that is wrong, counted from the text. */
#ifndef SKEP_FILTER_LITERAL_H
#define SKEP_FILTER_LITERAL_H

#include "base/types.h"
#include "filter/ast.h"

/* Dotted decimal parts: number = the parts side by side, bits = 8 * parts. */
SKEP_MUST_USE bool skep_literal_ipv4(const char *text, u32 *number, u32 *bits,
				     struct skep_span *bad);

/* As getaddrinfo takes it with AI_NUMERICHOST. */
SKEP_MUST_USE bool skep_literal_ipv6(const char *text, u8 address[16]);

/* Any form that skep_match_mac takes. */
void skep_literal_mac(const char *text, u8 mac[6]);

#endif
