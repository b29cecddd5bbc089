/* SPDX-License-Identifier: BSD-2-Clause */
#include "base/buffer.h"

#include <stdio.h>
#include <string.h>

#include "base/array.h"

static bool reserve(struct skep_buffer *b, size_t count)
{
	if (!b->failed && !SKEP_RESERVE(b, count + 1))
		b->failed = true;
	return !b->failed;
}

void skep_buffer_fini(struct skep_buffer *b)
{
	skep_free(b->data);
	*b = (struct skep_buffer){0};
}

void skep_buffer_bytes(struct skep_buffer *b, const void *bytes, size_t count)
{
	if (!reserve(b, count))
		return;
	if (count)
		memcpy(b->data + b->count, bytes, count);
	b->count += count;
	b->data[b->count] = '\0';
}

void skep_buffer_text(struct skep_buffer *b, const char *text)
{
	skep_buffer_bytes(b, text, strlen(text));
}

void skep_buffer_printf(struct skep_buffer *b, const char *format, ...)
{
	va_list args;
	int count;

	va_start(args, format);
	count = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (count < 0 || !reserve(b, (size_t)count))
		return;
	va_start(args, format);
	vsnprintf(b->data + b->count, (size_t)count + 1, format, args);
	va_end(args);
	b->count += (size_t)count;
}

char *skep_buffer_take(struct skep_buffer *b)
{
	char *text = NULL;

	skep_buffer_bytes(b, "", 0);
	if (b->failed)
		skep_buffer_fini(b);
	else
		text = b->data;
	*b = (struct skep_buffer){0};
	return text;
}
