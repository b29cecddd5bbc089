/* SPDX-License-Identifier: BSD-2-Clause */
/* The loop of `skep run`: packets of a source through a program, on one thread or several, and to
 * the files that they belong into. */
#ifndef SKEP_CLI_RUN_LOOP_H
#define SKEP_CLI_RUN_LOOP_H

#include "capture/sink.h"
#include "capture/source.h"
#include "cli/run_options.h"
#include "object/lane.h"

/* What is run; all is lent. */
struct skep_run_job {
	const struct run_options *options;
	struct skep_running *running;
	struct skep_source *source;
	struct skep_sink *sinks[SKEP_FATES]; /* where packets go; NULL: nowhere */
	int stop_fd;
};

struct skep_run_figures {
	struct skep_counts counts;
	u64 nanoseconds;  /* from the first packet to the last, reading and writing included */
	bool interrupted; /* by a signal */
};

/* Runs to the end of the source or a signal. False with *d set; the figures are those of what was
 * run until then. */
SKEP_MUST_USE bool skep_run_loop(const struct skep_run_job *job, struct skep_run_figures *figures,
				 struct skep_diag *d);

#endif
