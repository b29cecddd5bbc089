/* SPDX-License-Identifier: BSD-2-Clause */
/* A bash completion that knows the commands, their options, and which arguments are files. */
#include <string.h>

#include "cli/commands.h"
#include "cli/usage.h"

struct completion_options {
	u32 help;
};

#define OPTION(...) SKEP_OPTION_ROW(completion_options, __VA_ARGS__)
static const struct skep_option rows[] = {
#include "cli/completion_options.def"
};
#undef OPTION
const struct skep_options skep_options_completion = {rows, SKEP_COUNT(rows)};

static const char head[] =
    "# bash completion of skep: eval \"$(skep completion bash)\"\n"
    "_skep()\n"
    "{\n"
    "\tlocal word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
    "\tlocal words=\n"
    "\tif [ \"$COMP_CWORD\" -eq 1 ]; then\n"
    "\t\twords='";

static const char middle[] =
    "--help --version'\n"
    "\telse\n"
    "\t\tcase $before in\n"
    "\t\t-i|--interface) words=\"any $(ls /sys/class/net 2>/dev/null)\" ;;\n"
    "\t\t-r|-w|-F|-o|--read|--write|--file|--output|--tx|--redirect) "
    "COMPREPLY=($(compgen -f -- \"$word\")); return ;;\n"
    "\t\tesac\n"
    "\t\t[ -n \"$words\" ] || case ${COMP_WORDS[1]} in\n";

static const char tail[] = "\t\tesac\n"
			   "\tfi\n"
			   "\tCOMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
			   "}\n"
			   "complete -o default -F _skep skep\n";

static void add_options(struct skep_buffer *b, const struct skep_options *options)
{
	for (size_t i = 0; i < options->count; i++) {
		if (options->rows[i].letter)
			skep_buffer_printf(b, "-%c ", options->rows[i].letter);
		if (options->rows[i].name)
			skep_buffer_printf(b, "--%s ", options->rows[i].name);
	}
}

static enum skep_exit print_script(const struct skep_call *call)
{
	struct skep_buffer b = {0};

	skep_buffer_text(&b, head);
	for (size_t i = 0; i < call->all_count; i++)
		skep_buffer_printf(&b, "%s ", call->all[i].name);
	skep_buffer_text(&b, middle);
	for (size_t i = 0; i < call->all_count; i++) {
		skep_buffer_printf(&b, "\t\t%s) words='", call->all[i].name);
		add_options(&b, call->all[i].options);
		skep_buffer_text(&b, "' ;;\n");
	}
	skep_buffer_text(&b, tail);
	return skep_usage_print(&b);
}

enum skep_exit skep_cmd_completion(const struct skep_call *call)
{
	struct completion_options o = {0};
	int word = skep_options_parse(&skep_options_completion, call->argc, call->argv, &o);

	if (word < 0)
		return SKEP_EXIT_USAGE;
	if (o.help)
		return skep_usage_self(call);
	if (word == call->argc || strcmp(call->argv[word], "bash") != 0)
		return skep_out_usage("for which shell? skep completion bash");
	return print_script(call);
}
