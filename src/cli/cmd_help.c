/* SPDX-License-Identifier: BSD-2-Clause */
#include "cli/commands.h"
#include "cli/usage.h"

struct help_options {
	u32 help;
};

#define OPTION(...) SKEP_OPTION_ROW(help_options, __VA_ARGS__)
static const struct skep_option rows[] = {
#include "cli/help_options.def"
};
#undef OPTION
const struct skep_options skep_options_help = {rows, SKEP_COUNT(rows)};

enum skep_exit skep_cmd_help(const struct skep_call *call)
{
	struct help_options o = {0};
	struct skep_buffer b = {0};
	const struct skep_command *command;
	int word = skep_options_parse(&skep_options_help, call->argc, call->argv, &o);

	if (word < 0)
		return SKEP_EXIT_USAGE;
	if (o.help)
		return skep_usage_self(call);
	if (word == call->argc) {
		skep_usage_list(&b, call);
		return skep_usage_print(&b);
	}
	command = skep_usage_find(call, call->argv[word]);
	if (!command)
		return SKEP_EXIT_USAGE;
	skep_usage_command(&b, command);
	return skep_usage_print(&b);
}
