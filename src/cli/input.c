/* SPDX-License-Identifier: BSD-2-Clause */
#include "cli/input.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/diag.h"

const char *skep_input_name(const char *path)
{
	return strcmp(path, "-") == 0 ? "standard input" : path;
}

bool skep_input_read(const char *path, struct skep_buffer *b, struct skep_diag *d)
{
	bool standard_input = strcmp(path, "-") == 0, ok;
	FILE *file = standard_input ? stdin : fopen(path, "re");
	char part[4096];
	size_t got;
	int error;

	if (!file)
		return skep_fail(d, SKEP_E_IO, "cannot open %s: %s", path, strerror(errno));
	while ((got = fread(part, 1, sizeof(part), file)) > 0)
		skep_buffer_bytes(b, part, got);
	ok = !ferror(file);
	error = errno;
	if (!standard_input)
		fclose(file);
	if (!ok)
		return skep_fail(d, SKEP_E_IO, "cannot read %s: %s", skep_input_name(path),
				 strerror(error));
	skep_buffer_bytes(b, "", 0);
	return !b->failed || skep_fail_nomem(d);
}

bool skep_input_is_text(const struct skep_buffer *b, struct skep_diag *d)
{
	size_t length = strlen(b->data);

	return length == b->count || skep_fail_at(d, SKEP_E_FORMAT, skep_place_offset(length),
						  "a byte 0, which no text has");
}

static int digit(char c)
{
	static const char digits[] = "0123456789abcdef";
	const char *at = c ? strchr(digits, c >= 'A' && c <= 'F' ? c | 0x20 : c) : NULL;

	return at ? (int)(at - digits) : -1;
}

static bool fail_digit(const char *text, const char *at, struct skep_diag *d)
{
	struct skep_place place = skep_place_text(text, (size_t)(at - text), 1);

	if (*at > ' ' && *at <= '~')
		return skep_fail_at(d, SKEP_E_SYNTAX, place, "'%c' is no hex digit", *at);
	return skep_fail_at(d, SKEP_E_SYNTAX, place, "byte 0x%02x is no hex digit", (u8)*at);
}

bool skep_input_hex(const char *text, struct skep_buffer *bytes, struct skep_diag *d)
{
	for (const char *at = text; *at;) {
		u8 byte;

		if (strchr(" \t\r\n,", *at)) {
			at++;
			continue;
		}
		if (at[0] == '0' && (at[1] | 0x20) == 'x') {
			at += 2;
			continue;
		}
		if (digit(at[0]) < 0)
			return fail_digit(text, at, d);
		if (digit(at[1]) < 0) {
			skep_fail_at(d, SKEP_E_SYNTAX,
				     skep_place_text(text, (size_t)(at - text), 1),
				     "'%c' is half a byte", *at);
			return skep_hint(d, "a byte has two hex digits");
		}
		byte = (u8)(digit(at[0]) << 4 | digit(at[1]));
		skep_buffer_bytes(bytes, &byte, 1);
		at += 2;
	}
	return !bytes->failed || skep_fail_nomem(d);
}

bool skep_output_write(const char *path, const void *bytes, size_t size, struct skep_diag *d)
{
	FILE *file;
	bool ok;
	int error;

	if (path && strcmp(path, "-") == 0)
		path = NULL;
	file = path ? fopen(path, "we") : stdout;
	if (!file)
		return skep_fail(d, SKEP_E_IO, "cannot open %s: %s", path, strerror(errno));
	ok = fwrite(bytes, 1, size, file) == size && fflush(file) == 0;
	error = errno;
	if (path && fclose(file) != 0 && ok) {
		ok = false;
		error = errno;
	}
	return ok || skep_fail(d, SKEP_E_IO, "cannot write %s: %s", path ? path : "standard output",
			       strerror(error));
}
