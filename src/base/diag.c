/* SPDX-License-Identifier: BSD-2-Clause */
#include "base/diag.h"

#include <stdio.h>
#include <string.h>

static const char *const code_names[] = {
    [SKEP_OK] = "ok",
    [SKEP_E_NOMEM] = "memory",
    [SKEP_E_SYNTAX] = "syntax",
    [SKEP_E_NAME] = "name",
    [SKEP_E_RANGE] = "range",
    [SKEP_E_INVALID] = "invalid",
    [SKEP_E_UNSUPPORTED] = "unsupported",
    [SKEP_E_LIMIT] = "limit",
    [SKEP_E_FORMAT] = "format",
    [SKEP_E_IO] = "io",
    [SKEP_E_PERMISSION] = "permission",
    [SKEP_E_SYSTEM] = "system",
    [SKEP_E_REFUSED] = "refused",
};

SKEP_API const char *skep_error_name(enum skep_error code)
{
	return (size_t)code < SKEP_COUNT(code_names) ? code_names[code] : "unknown";
}

bool skep_fail_va(struct skep_diag *d, enum skep_error code, struct skep_place place,
		  const char *what, va_list args)
{
	if (!d || d->code != SKEP_OK)
		return false;
	d->code = code;
	d->place = place;
	d->hint[0] = '\0';
	vsnprintf(d->what, sizeof(d->what), what, args);
	return false;
}

bool skep_fail(struct skep_diag *d, enum skep_error code, const char *what, ...)
{
	va_list args;

	va_start(args, what);
	skep_fail_va(d, code, (struct skep_place){0}, what, args);
	va_end(args);
	return false;
}

bool skep_fail_at(struct skep_diag *d, enum skep_error code, struct skep_place place,
		  const char *what, ...)
{
	va_list args;

	va_start(args, what);
	skep_fail_va(d, code, place, what, args);
	va_end(args);
	return false;
}

bool skep_hint(struct skep_diag *d, const char *hint, ...)
{
	va_list args;

	if (!d || d->hint[0] != '\0')
		return false;
	va_start(args, hint);
	vsnprintf(d->hint, sizeof(d->hint), hint, args);
	va_end(args);
	return false;
}

bool skep_fail_nomem(struct skep_diag *d)
{
	return skep_fail(d, SKEP_E_NOMEM, "memory ran out");
}

struct skep_place skep_place_insn(u64 index)
{
	return (struct skep_place){.kind = SKEP_PLACE_INSN, .at = index};
}

struct skep_place skep_place_offset(u64 offset)
{
	return (struct skep_place){.kind = SKEP_PLACE_OFFSET, .at = offset};
}

struct skep_place skep_place_text(const char *text, size_t offset, size_t length)
{
	struct skep_place place = {.kind = SKEP_PLACE_TEXT, .line = 1, .at = offset};
	size_t line_start = 0;

	for (size_t i = 0; i < offset; i++) {
		if (text[i] == '\n') {
			place.line++;
			line_start = i + 1;
		}
	}
	place.column = (u32)(offset - line_start + 1);
	place.length = length ? (u32)length : 1;
	return place;
}
