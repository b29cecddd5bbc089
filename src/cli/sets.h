/* SPDX-License-Identifier: BSD-2-Clause */
/* The options --map and --set: "NAME=JSON", or "@FILE" with such lines. */
#ifndef SKEP_CLI_SETS_H
#define SKEP_CLI_SETS_H

#include "cli/options.h"
#include "cli/out.h"

/* Who takes them. */
struct skep_sets_taker {
	bool (*take)(void *context, const char *assignment, struct skep_diag *d);
	void *context;
};

/* Hands out each until one is refused; says what is wrong with it. Lines of a file that are empty
 * or begin with # are none. */
enum skep_exit skep_sets_each(const struct skep_words *sets, const struct skep_sets_taker *taker);

#endif
