/* SPDX-License-Identifier: BSD-2-Clause */
/* A format and the block of its arguments become a text, to the letter as Linux prints it: its
 * lib/vsprintf.c skips letters and digits behind every conversion of a pointer, gives texts that
 * were read through pointers no width, and leaves those in the block once there is no more room. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/auxv.h>

#include "helper/format.h"

enum { DIGITS = 24, SYMBOL = 24, POINTER_DIGITS = 16 };

struct printer {
	char *to;
	u64 room, at; /* at: where it would be if there were room for all */
	const u8 *args;
};

static void put(struct printer *p, char c)
{
	if (p->at < p->room)
		p->to[p->at] = c;
	p->at++;
}

static void fill(struct printer *p, char c, s64 count)
{
	for (; count > 0; count--)
		put(p, c);
}

/* ---- arguments */

static u64 take_value(struct printer *p, size_t size)
{
	u64 value = 0;

	p->args += -(uintptr_t)p->args & (sizeof(u32) - 1);
	memcpy(&value, p->args, size);
	p->args += size;
	return value;
}

static const char *take_text(struct printer *p)
{
	const char *text = (const char *)p->args;

	p->args += strlen(text) + 1;
	return text;
}

/* ---- conversions */

static char sign_of(const struct skep_conversion *c, u64 value)
{
	if (!(c->flags & SKEP_FORMAT_SIGNED))
		return '\0';
	if ((s64)value < 0)
		return '-';
	if (c->flags & SKEP_FORMAT_PLUS)
		return '+';
	return c->flags & SKEP_FORMAT_BLANK ? ' ' : '\0';
}

static void print_number(struct printer *p, const struct skep_conversion *c, u64 value)
{
	const char *digits = c->flags & SKEP_FORMAT_UPPER ? "0123456789ABCDEF" : "0123456789abcdef";
	char text[DIGITS], sign = sign_of(c, value);
	u32 count = 0;
	s64 padding;

	value = sign == '-' ? -value : value;
	do {
		text[count++] = digits[value % c->base];
		value /= c->base;
	} while (value);
	padding = (s64)c->width - count - (sign != '\0');
	if (!(c->flags & (SKEP_FORMAT_ZERO | SKEP_FORMAT_LEFT)))
		fill(p, ' ', padding);
	if (sign)
		put(p, sign);
	if (c->flags & SKEP_FORMAT_ZERO && !(c->flags & SKEP_FORMAT_LEFT))
		fill(p, '0', padding);
	while (count)
		put(p, text[--count]);
	if (c->flags & SKEP_FORMAT_LEFT)
		fill(p, ' ', padding);
}

static void print_integer(struct printer *p, const struct skep_conversion *c)
{
	u64 value;

	if (c->flags & SKEP_FORMAT_LONG) {
		print_number(p, c, take_value(p, sizeof(u64)));
		return;
	}
	value = take_value(p, sizeof(u32));
	print_number(p, c, c->flags & SKEP_FORMAT_SIGNED ? (u64)(s64)(s32)value : value);
}

static void print_padded(struct printer *p, const struct skep_conversion *c, const char *text,
			 size_t length)
{
	s64 padding = (s64)c->width - (s64)length;

	if (!(c->flags & SKEP_FORMAT_LEFT))
		fill(p, ' ', padding);
	for (size_t i = 0; i < length; i++)
		put(p, text[i]);
	if (c->flags & SKEP_FORMAT_LEFT)
		fill(p, ' ', padding);
}

static void print_char(struct printer *p, const struct skep_conversion *c)
{
	char character = (char)*p->args++;

	print_padded(p, c, &character, 1);
}

/* A text that was made of what a pointer leads to. */
static void print_ready(struct printer *p)
{
	if (p->at >= p->room)
		return;
	for (const char *text = take_text(p); *text; text++)
		put(p, *text);
}

static void print_hex(struct printer *p, struct skep_conversion c, u64 value)
{
	c.base = 16;
	if (!c.wide) {
		c.width = POINTER_DIGITS;
		c.flags |= SKEP_FORMAT_ZERO;
	}
	print_number(p, &c, value);
}

/* A number that stands for an address but does not tell it: 32 bits, by a secret of the process. */
static u64 hash(u64 address)
{
	enum { ERRORS = 4095 };
	u64 secret[2];

	if (!address || address >= (u64)-ERRORS)
		return address;
	memcpy(secret, (const void *)(uintptr_t)getauxval(AT_RANDOM), sizeof(secret));
	for (u32 i = 0; i < 4; i++) {
		address ^= secret[i % 2];
		address *= 0xff51afd7ed558ccd;
		address ^= address >> 32;
	}
	return (u32)address;
}

static void print_symbol(struct printer *p, const struct skep_conversion *c)
{
	char text[SYMBOL];
	int length = snprintf(text, sizeof(text), "0x%" PRIx64, take_value(p, sizeof(u64)));

	print_padded(p, c, text, (size_t)length);
}

static void print(struct printer *p, const struct skep_conversion *c)
{
	const char *text;

	switch (c->kind) {
	case SKEP_FORMAT_NUMBER:
		print_integer(p, c);
		break;
	case SKEP_FORMAT_CHAR:
		print_char(p, c);
		break;
	case SKEP_FORMAT_TEXT:
		if (c->flags & SKEP_FORMAT_POINTER) {
			print_ready(p);
			break;
		}
		text = take_text(p);
		print_padded(p, c, text, strlen(text));
		break;
	case SKEP_FORMAT_HASHED:
		print_hex(p, *c, hash(take_value(p, sizeof(u64))));
		break;
	case SKEP_FORMAT_HEX:
		print_hex(p, *c, take_value(p, sizeof(u64)));
		break;
	case SKEP_FORMAT_SYMBOL:
		print_symbol(p, c);
		break;
	default:
		print_ready(p);
	}
}

/* Prints what begins at `at`, and returns what follows it. */
static const char *step(struct printer *p, const char *at)
{
	struct skep_conversion c;

	if (*at != '%' || at[1] == '%') {
		put(p, *at);
		return at + 1 + (*at == '%');
	}
	if (!skep_format_read(at, &c))
		return at + strlen(at);
	print(p, &c);
	at += c.length;
	while (c.flags & SKEP_FORMAT_POINTER && skep_format_is_alnum((u8)*at))
		at++;
	return at;
}

int skep_format_print(const struct skep_format *f, char *to, u64 room)
{
	struct printer p = {.to = to, .room = room, .args = f->block};

	for (const char *at = f->text; *at;)
		at = step(&p, at);
	if (room)
		to[p.at < room ? p.at : room - 1] = '\0';
	return (int)p.at;
}
