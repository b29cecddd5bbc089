/* SPDX-License-Identifier: BSD-2-Clause */
/* A growing byte buffer, mostly for text. The first failed allocation is remembered in `failed` and
 * makes later calls do nothing: check it once, at the end. One thread at a time. */
#ifndef SKEP_BASE_BUFFER_H
#define SKEP_BASE_BUFFER_H

#include <stdarg.h>

#include "base/types.h"

struct skep_buffer {
	char *data;   /* owned; NUL-terminated when not NULL */
	size_t count; /* bytes before the NUL */
	size_t room;
	bool failed; /* memory ran out */
};

void skep_buffer_fini(struct skep_buffer *b);
void skep_buffer_bytes(struct skep_buffer *b, const void *bytes, size_t count);
void skep_buffer_text(struct skep_buffer *b, const char *text);
SKEP_PRINTF(2, 3) void skep_buffer_printf(struct skep_buffer *b, const char *format, ...);

/* Hands the text over: the caller owns it and frees it with skep_free. NULL if memory ran out; the
 * buffer is empty afterwards. An empty buffer gives "". */
SKEP_MUST_USE char *skep_buffer_take(struct skep_buffer *b);

#endif
