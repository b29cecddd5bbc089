/* SPDX-License-Identifier: BSD-2-Clause */
/* Help as text, from the tables. */
#ifndef SKEP_CLI_USAGE_H
#define SKEP_CLI_USAGE_H

#include "base/buffer.h"
#include "cli/commands.h"

/* Appends the list of all commands. */
void skep_usage_list(struct skep_buffer *b, const struct skep_call *call);

/* Appends the help of one command: synopsis, options, examples. */
void skep_usage_command(struct skep_buffer *b, const struct skep_command *command);

/* Prints the text and frees it. */
enum skep_exit skep_usage_print(struct skep_buffer *b);

/* Prints the help of the command that is called. */
enum skep_exit skep_usage_self(const struct skep_call *call);

/* Returns the command of that name, or NULL after having printed that there is none, and which
 * names are near. */
const struct skep_command *skep_usage_find(const struct skep_call *call, const char *name);

#endif
