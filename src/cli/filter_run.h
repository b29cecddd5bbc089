/* SPDX-License-Identifier: BSD-2-Clause */
/* Packets from a source through a filter to a file, the terminal or a counter. */
#ifndef SKEP_CLI_FILTER_RUN_H
#define SKEP_CLI_FILTER_RUN_H

#include <skep/filter.h>

#include "capture/source.h"
#include "cli/filter_options.h"
#include "cli/out.h"

/* Where the packets of `skep filter` come from and what selects them; all is lent. */
struct skep_job {
	const struct filter_options *options;
	struct skep_source *source;
	const char *name; /* of the source, for messages */
	struct skep_filter *filter;
	bool in_kernel; /* the filter is to run in Linux */
	bool filtered;	/* what the source hands out has matched */
	int stop_fd;
};

/* Runs until the end, the limit or a signal. */
enum skep_exit skep_filter_run(const struct skep_job *job);

#endif
