/* SPDX-License-Identifier: BSD-2-Clause */
/* Command line options as tables: each option names the field of the command's struct that it sets.
 * getopt_long does the parsing, so options may be bundled and mixed with words; -- ends them. */
#ifndef SKEP_CLI_OPTIONS_H
#define SKEP_CLI_OPTIONS_H

#include "base/types.h"
#include "cli/out.h"

enum skep_option_kind {
	SKEP_OPTION_FLAG,   /* u32: how often it was given */
	SKEP_OPTION_TEXT,   /* const char *: the argument, NULL = not given */
	SKEP_OPTION_NUMBER, /* u64: the argument, 0 = not given */
	SKEP_OPTION_LIST,   /* struct skep_words: each argument that was given */
};

enum { SKEP_WORDS_MAX = 64 };

struct skep_words {
	u32 count;
	const char *words[SKEP_WORDS_MAX];
};

struct skep_option {
	char letter;	  /* 0 = none */
	const char *name; /* long form, NULL = none */
	enum skep_option_kind kind;
	size_t offset;	      /* of the field in the command's struct */
	const char *argument; /* what to call it; NULL = takes none */
	const char *help;
};

struct skep_options {
	const struct skep_option *rows;
	size_t count;
};

/* What the options of one command may be at most. */
enum { SKEP_OPTIONS_MAX = 40 };

/* Parses argv[1] on into the fields of *into, and moves the words that are no options to the end.
 * Returns the index of the first of them, or -1 after having printed what is wrong. */
int skep_options_parse(const struct skep_options *options, int argc, char **argv, void *into);

/* Whether an option was given: its field is not 0. */
bool skep_option_given(const struct skep_option *option, const void *in);

/* Writes an option as it is typed, the short form if there is one: "-r" or "--user". */
void skep_option_name(const struct skep_option *option, char name[32]);

/* Reads the expression: words from argv[first] on joined by blanks, or a file if `file` is not
 * NULL. *text is the caller's to free with skep_free. Anything but SKEP_EXIT_OK was explained. */
enum skep_exit skep_expression(int argc, char **argv, int first, const char *file, char **text);

#endif
