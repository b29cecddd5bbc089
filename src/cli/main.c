/* SPDX-License-Identifier: BSD-2-Clause */
/* Finds the command that the first word names, and calls it. */
#include <stdio.h>
#include <string.h>

#include "cli/commands.h"
#include "cli/usage.h"

static const struct skep_command commands[] = {
#define COMMAND(name, synopsis, help, examples)                                                    \
	{#name, synopsis, help, examples, &skep_options_##name, skep_cmd_##name},
#include "cli/commands.def"
#undef COMMAND
};

static enum skep_exit print_list(const struct skep_call *call)
{
	struct skep_buffer b = {0};

	skep_usage_list(&b, call);
	return skep_usage_print(&b);
}

int main(int argc, char **argv)
{
	struct skep_call call = {
	    .all = commands, .all_count = SKEP_COUNT(commands), .argc = argc - 1, .argv = argv + 1};

	if (argc < 2)
		return skep_out_usage("which command? see skep help");
	if (strcmp(argv[1], "--version") == 0)
		return skep_out_data("skep " SKEP_VERSION "\n") ? SKEP_EXIT_OK : SKEP_EXIT_FAILED;
	if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0)
		return print_list(&call);
	call.self = skep_usage_find(&call, argv[1]);
	return call.self ? call.self->run(&call) : SKEP_EXIT_USAGE;
}
