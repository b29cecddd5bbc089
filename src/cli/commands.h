/* SPDX-License-Identifier: BSD-2-Clause */
/* The commands as data, made from commands.def and each command's NAME_options.def. */
#ifndef SKEP_CLI_COMMANDS_H
#define SKEP_CLI_COMMANDS_H

#include "cli/options.h"
#include "cli/out.h"

struct skep_command;

/* One use of a command. */
struct skep_call {
	const struct skep_command *self;
	const struct skep_command *all; /* all_count commands in the order of the table */
	size_t all_count;
	int argc;
	char **argv; /* [0] is the command's name */
};

struct skep_command {
	const char *name;
	const char *synopsis;
	const char *help;     /* one line */
	const char *examples; /* command lines that work in the source folder, one a line */
	const struct skep_options *options;
	enum skep_exit (*run)(const struct skep_call *call);
};

#define COMMAND(name, synopsis, help, examples)                                                    \
	enum skep_exit skep_cmd_##name(const struct skep_call *call);                              \
	extern const struct skep_options skep_options_##name;
#include "cli/commands.def"
#undef COMMAND

/* One row of a NAME_options.def, for the struct whose fields it sets. */
#define SKEP_OPTION_ROW(structure, letter, name, kind, field, argument, help)                      \
	{letter, name, SKEP_OPTION_##kind, offsetof(struct structure, field), argument, help},

#endif
