/* SPDX-License-Identifier: BSD-2-Clause */
#include "cli/options.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "cli/input.h"
#include "cli/out.h"

enum { LONG_ONLY = 256 }; /* getopt's value for row i without a letter: LONG_ONLY + i */

/* The two forms of the table that getopt_long reads. */
struct getopt_table {
	char letters[2 * SKEP_OPTIONS_MAX + 2];
	struct option names[SKEP_OPTIONS_MAX + 1];
};

static void make_table(const struct skep_options *options, struct getopt_table *table)
{
	char *letter = table->letters;
	struct option *name = table->names;

	*letter++ = ':'; /* tells a missing argument from an unknown option */
	for (size_t i = 0; i < options->count; i++) {
		const struct skep_option *o = &options->rows[i];

		if (o->letter) {
			*letter++ = o->letter;
			if (o->argument)
				*letter++ = ':';
		}
		if (o->name)
			*name++ =
			    (struct option){.name = o->name,
					    .has_arg = o->argument != NULL,
					    .val = o->letter ? o->letter : LONG_ONLY + (int)i};
	}
	*letter = '\0';
	*name = (struct option){0};
}

static const struct skep_option *find(const struct skep_options *options, int value)
{
	if (value >= LONG_ONLY)
		return &options->rows[value - LONG_ONLY];
	for (size_t i = 0; i < options->count; i++) {
		if (options->rows[i].letter && options->rows[i].letter == value)
			return &options->rows[i];
	}
	return NULL;
}

static bool set_number(const struct skep_option *o, u64 *field, const char *text)
{
	char *end, name[32];

	errno = 0;
	*field = strtoull(text, &end, 10);
	if (errno == 0 && end != text && *end == '\0' && text[0] != '-')
		return true;
	skep_option_name(o, name);
	skep_out_usage("%s %s: expected a number from 0 to %llu", name, text,
		       (unsigned long long)UINT64_MAX);
	return false;
}

static bool add_word(const struct skep_option *o, struct skep_words *list, const char *text)
{
	char name[32];

	if (list->count < SKEP_WORDS_MAX) {
		list->words[list->count++] = text;
		return true;
	}
	skep_option_name(o, name);
	skep_out_usage("%s %s: it can be given %d times", name, text, SKEP_WORDS_MAX);
	return false;
}

static bool set(const struct skep_option *o, void *into, const char *argument)
{
	void *field = (char *)into + o->offset;

	switch (o->kind) {
	case SKEP_OPTION_FLAG:
		++*(u32 *)field;
		return true;
	case SKEP_OPTION_TEXT:
		*(const char **)field = argument;
		return true;
	case SKEP_OPTION_NUMBER:
		return set_number(o, field, argument);
	case SKEP_OPTION_LIST:
		return add_word(o, field, argument);
	}
	return false;
}

static void refuse(const struct skep_options *options, int got, const char *word, const char *me)
{
	const struct skep_option *o = find(options, optopt);
	char name[32];

	if (o)
		skep_option_name(o, name);
	if (got == ':' && o)
		skep_out_usage("%s needs an argument: %s", name, o->argument);
	else if (o)
		skep_out_usage("%s takes no argument", name);
	else if (optopt)
		skep_out_usage("there is no option -%c: see skep %s --help", optopt, me);
	else
		skep_out_usage("there is no option %s, or it is short for several: "
			       "see skep %s --help",
			       word, me);
}

int skep_options_parse(const struct skep_options *options, int argc, char **argv, void *into)
{
	struct getopt_table table;
	int got;

	make_table(options, &table);
	opterr = 0;
	optind = 0; /* 0 makes glibc forget an earlier scan */
	while ((got = getopt_long(argc, argv, table.letters, table.names, NULL)) != -1) {
		if (got == '?' || got == ':') {
			refuse(options, got, argv[optind - 1], argv[0]);
			return -1;
		}
		if (!set(find(options, got), into, optarg))
			return -1;
	}
	return optind;
}

bool skep_option_given(const struct skep_option *o, const void *in)
{
	const void *field = (const char *)in + o->offset;

	switch (o->kind) {
	case SKEP_OPTION_FLAG:
		return *(const u32 *)field != 0;
	case SKEP_OPTION_TEXT:
		return *(const char *const *)field != NULL;
	case SKEP_OPTION_NUMBER:
		return *(const u64 *)field != 0;
	case SKEP_OPTION_LIST:
		return ((const struct skep_words *)field)->count != 0;
	}
	return false;
}

void skep_option_name(const struct skep_option *o, char name[32])
{
	if (o->letter)
		snprintf(name, 32, "-%c", o->letter);
	else
		snprintf(name, 32, "--%s", o->name);
}

enum skep_exit skep_expression(int argc, char **argv, int first, const char *file, char **text)
{
	struct skep_buffer b = {0};
	struct skep_diag d = {0};

	if (file && first < argc)
		return skep_out_usage("-F %s and '%s': the expression comes from a file or from "
				      "the command line",
				      file, argv[first]);
	if (file && !skep_input_read(file, &b, &d)) {
		skep_buffer_fini(&b);
		return skep_out_failure(&d, "the expression", NULL);
	}
	for (int i = first; i < argc; i++) {
		skep_buffer_text(&b, i > first ? " " : "");
		skep_buffer_text(&b, argv[i]);
	}
	*text = skep_buffer_take(&b);
	if (*text)
		return SKEP_EXIT_OK;
	skep_out_usage("memory ran out");
	return SKEP_EXIT_FAILED;
}
