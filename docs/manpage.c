/* SPDX-License-Identifier: BSD-2-Clause */
/* Writes the manual page of one command: its synopsis, options and examples from the tables,
 * between them the text of a file.
 *
 * usage: manpage COMMAND TEXT */
#include <stdio.h>
#include <string.h>

#include "cli/commands.h"

static const struct skep_command commands[] = {
#define COMMAND(name, synopsis, help, examples)                                                    \
	{#name, synopsis, help, examples, &skep_options_##name, NULL},
#include "cli/commands.def"
#undef COMMAND
};

/* A text as roff takes it literally. */
static void put(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (text[i] == '\\')
			fputs("\\e", stdout);
		else if (text[i] == '-')
			fputs("\\-", stdout);
		else if (text[i] == '\'' && (i == 0 || text[i - 1] == '\n'))
			fputs("\\&'", stdout);
		else
			putchar(text[i]);
	}
}

static void put_text(const char *text)
{
	put(text, strlen(text));
}

static void put_head(const struct skep_command *c)
{
	printf(".TH SKEP-%s 1\n.SH NAME\nskep-%s \\- ", c->name, c->name);
	put_text(c->help);
	printf("\n.SH SYNOPSIS\n.B skep %s\n", c->name);
	put_text(c->synopsis);
	putchar('\n');
}

static bool put_file(const char *path)
{
	FILE *file = fopen(path, "re");
	int c;

	if (!file)
		return false;
	while ((c = getc(file)) != EOF)
		putchar(c);
	fclose(file);
	return true;
}

static void put_option(const struct skep_option *o)
{
	printf(".TP\n.B ");
	if (o->letter)
		printf("\\-%c%s", o->letter, o->name ? ", " : "");
	if (o->name) {
		printf("\\-\\-");
		put_text(o->name);
	}
	if (o->argument)
		printf(" \\fI%s\\fR", o->argument);
	putchar('\n');
	put_text(o->help);
	putchar('\n');
}

static void put_tail(const struct skep_command *c)
{
	printf(".SH OPTIONS\n");
	for (size_t i = 0; i < c->options->count; i++)
		put_option(&c->options->rows[i]);
	printf(".SH EXIT STATUS\n"
	       "0 done, 1 failed, 2 wrong usage, 3 this kernel or privilege cannot.\n"
	       ".SH EXAMPLES\n.nf\n");
	put_text(c->examples);
	printf(".fi\n.SH SEE ALSO\n"
	       ".BR pcap-filter (7),\n.BR tcpdump (8),\n.BR bpf (2)\n");
}

int main(int argc, char **argv)
{
	if (argc != 3)
		return 2;
	for (size_t i = 0; i < SKEP_COUNT(commands); i++) {
		if (strcmp(commands[i].name, argv[1]) == 0) {
			put_head(&commands[i]);
			if (!put_file(argv[2]))
				return 1;
			put_tail(&commands[i]);
			return fflush(stdout) != 0;
		}
	}
	return 2;
}
