/* SPDX-License-Identifier: BSD-2-Clause */
/* Reading directives. A line `.data` of the block that was last begun goes on with it; any other
 * name begins a block, so that a name which stands twice by mistake is found. */
#include "asm/data.h"

#include <string.h>

#include "asm/pattern.h"
#include "base/array.h"
#include "base/diag.h"

/* One line. */
struct line {
	struct skep_blocks *blocks;
	const char *at, *end;
	struct skep_diag *d;
};

static struct skep_place place_of(const struct line *l, const char *at, size_t length)
{
	return skep_place_text(l->blocks->text, (size_t)(at - l->blocks->text), length);
}

static char peek(const struct line *l)
{
	return l->at < l->end ? *l->at : 0;
}

static void skip_blanks(struct line *l)
{
	while (peek(l) && strchr(" \t\r", peek(l)))
		l->at++;
}

/* Whether nothing but a comment is left. */
static bool at_end(const struct line *l)
{
	return !peek(l) || strchr(";#", peek(l)) ||
	       (peek(l) == '/' && l->end - l->at > 1 && l->at[1] == '/');
}

/* The bytes from here to the next blank. */
static size_t shown_length(const struct line *l)
{
	const char *at = l->at;

	while (at < l->end && at - l->at < 40 && !strchr(" \t\r;", *at))
		at++;
	return (size_t)(at - l->at);
}

static size_t word_length(const struct line *l)
{
	const char *at = l->at;

	while (at < l->end && skep_is_word(*at))
		at++;
	return (size_t)(at - l->at);
}

static bool fail_here(const struct line *l, const char *what, const char *hint)
{
	size_t length = shown_length(l);

	if (length)
		skep_fail_at(l->d, SKEP_E_SYNTAX, place_of(l, l->at, length), "'%.*s' %s",
			     (int)length, l->at, what);
	else
		skep_fail_at(l->d, SKEP_E_SYNTAX, place_of(l, l->at, 1), "the line ends too early");
	return skep_hint(l->d, "%s", hint);
}

static int digit_value(char c)
{
	static const char digits[] = "0123456789abcdef";
	const char *at = c ? strchr(digits, c >= 'A' && c <= 'F' ? c | 0x20 : c) : NULL;

	return at ? (int)(at - digits) : -1;
}

/* ---- bytes */

static bool add_bytes(struct line *l, const void *bytes, size_t size)
{
	struct skep_blocks *blocks = l->blocks;

	if (size > SKEP_DATA_LIMIT - blocks->bytes.count)
		return skep_fail_at(l->d, SKEP_E_LIMIT, place_of(l, l->at, 1),
				    "more than %d bytes of data", SKEP_DATA_LIMIT);
	skep_buffer_bytes(&blocks->bytes, bytes, size);
	if (blocks->bytes.failed)
		return skep_fail_nomem(l->d);
	blocks->list.data[blocks->list.count - 1].size += size;
	return true;
}

static const char escape_letters[] = "ntr0\\\"", escape_values[] = "\n\t\r\0\\\"";

/* escape = "\" ( "n" | "t" | "r" | "0" | "\" | '"' | "x" digit digit ) */
static bool read_escape(struct line *l)
{
	char letter = l->end - l->at > 1 ? l->at[1] : 0;
	const char *known = letter ? strchr(escape_letters, letter) : NULL;
	u8 byte;

	if (known) {
		byte = (u8)escape_values[known - escape_letters];
		l->at += 2;
		return add_bytes(l, &byte, 1);
	}
	if (letter != 'x' || l->end - l->at < 4 || digit_value(l->at[2]) < 0 ||
	    digit_value(l->at[3]) < 0)
		return fail_here(l, "is not an escape",
				 "write \\n, \\t, \\r, \\0, \\\\, \\\" or \\x and two hex digits");
	byte = (u8)(digit_value(l->at[2]) << 4 | digit_value(l->at[3]));
	l->at += 4;
	return add_bytes(l, &byte, 1);
}

/* text = '"' { byte | escape } '"' */
static bool read_text(struct line *l)
{
	const char *start = l->at++;

	while (peek(l) != '"') {
		const char *plain = l->at;

		while (l->at < l->end && *l->at != '"' && *l->at != '\\')
			l->at++;
		if (l->at > plain && !add_bytes(l, plain, (size_t)(l->at - plain)))
			return false;
		if (l->at == l->end)
			return skep_fail_at(l->d, SKEP_E_SYNTAX,
					    place_of(l, start, (size_t)(l->end - start)),
					    "the text has no closing '\"'");
		if (*l->at == '\\' && !read_escape(l))
			return false;
	}
	l->at++;
	return true;
}

static bool read_count(struct line *l, u64 *count)
{
	const char *start = l->at;

	*count = 0;
	while (peek(l) >= '0' && peek(l) <= '9' && *count <= SKEP_DATA_LIMIT)
		*count = *count * 10 + (u64)(*l->at++ - '0');
	if (*count > SKEP_DATA_LIMIT) {
		l->at = start;
		return fail_here(l, "is more than the data of a program may have",
				 "the limit is 64 MiB");
	}
	return l->at > start || fail_here(l, "is not a count", "write 00*64 for 64 zeros");
}

/* repeated = digit digit "*" number, of which the byte is read */
static bool read_repeated(struct line *l, u8 byte)
{
	u8 block[256];
	u64 count;

	l->at++;
	if (!read_count(l, &count))
		return false;
	memset(block, byte, sizeof(block));
	for (u64 part; count; count -= part) {
		part = count < sizeof(block) ? count : sizeof(block);
		if (!add_bytes(l, block, part))
			return false;
	}
	return true;
}

