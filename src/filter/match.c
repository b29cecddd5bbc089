/* SPDX-License-Identifier: BSD-2-Clause */
/* The forms of names, numbers and addresses, each as one function that measures. */
#include "filter/match.h"

#include <string.h>

enum { IPV6_GROUPS = 8, IPV6_GROUP_DIGITS = 4, IPV4_PARTS = 4 };

bool skep_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

bool skep_is_hex(char c)
{
	return skep_is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool skep_is_alnum(char c)
{
	return skep_is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

u8 skep_hex_value(char c)
{
	return (u8)(skep_is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
}

static size_t hex_digits(const char *s, size_t most)
{
	size_t n = 0;

	while (n < most && skep_is_hex(s[n]))
		n++;
	return n;
}

/* `groups` groups of `least` to `most` hexadecimal digits with `separator` between; 0 = none. */
static size_t hex_groups(const char *s, size_t groups, const size_t digits[2], char separator)
{
	size_t length = 0;

	for (size_t i = 0; i < groups; i++) {
		size_t n;

		if (i > 0 && separator && s[length++] != separator)
			return 0;
		n = hex_digits(s + length, digits[1]);
		if (n < digits[0])
			return 0;
		length += n;
	}
	return length;
}

size_t skep_match_mac(const char *s)
{
	static const struct {
		size_t groups, digits[2];
		char separator;
	} forms[] = {
	    {6, {1, 2}, ':'}, {6, {1, 2}, '-'}, {6, {1, 2}, '.'}, {3, {4, 4}, '.'}, {3, {4, 4}, 0},
	};
	size_t longest = 0;

	for (size_t i = 0; i < SKEP_COUNT(forms); i++) {
		size_t n = hex_groups(s, forms[i].groups, forms[i].digits, forms[i].separator);

		longest = n > longest ? n : longest;
	}
	return longest;
}

size_t skep_match_number(const char *s)
{
	size_t n = 0;

	if (s[0] == '0' && (s[1] | 0x20) == 'x' && skep_is_hex(s[2]))
		return 2 + hex_digits(s + 2, SIZE_MAX);
	while (skep_is_digit(s[n]))
		n++;
	return n;
}

/* `least` to `most` dotted numbers. */
static size_t dotted(const char *s, size_t least, size_t most)
{
	size_t length = skep_match_number(s), parts = length > 0;

	while (parts > 0 && parts < most && s[length] == '.') {
		size_t n = skep_match_number(s + length + 1);

		if (n == 0)
			break;
		length += 1 + n;
		parts++;
	}
	return parts >= least ? length : 0;
}

size_t skep_match_ipv4(const char *s)
{
	return dotted(s, 2, IPV4_PARTS);
}

/* What has been read of an IPv6 address. */
struct ipv6 {
	size_t length;
	size_t groups;
	bool gap;    /* `::` was there */
	size_t best; /* longest prefix that is an address */
};

/* At a place where a group may stand: a dotted quad may stand for the last two. */
static void try_quad(struct ipv6 *a, const char *s)
{
	size_t quad = dotted(s + a->length, IPV4_PARTS, IPV4_PARTS);
	bool fits = a->gap ? a->groups <= IPV6_GROUPS - 3 : a->groups == IPV6_GROUPS - 2;

	if (quad && fits && a->length + quad > a->best)
		a->best = a->length + quad;
}

static void note_address(struct ipv6 *a)
{
	bool whole = a->gap ? a->groups < IPV6_GROUPS : a->groups == IPV6_GROUPS;

	if (whole && a->length > a->best)
		a->best = a->length;
}

static bool read_gap(struct ipv6 *a, const char *s)
{
	if (a->gap || s[a->length] != ':' || s[a->length + 1] != ':')
		return false;
	a->gap = true;
	a->length += 2;
	note_address(a);
	return true;
}

size_t skep_match_ipv6(const char *s)
{
	struct ipv6 a = {0};

	read_gap(&a, s);
	while (a.groups < IPV6_GROUPS) {
		size_t digits;

		try_quad(&a, s);
		digits = hex_digits(s + a.length, IPV6_GROUP_DIGITS);
		if (digits == 0)
			break;
		a.length += digits;
		a.groups++;
		note_address(&a);
		if (!read_gap(&a, s) && s[a.length++] != ':')
			break;
	}
	return a.best;
}

size_t skep_match_broken_mac(const char *s)
{
	size_t length = 0, groups = 0;

	for (;;) {
		size_t n = hex_digits(s + length, 2);

		if (n == 0 || s[length + n] != ':')
			break;
		length += n;
		while (s[length] == ':')
			length++;
		groups++;
	}
	return groups >= 2 ? length : 0;
}

size_t skep_match_name(const char *s)
{
	size_t length = 0;

	if (!skep_is_alnum(s[0]))
		return 0;
	for (size_t i = 0; skep_is_alnum(s[i]) || (s[i] && strchr("-_.", s[i])); i++)
		if (s[i] != '-' && s[i] != '_')
			length = i + 1;
	return length;
}

size_t skep_match_escape(const char *s)
{
	size_t n = s[0] == '\\' ? 1 + strcspn(s + 1, " !()\n\t") : 0;

	return n > 1 ? n : 0;
}
