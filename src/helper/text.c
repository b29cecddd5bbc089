/* SPDX-License-Identifier: BSD-2-Clause */
/* Helpers that read texts: numbers, and which of two comes first. */
#include <errno.h>
#include <string.h>

#include "helper/do.h"

enum {
	BASE_MASK = 31,
	LONGEST = 63, /* characters that are looked at behind blanks and sign */
};

static bool is_blank(u8 c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xa0;
}

static u32 digit(char c)
{
	char lower = c | 0x20;

	if (c >= '0' && c <= '9')
		return (u32)(c - '0');
	return lower >= 'a' && lower <= 'f' ? (u32)(lower - 'a' + 10) : BASE_MASK;
}

/* What is read of a number: text[at..end) is left. */
struct reader {
	const char *text;
	u64 at, end;
	bool negative;
};

static char peek(const struct reader *r, u64 ahead)
{
	return r->at + ahead < r->end ? r->text[r->at + ahead] : '\0';
}

static bool is_hex_prefix(const struct reader *r)
{
	return peek(r, 0) == '0' && (peek(r, 1) | 0x20) == 'x';
}

static u32 read_base(struct reader *r, u32 base)
{
	if (!base && peek(r, 0) == '0')
		base = is_hex_prefix(r) && digit(peek(r, 2)) < 16 ? 16 : 8;
	else if (!base)
		base = 10;
	if (base == 16 && is_hex_prefix(r))
		r->at += 2;
	return base;
}

static int read_digits(struct reader *r, u32 base, u64 *value)
{
	u64 begin = r->at;
	bool overflow = false;

	for (*value = 0; digit(peek(r, 0)) < base; r->at++) {
		overflow |= __builtin_mul_overflow(*value, base, value);
		overflow |= __builtin_add_overflow(*value, digit(peek(r, 0)), value);
	}
	if (overflow)
		return -ERANGE;
	return r->at == begin ? -EINVAL : 0;
}

static int read_number(struct reader *r, u64 flags, u64 *value)
{
	static const u32 bases = 1u << 0 | 1u << 8 | 1u << 10 | 1u << 16;
	u64 size = r->end;

	if (!size || flags > BASE_MASK || !(bases >> flags & 1))
		return -EINVAL;
	while (r->at < size && is_blank((u8)r->text[r->at]))
		r->at++;
	r->negative = peek(r, 0) == '-';
	r->at += r->negative;
	if (r->at == size)
		return -EINVAL;
	if (size - r->at > LONGEST)
		r->end = r->at + LONGEST;
	return read_digits(r, read_base(r, (u32)flags), value);
}

u64 skep_do_strtol(HELPER_ARGS)
{
	struct reader r = {.text = skep_pointer(r1), .end = r2};
	s64 *result = skep_pointer(r4);
	u64 value;
	int error = read_number(&r, r3, &value);

	(void)run, (void)r5;
	*result = 0;
	if (error)
		return (u64)(s64)error;
	if (value > (u64)INT64_MAX + r.negative)
		return (u64)-ERANGE;
	*result = (s64)(r.negative ? -value : value);
	return r.at;
}

u64 skep_do_strtoul(HELPER_ARGS)
{
	struct reader r = {.text = skep_pointer(r1), .end = r2};
	u64 *result = skep_pointer(r4), value;
	int error = read_number(&r, r3, &value);

	(void)run, (void)r5;
	*result = 0;
	if (error || r.negative)
		return (u64)(s64)(error ?: -EINVAL);
	*result = value;
	return r.at;
}

u64 skep_do_strncmp(HELPER_ARGS)
{
	int order = strncmp(skep_pointer(r1), skep_pointer(r3), (u32)r2);

	(void)run;
	UNUSED_4;
	return (u64)(s64)((order > 0) - (order < 0));
}
