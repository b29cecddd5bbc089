/* SPDX-License-Identifier: BSD-2-Clause */
/* Errors and warnings of lowering. */
#include <stdio.h>
#include <string.h>

#include "base/array.h"
#include "base/diag.h"
#include "filter/lower.h"

static struct skep_place place_of(const struct skep_lower *l, struct skep_span span)
{
	return skep_place_text(l->text, span.at, span.length);
}

bool skep_lower_fail(struct skep_lower *l, struct skep_span span, enum skep_error code,
		     const char *what, ...)
{
	va_list args;

	if (l->failed)
		return false;
	l->failed = true;
	va_start(args, what);
	skep_fail_va(l->diag, code, place_of(l, span), what, args);
	va_end(args);
	return false;
}

void skep_lower_hint(struct skep_lower *l, const char *hint, ...)
{
	char text[sizeof(l->diag->hint)];
	va_list args;

	va_start(args, hint);
	vsnprintf(text, sizeof(text), hint, args);
	va_end(args);
	skep_hint(l->diag, "%s", text);
}

static bool warned_before(const struct skep_lower *l, const char *what)
{
	for (size_t i = 0; i < l->warnings.count; i++)
		if (strcmp(l->warnings.data[i].what, what) == 0)
			return true;
	return false;
}

void skep_lower_warn(struct skep_lower *l, struct skep_span span, const char *hint,
		     const char *what, ...)
{
	struct skep_diag d = {0};
	va_list args;

	va_start(args, what);
	vsnprintf(d.what, sizeof(d.what), what, args);
	va_end(args);
	if (warned_before(l, d.what))
		return;
	d.place = place_of(l, span);
	skep_hint(&d, "%s", hint);
	if (!SKEP_PUSH(&l->warnings, d))
		l->g->failed = true;
}
