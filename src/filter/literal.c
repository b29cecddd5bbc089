/* SPDX-License-Identifier: BSD-2-Clause */
/* The values of addresses. The parts of an IPv4 address are decimal, also with zeros in front:
 * that is libpcap's reading, not inet_aton's. */
#include "filter/literal.h"

#include <arpa/inet.h>
#include <string.h>

#include "filter/match.h"

bool skep_literal_ipv4(const char *text, u32 *number, u32 *bits, struct skep_span *bad)
{
	*number = 0;
	*bits = 0;
	for (const char *s = text;; s++) {
		u32 length = (u32)strcspn(s, "."), part = 0;

		*bad = (struct skep_span){(u32)(s - text), length};
		for (u32 i = 0; i < length; i++) {
			part = part * 10 + skep_hex_value(s[i]);
			if (!skep_is_digit(s[i]) || part > 255)
				return false;
		}
		*number = *number << 8 | part;
		*bits += 8;
		s += length;
		if (*s == '\0')
			return true;
	}
}

bool skep_literal_ipv6(const char *text, u8 address[16])
{
	return inet_pton(AF_INET6, text, address) == 1;
}

void skep_literal_mac(const char *text, u8 mac[6])
{
	for (int i = 0; i < 6; i++) {
		while (!skep_is_hex(*text))
			text++;
		mac[i] = skep_hex_value(*text++);
		if (skep_is_hex(*text))
			mac[i] = (u8)(mac[i] << 4 | skep_hex_value(*text++));
	}
}
