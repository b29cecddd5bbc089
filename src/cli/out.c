/* SPDX-License-Identifier: BSD-2-Clause */
#include "cli/out.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum colour { PLAIN, RED, YELLOW, GREEN };

static const char *colour(enum colour which)
{
	static const char *const codes[] = {
	    [PLAIN] = "\033[0m",
	    [RED] = "\033[1;31m",
	    [YELLOW] = "\033[1;33m",
	    [GREEN] = "\033[1;32m",
	};
	const char *no_color = getenv("NO_COLOR");

	if (!isatty(STDERR_FILENO) || (no_color && no_color[0]))
		return "";
	return codes[which];
}

/* The line of the place, and under it a caret and as many tildes as bytes are meant. */
static void show_place(const struct skep_place *place, const char *text)
{
	const char *line;
	size_t length, column = place->column - 1, marks;

	if (!text || place->kind != SKEP_PLACE_TEXT || place->at < column ||
	    place->at > strlen(text))
		return;
	line = text + place->at - column;
	length = strcspn(line, "\n");
	marks = place->length;
	if (column + marks > length)
		marks = length > column ? length - column : 1;
	fprintf(stderr, "  %.*s\n  ", (int)length, line);
	for (size_t i = 0; i < column; i++)
		fputc(line[i] == '\t' ? '\t' : ' ', stderr);
	fprintf(stderr, "%s^", colour(GREEN));
	for (size_t i = 1; i < marks; i++)
		fputc('~', stderr);
	fprintf(stderr, "%s\n", colour(PLAIN));
}

static void show(const struct skep_diag *d, const char *about, const char *text)
{
	if (about)
		fprintf(stderr, "%s: ", about);
	if (d->place.kind == SKEP_PLACE_TEXT && d->place.line > 1)
		fprintf(stderr, "line %u: ", d->place.line);
	fputs(d->what, stderr);
	if (d->place.kind == SKEP_PLACE_OFFSET)
		fprintf(stderr, ", at byte %llu", (unsigned long long)d->place.at);
	if (d->place.kind == SKEP_PLACE_INSN)
		fprintf(stderr, ", at instruction %llu", (unsigned long long)d->place.at);
	if (d->hint[0])
		fprintf(stderr, ": %s", d->hint);
	fputc('\n', stderr);
	show_place(&d->place, text);
}

enum skep_exit skep_out_failure(const struct skep_diag *d, const char *about, const char *text)
{
	fprintf(stderr, "%sskep:%s ", colour(RED), colour(PLAIN));
	show(d, about, text);
	if (d->code == SKEP_E_PERMISSION || d->code == SKEP_E_UNSUPPORTED)
		return SKEP_EXIT_UNABLE;
	return d->code == SKEP_E_REFUSED ? SKEP_EXIT_REFUSED : SKEP_EXIT_FAILED;
}

void skep_out_warning(const struct skep_diag *d, const char *text)
{
	fprintf(stderr, "%sskep: warning:%s ", colour(YELLOW), colour(PLAIN));
	show(d, NULL, text);
}

enum skep_exit skep_out_usage(const char *format, ...)
{
	va_list args;

	fprintf(stderr, "%sskep:%s ", colour(RED), colour(PLAIN));
	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
	return SKEP_EXIT_USAGE;
}

void skep_out_note(const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vfprintf(stderr, format, args);
	va_end(args);
	fputc('\n', stderr);
}

bool skep_out_data(const char *text)
{
	if (fputs(text, stdout) >= 0 && fflush(stdout) == 0)
		return true;
	skep_out_usage("cannot write standard output: %s", strerror(errno));
	return false;
}
