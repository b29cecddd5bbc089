/* SPDX-License-Identifier: BSD-2-Clause */
/* Data as lines: what can be read as text is text, a byte that repeats is counted, the rest is hex.
 */
#include <string.h>

#include "asm/data.h"

enum {
	COLUMNS = 70,	/* a line ends behind the piece that passes it */
	REPEATED = 8,	/* equal bytes that are counted */
	TEXT = 4,	/* readable bytes that are text */
	TEXT_MOST = 50, /* bytes of one text */
	HEX_MOST = 16,	/* bytes of one piece of hex */
};

static bool is_readable(u8 byte)
{
	return (byte >= ' ' && byte <= '~') || byte == '\n' || byte == '\t';
}

static size_t repeated(const u8 *bytes, size_t size)
{
	size_t count = 1;

	while (count < size && bytes[count] == bytes[0])
		count++;
	return count;
}

static size_t readable(const u8 *bytes, size_t size)
{
	size_t count = 0;

	while (count < size && count < TEXT_MOST && is_readable(bytes[count]))
		count++;
	return count;
}

static bool begins_other(const u8 *bytes, size_t size)
{
	return readable(bytes, size < TEXT ? size : TEXT) == TEXT ||
	       repeated(bytes, size < REPEATED ? size : REPEATED) == REPEATED;
}

static void print_text(struct skep_buffer *b, const u8 *bytes, size_t size)
{
	skep_buffer_text(b, " \"");
	for (size_t i = 0; i < size; i++) {
		if (bytes[i] == '\n')
			skep_buffer_text(b, "\\n");
		else if (bytes[i] == '\t')
			skep_buffer_text(b, "\\t");
		else
			skep_buffer_printf(b, bytes[i] == '"' || bytes[i] == '\\' ? "\\%c" : "%c",
					   bytes[i]);
	}
	skep_buffer_text(b, "\"");
}

/* Appends one piece; returns how many bytes that was. */
static size_t print_piece(struct skep_buffer *b, const u8 *bytes, size_t size)
{
	size_t count = repeated(bytes, size);

	if (count >= REPEATED) {
		skep_buffer_printf(b, " %02x*%zu", bytes[0], count);
		return count;
	}
	count = readable(bytes, size);
	if (count >= TEXT) {
		print_text(b, bytes, count);
		return count;
	}
	skep_buffer_text(b, " ");
	count = 0;
	do
		skep_buffer_printf(b, "%02x", bytes[count++]);
	while (count < size && count < HEX_MOST && !begins_other(bytes + count, size - count));
	return count;
}

static void print_head(struct skep_buffer *b, const struct skep_prog_data *block, u32 index)
{
	if (block->name)
		skep_buffer_printf(b, ".data %s", block->name);
	else
		skep_buffer_printf(b, ".data idx:%u", index);
}

static void print_block(struct skep_buffer *b, const struct skep_prog_data *block, u32 index)
{
	const u8 *bytes = block->bytes;
	size_t line = b->count;

	print_head(b, block, index);
	for (size_t at = 0; at < block->size && !b->failed;) {
		if (b->count - line > COLUMNS) {
			skep_buffer_text(b, "\n");
			line = b->count;
			print_head(b, block, index);
		}
		at += print_piece(b, bytes + at, block->size - at);
	}
	skep_buffer_text(b, "\n");
}

void skep_blocks_print(struct skep_buffer *b, const struct skep_prog *prog)
{
	for (u32 i = 0; i < prog->data_count; i++) {
		if (prog->data[i].bytes)
			print_block(b, &prog->data[i], i);
		else
			skep_buffer_printf(b, ".map %s\n", prog->data[i].name);
	}
}
