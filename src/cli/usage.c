/* SPDX-License-Identifier: BSD-2-Clause */
#include "cli/usage.h"

#include <stdio.h>
#include <string.h>

#include "cli/near.h"

static const char exit_codes[] =
    "\nExit status: 0 done, 1 failed, 2 wrong usage, 3 this kernel or privilege cannot,\n"
    "4 refused by the verifier, 5 a comparison found a difference.\n";

/* One example, indented; returns what follows it. */
static const char *add_example(struct skep_buffer *b, const char *line)
{
	size_t length = strcspn(line, "\n");

	skep_buffer_text(b, "  ");
	skep_buffer_bytes(b, line, length);
	skep_buffer_text(b, "\n");
	return line + length + (line[length] == '\n');
}

void skep_usage_list(struct skep_buffer *b, const struct skep_call *call)
{
	skep_buffer_text(b, "skep: BPF in user space: packet filters, classic BPF and eBPF\n\n"
			    "usage: skep COMMAND [OPTION]... [WORD]...\n"
			    "       skep COMMAND --help\n"
			    "       skep --version\n\n");
	for (size_t i = 0; i < call->all_count; i++)
		skep_buffer_printf(b, "  %-12s %s\n", call->all[i].name, call->all[i].help);
	skep_buffer_text(b, "\nExamples:\n");
	for (size_t i = 0; i < call->all_count; i++)
		add_example(b, call->all[i].examples);
}

static void add_option(struct skep_buffer *b, const struct skep_option *o)
{
	char form[64], letter[4] = "  ";

	if (o->letter)
		snprintf(letter, sizeof(letter), "-%c", o->letter);
	snprintf(form, sizeof(form), "%s%s%s%s%s%s", letter, o->letter && o->name ? ", " : "",
		 !o->letter ? "  " : "", o->name ? "--" : "", o->name ? o->name : "",
		 o->argument ? " " : "");
	if (o->argument)
		strncat(form, o->argument, sizeof(form) - strlen(form) - 1);
	skep_buffer_printf(b, "  %-28s %s\n", form, o->help);
}

void skep_usage_command(struct skep_buffer *b, const struct skep_command *command)
{
	const char *line = command->examples;

	skep_buffer_printf(b, "skep %s: %s\n\nusage: skep %s %s\n\nOptions:\n", command->name,
			   command->help, command->name, command->synopsis);
	for (size_t i = 0; i < command->options->count; i++)
		add_option(b, &command->options->rows[i]);
	skep_buffer_text(b, exit_codes);
	skep_buffer_text(b, "\nExamples:\n");
	while (*line)
		line = add_example(b, line);
}

enum skep_exit skep_usage_print(struct skep_buffer *b)
{
	bool ok = !b->failed && skep_out_data(b->data);

	skep_buffer_fini(b);
	return ok ? SKEP_EXIT_OK : SKEP_EXIT_FAILED;
}

enum skep_exit skep_usage_self(const struct skep_call *call)
{
	struct skep_buffer b = {0};

	skep_usage_command(&b, call->self);
	return skep_usage_print(&b);
}

const struct skep_command *skep_usage_find(const struct skep_call *call, const char *name)
{
	struct skep_near near = {.wanted = name};

	for (size_t i = 0; i < call->all_count; i++) {
		if (strcmp(call->all[i].name, name) == 0)
			return &call->all[i];
		skep_near_offer(&near, call->all[i].name);
	}
	skep_out_usage("there is no command '%s': %s%s", name, near.names[0] ? "perhaps " : "see ",
		       near.names[0] ? near.names : "skep help");
	return NULL;
}
