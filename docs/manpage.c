/* SPDX-License-Identifier: BSD-2-Clause */
/* Writes the manual page of one command: its synopsis, options and examples from the tables,
 * between them the text of a file. That of skep-plugin, which is a command of its own, has only its
 * options from a table.
 *
 * usage: manpage COMMAND TEXT */
#include <stdio.h>
#include <string.h>

#include "cli/commands.h"
#include "roff.h"

static const struct skep_command commands[] = {
#define COMMAND(name, synopsis, help, examples)                                                    \
	{#name, synopsis, help, examples, &skep_options_##name, NULL},
#include "cli/commands.def"
#undef COMMAND
};

static void put_head(const struct skep_command *c)
{
	printf(".TH SKEP-%s 1\n.SH NAME\nskep-%s \\- ", c->name, c->name);
	skep_roff_text(c->help);
	printf("\n.SH SYNOPSIS\n.B skep %s\n", c->name);
	skep_roff_text(c->synopsis);
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
		skep_roff_text(o->name);
	}
	if (o->argument)
		printf(" \\fI%s\\fR", o->argument);
	putchar('\n');
	skep_roff_text(o->help);
	putchar('\n');
}

/* What skep doctor tries, and what it needs beyond the capabilities of a program's type. */
static const struct {
	const char *section, *name;
} probes[] = {
#define PROBE(section, name, ...) {#section, name},
#include "linux/probes.def"
#undef PROBE
};

static const struct {
	const char *section, *name, *words;
} needs[] = {
#define NEEDS(section, name, capabilities, words, instead) {#section, name, words},
#include "linux/needs.def"
#undef NEEDS
};

static const char *words_of(const char *section, const char *name)
{
	for (size_t i = 0; i < SKEP_COUNT(needs); i++)
		if (strcmp(needs[i].section, section) == 0 && strcmp(needs[i].name, name) == 0)
			return needs[i].words;
	return "";
}

static void put_row(const char *name, const char *words)
{
	printf(".TP\n.B ");
	skep_roff_text(name);
	putchar('\n');
	printf("%s", words[0] ? "" : "\\&");
	skep_roff_text(words);
	putchar('\n');
}

/* The rows of a section, each with what it needs. */
static void put_rows(const char *section, const char *title)
{
	printf(".SS %s\n", title);
	for (size_t i = 0; i < SKEP_COUNT(probes); i++)
		if (strcmp(probes[i].section, section) == 0)
			put_row(probes[i].name, words_of(section, probes[i].name));
}

/* Types and helpers are those of the reference pages; only some need an option of their own. */
static void put_needs(const char *section, const char *title)
{
	printf(".SS %s\n", title);
	for (size_t i = 0; i < SKEP_COUNT(needs); i++)
		if (strcmp(needs[i].section, section) == 0 && needs[i].name[0])
			put_row(needs[i].name, needs[i].words);
}

static void put_probes(void)
{
	printf(".SH WHAT IS TRIED\n"
	       "Behind each name stands what the kernel must be built with, which files of /sys "
	       "must be there, and which\nlockdown it stands. Capabilities come from the "
	       "program's type.\n");
	put_rows("ATTACH", "attach");
	put_rows("FEATURES", "features");
	printf(".SS programs, maps, helpers\n"
	       "All of Linux 6.18; those that need more than CONFIG_BPF_SYSCALL follow.\n");
	put_needs("PROGRAMS", "of the programs");
	put_needs("MAPS", "of the maps");
	put_needs("HELPERS", "of the helpers");
}

/* The hooks of skep attach. */
static void put_hooks(void)
{
	static const struct {
		const char *word, *form, *sections;
	} hooks[] = {
#define HOOK(word, function, prog, attach, sections, form, ...) {#word, form, sections},
#include "linux/hooks.def"
#undef HOOK
	};

	printf(".SH HOOKS\n"
	       "Behind each stand the section names that say it.\n");
	for (size_t i = 0; i < SKEP_COUNT(hooks); i++) {
		printf(".TP\n.B %s:", hooks[i].word);
		skep_roff_text(hooks[i].form);
		putchar('\n');
		skep_roff_text(hooks[i].sections[0] ? hooks[i].sections : "none");
		putchar('\n');
	}
}

/* The tools of skep trace. */
static void put_tools(void)
{
	static const struct {
		const char *name, *help;
	} tools[] = {
#define TOOL(name, mechanism, unit, help) {#name, help},
#include "trace/tools.def"
#undef TOOL
	};

	printf(".SH TOOLS\nEach has a page, skep\\-trace\\-NAME (1).\n");
	for (size_t i = 0; i < SKEP_COUNT(tools); i++)
		put_row(tools[i].name, tools[i].help);
}

static void put_tail(const struct skep_command *c)
{
	printf(".SH OPTIONS\n");
	for (size_t i = 0; i < c->options->count; i++)
		put_option(&c->options->rows[i]);
	printf(".SH EXIT STATUS\n"
	       "0 done, 1 failed, 2 wrong usage, 3 this kernel or privilege cannot,\n"
	       "4 refused by the verifier, 5 a comparison found a difference.\n"
	       ".SH EXAMPLES\n.nf\n");
	skep_roff_text(c->examples);
	printf(".fi\n.SH SEE ALSO\n"
	       ".BR pcap-filter (7),\n.BR tcpdump (8),\n.BR bpf (2)\n");
}

static int put_plugin(const char *path)
{
	static const char *const modes[][2] = {
#define MODE(name, mode, help) {name, help},
#include "plugin/modes.def"
#undef MODE
	};

	if (!put_file(path))
		return 1;
	printf(".SH OPTIONS\n.TP\n.B \\-\\-program \\fIHEX\\fR\n"
	       "the program, instead of a line of standard input\n");
	for (size_t i = 0; i < SKEP_COUNT(modes); i++) {
		printf(".TP\n.B ");
		skep_roff_text(modes[i][0]);
		putchar('\n');
		skep_roff_text(modes[i][1]);
		putchar('\n');
	}
	printf(".SH EXIT STATUS\n0 done, 1 failed.\n"
	       ".SH EXAMPLES\n.nf\n"
	       "echo b7 00 00 00 2a 00 00 00 95 00 00 00 00 00 00 00 | skep\\-plugin\n"
	       "skep asm examples/sum.s | tr \\-d '\\en' | skep\\-plugin '01 02 03'\n"
	       ".fi\n.SH SEE ALSO\n.BR skep\\-asm (1),\n.BR skep\\-dis (1)\n");
	return fflush(stdout) != 0;
}

int main(int argc, char **argv)
{
	if (argc != 3)
		return 2;
	if (strcmp(argv[1], "plugin") == 0)
		return put_plugin(argv[2]);
	for (size_t i = 0; i < SKEP_COUNT(commands); i++) {
		if (strcmp(commands[i].name, argv[1]) == 0) {
			put_head(&commands[i]);
			if (!put_file(argv[2]))
				return 1;
			if (strcmp(argv[1], "doctor") == 0)
				put_probes();
			if (strcmp(argv[1], "attach") == 0)
				put_hooks();
			if (strcmp(argv[1], "trace") == 0)
				put_tools();
			put_tail(&commands[i]);
			return fflush(stdout) != 0;
		}
	}
	return 2;
}
