/* SPDX-License-Identifier: BSD-2-Clause */
/* An expression compiled for a command: failures and warnings are printed. */
#ifndef SKEP_CLI_COMPILE_H
#define SKEP_CLI_COMPILE_H

#include <skep/classic.h>
#include <skep/filter.h>

#include "cli/out.h"

struct skep_compilation {
	const char *text; /* the expression, borrowed for the call */
	u32 dlt;
	u32 snaplen; /* bytes to keep of a matching packet */
	u32 netmask; /* host order */
	bool no_optimise;
	bool swapped; /* the packets come from a machine of the other byte order */
	bool live;    /* the program will run in Linux */
};

/* Returns a filter that the caller frees with skep_filter_free, or NULL and the exit code. */
struct skep_filter *skep_compile(const struct skep_compilation *c, enum skep_exit *code);

/* Print the programs of a filter to standard output. */
enum skep_exit skep_list_classic(struct skep_filter *filter, enum skep_classic_form form);
enum skep_exit skep_list_ebpf(struct skep_filter *filter);

#endif
