/* SPDX-License-Identifier: BSD-2-Clause */
#include "spec/format.h"

enum { WIDTH_MAX = (1 << 23) - 1 };

static u32 flag_of(char c)
{
	switch (c) {
	case '0':
		return SKEP_FORMAT_ZERO;
	case '-':
		return SKEP_FORMAT_LEFT;
	case '+':
		return SKEP_FORMAT_PLUS;
	case ' ':
		return SKEP_FORMAT_BLANK;
	}
	return 0;
}

static const char *read_width(const char *at, struct skep_conversion *c)
{
	u64 width = 0;

	c->wide = *at >= '1' && *at <= '9';
	for (; *at >= '0' && *at <= '9' && c->wide; at++)
		width = width > WIDTH_MAX ? width : width * 10 + (u64)(*at - '0');
	c->width = (u32)(width > WIDTH_MAX ? WIDTH_MAX : width);
	return at;
}

/* What follows a conversion that takes no more letters. */
static bool ends(char c)
{
	return !c || skep_format_is_space((u8)c) || skep_format_is_punct((u8)c);
}

/* Past "%p"; NULL: none of those that programs may use. */
static const char *read_pointer(const char *at, struct skep_conversion *c)
{
	c->flags |= SKEP_FORMAT_POINTER;
	c->kind = SKEP_FORMAT_HASHED;
	if (ends(*at))
		return at;
	c->letter = *at;
	if ((*at == 'k' || *at == 'u') && at[1] == 's') {
		c->kind = SKEP_FORMAT_TEXT;
		return ends(at[2]) ? at + 2 : NULL;
	}
	if ((*at == 'i' || *at == 'I') && (at[1] == '4' || at[1] == '6')) {
		c->kind = SKEP_FORMAT_IP;
		c->family = at[1];
		return at + 2;
	}
	switch (*at) {
	case 'K':
		return at + 1;
	case 'x':
		c->kind = SKEP_FORMAT_HEX;
		return at + 1;
	case 's':
	case 'S':
		c->kind = SKEP_FORMAT_SYMBOL;
		return at + 1;
	case 'B':
		c->kind = SKEP_FORMAT_TRACE;
		return at + 1;
	}
	return NULL;
}

static const char *read_number(const char *at, struct skep_conversion *c)
{
	c->kind = SKEP_FORMAT_NUMBER;
	c->base = 10;
	for (u32 i = 0; i < 2 && *at == 'l'; i++, at++)
		c->flags |= SKEP_FORMAT_LONG;
	switch (*at) {
	case 'd':
	case 'i':
		c->flags |= SKEP_FORMAT_SIGNED;
		break;
	case 'X':
		c->flags |= SKEP_FORMAT_UPPER;
		c->base = 16;
		break;
	case 'x':
		c->base = 16;
		break;
	case 'u':
		break;
	default:
		return NULL;
	}
	return at + 1;
}

static const char *read_kind(const char *at, struct skep_conversion *c)
{
	if (*at == 'p')
		return read_pointer(at + 1, c);
	if (*at == 's') {
		c->kind = SKEP_FORMAT_TEXT;
		c->letter = 's';
		return ends(at[1]) ? at + 1 : NULL;
	}
	if (*at == 'c') {
		c->kind = SKEP_FORMAT_CHAR;
		return at + 1;
	}
	return read_number(at, c);
}

bool skep_format_read(const char *begin, struct skep_conversion *c)
{
	const char *at = begin + 1;

	*c = (struct skep_conversion){0};
	while (flag_of(*at))
		c->flags |= flag_of(*at++);
	at = read_kind(read_width(at, c), c);
	if (!at)
		return false;
	c->length = (size_t)(at - begin);
	return true;
}

static bool is_allowed(u8 c)
{
	return c >= 0x80 || (c >= ' ' && c < 0x7f) || skep_format_is_space(c);
}

int skep_format_next(const char **at, struct skep_conversion *c)
{
	for (; **at; ++*at) {
		if (!is_allowed((u8) * *at))
			return -1;
		if (**at != '%')
			continue;
		if ((*at)[1] != '%')
			return skep_format_read(*at, c) ? 1 : -1;
		++*at;
	}
	return 0;
}

bool skep_format_is_valid(const char *text, u32 count)
{
	struct skep_conversion c;
	int got;

	for (u32 used = 0; (got = skep_format_next(&text, &c)) > 0; text += c.length)
		if (used++ == count)
			return false;
	return !got;
}
