/* SPDX-License-Identifier: BSD-2-Clause */
/* What `skep run` was asked for. */
#ifndef SKEP_CLI_RUN_OPTIONS_H
#define SKEP_CLI_RUN_OPTIONS_H

#include "cli/options.h"

struct run_options {
	const char *prog;
	const char *read, *write, *tx, *redirect;
	struct skep_words sets, types;
	u64 repeat, threads; /* 0: 1 */
	u32 linux_side, quiet, json, help;
};

#endif