/* hex = digit digit { digit digit } | repeated */
static bool read_hex(struct line *l)
{
	size_t length = word_length(l);

	for (size_t i = 0; i < length; i++)
		length = digit_value(l->at[i]) < 0 ? 0 : length;
	if (!length)
		return fail_here(l, "is neither a text in quotes nor bytes in hex",
				 "write \"text\", 00ff or 00*64");
	if (length % 2)
		return fail_here(l, "has an odd number of hex digits", "a byte has two");
	for (; length; length -= 2) {
		u8 byte = (u8)(digit_value(l->at[0]) << 4 | digit_value(l->at[1]));

		l->at += 2;
		if (length == 2 && peek(l) == '*')
			return read_repeated(l, byte);
		if (!add_bytes(l, &byte, 1))
			return false;
	}
	return true;
}

static bool read_bytes(struct line *l)
{
	for (skip_blanks(l); !at_end(l); skip_blanks(l)) {
		const char *before = l->at;

		if (!(peek(l) == '"' ? read_text(l) : read_hex(l)))
			return false;
		if (peek(l) && !strchr(" \t\r\"", peek(l)) && !at_end(l) && before[0] != '"')
			return fail_here(l, "does not belong behind a byte",
					 "part bytes by blanks");
	}
	return true;
}

/* ---- blocks */

static const struct skep_block *last_block(const struct skep_blocks *blocks)
{
	return blocks->list.count ? &blocks->list.data[blocks->list.count - 1] : NULL;
}

static bool begin_block(struct line *l, struct skep_block block)
{
	struct skep_blocks *blocks = l->blocks;
	u32 index = (u32)blocks->list.count;

	if (block.name &&
	    !skep_names_add(&blocks->names, (struct skep_name){block.name, block.length, index}))
		return skep_fail_nomem(l->d);
	return SKEP_PUSH(&blocks->list, block) || skep_fail_nomem(l->d);
}

/* number behind "idx:", of the block that goes on or the next one */
static bool read_index(struct line *l)
{
	size_t count = l->blocks->list.count;
	const char *start = l->at;
	u64 index;

	if (!read_count(l, &index))
		return false;
	if (index == count)
		return begin_block(l, (struct skep_block){0});
	if (index + 1 == count && !last_block(l->blocks)->name)
		return true;
	return skep_fail_at(l->d, SKEP_E_NAME, place_of(l, start, (size_t)(l->at - start)),
			    "the next block of data is idx:%zu, not idx:%llu", count,
			    (unsigned long long)index);
}

/* name = "idx:" number | word that begins with no digit */
static bool read_name(struct line *l, bool map)
{
	const struct skep_block *last = last_block(l->blocks);
	struct skep_block block = {.name = l->at, .length = (u32)word_length(l), .map = map};

	if (!block.length || (*l->at >= '0' && *l->at <= '9'))
		return fail_here(l, "is not a name",
				 "a name has letters, digits, '_' and '.', no digit first");
	l->at += block.length;
	if (!map && block.length == 3 && memcmp(block.name, "idx", 3) == 0 && peek(l) == ':') {
		l->at++;
		return read_index(l);
	}
	if (!map && last && !last->map && last->name && last->length == block.length &&
	    memcmp(last->name, block.name, block.length) == 0)
		return true;
	return begin_block(l, block);
}

bool skep_blocks_read(struct skep_blocks *blocks, const char *at, const char *end,
		      struct skep_diag *d)
{
	struct line l = {.blocks = blocks, .at = at, .end = end, .d = d};
	size_t length = word_length(&l);
	bool map = length == 4 && memcmp(at, ".map", 4) == 0;

	if (!map && !(length == 5 && memcmp(at, ".data", 5) == 0))
		return fail_here(&l, "is not a directive",
				 ".data NAME \"text\" 00ff, or .map NAME");
	l.at += length;
	skip_blanks(&l);
	if (!read_name(&l, map))
		return false;
	if (!map)
		return read_bytes(&l);
	skip_blanks(&l);
	return at_end(&l) ||
	       fail_here(&l, "does not belong behind the name",
			 ".map NAME says that there is a map, .data NAME what is in it");
}

bool skep_blocks_close(struct skep_blocks *blocks, struct skep_diag *d)
{
	const struct skep_name *twice = skep_names_sort(&blocks->names);

	return !twice ||
	       skep_fail_at(d, SKEP_E_SYNTAX,
			    skep_place_text(blocks->text, (size_t)(twice->text - blocks->text),
					    twice->length),
			    "'%.*s' stands here for the second time", (int)twice->length,
			    twice->text);
}

bool skep_blocks_add(const struct skep_blocks *blocks, struct skep_prog *prog, struct skep_diag *d)
{
	size_t from = 0;

	for (size_t i = 0; i < blocks->list.count; i++) {
		const struct skep_block *block = &blocks->list.data[i];
		u32 index;
		void *bytes;

		if (block->map) {
			if (!skep_prog_add_map(prog, block->name, block->length, &index, d))
				return false;
			continue;
		}
		bytes = skep_prog_add_data(prog, block->size, &index, d);
		if (!bytes)
			return false;
		if (block->size)
			memcpy(bytes, blocks->bytes.data + from, block->size);
		from += block->size;
		if (block->name && !skep_prog_name_data(prog, index, block->name, block->length, d))
			return false;
	}
	return true;
}

void skep_blocks_fini(struct skep_blocks *blocks)
{
	skep_free(blocks->list.data);
	skep_buffer_fini(&blocks->bytes);
	skep_names_fini(&blocks->names);
}
