/* SPDX-License-Identifier: BSD-2-Clause */
#include "cli/line.h"

#include <arpa/inet.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>

enum { ITEM_MAX = 64 }; /* no item but a text is longer */

void skep_line_flush(struct skep_line *l)
{
	size_t done = 0;

	while (done < l->used && !l->error) {
		ssize_t n = write(l->fd, l->buffer + done, l->used - done);

		if (n >= 0)
			done += (size_t)n;
		else if (errno != EINTR)
			l->error = errno;
	}
	l->used = 0;
}

static char *room(struct skep_line *l, size_t size)
{
	if (l->used + size > SKEP_LINE_BUFFER)
		skep_line_flush(l);
	return l->buffer + l->used;
}

void skep_line_text(struct skep_line *l, const char *text)
{
	for (; *text; text++)
		skep_line_char(l, *text);
}

void skep_line_char(struct skep_line *l, char c)
{
	*room(l, 1) = c;
	l->used++;
}

void skep_line_decimal(struct skep_line *l, u64 value, u32 width)
{
	char digits[20];
	u32 count = 0;
	char *to = room(l, ITEM_MAX);

	do {
		digits[count++] = (char)('0' + value % 10);
		value /= 10;
	} while (value);
	while (count < width && count < sizeof(digits))
		digits[count++] = '0';
	l->used += count;
	while (count > 0)
		*to++ = digits[--count];
}

void skep_line_hex(struct skep_line *l, u32 value, u32 digits)
{
	char *to = room(l, ITEM_MAX);

	for (u32 i = 0; i < digits; i++)
		to[i] = "0123456789abcdef"[value >> 4 * (digits - 1 - i) & 15];
	l->used += digits;
}

void skep_line_mac(struct skep_line *l, const u8 *address)
{
	for (u32 i = 0; i < 6; i++) {
		if (i)
			skep_line_char(l, ':');
		skep_line_hex(l, address[i], 2);
	}
}

void skep_line_ip4(struct skep_line *l, const u8 *address)
{
	for (u32 i = 0; i < 4; i++) {
		if (i)
			skep_line_char(l, '.');
		skep_line_decimal(l, address[i], 0);
	}
}

void skep_line_ip6(struct skep_line *l, const u8 *address)
{
	char *to = room(l, ITEM_MAX);

	if (inet_ntop(AF_INET6, address, to, ITEM_MAX))
		l->used += strlen(to);
}
