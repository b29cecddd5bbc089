/* SPDX-License-Identifier: BSD-2-Clause */
/* What `skep run` tells: events and traces while it runs, figures, maps and variables behind it. */
#ifndef SKEP_CLI_RUN_PRINT_H
#define SKEP_CLI_RUN_PRINT_H

#include <pthread.h>

#include "cli/run_loop.h"

enum { SKEP_RUN_RINGS = 32 };

struct skep_run_printer {
	const struct run_options *options;
	pthread_mutex_t mutex; /* of all below: programs run in several threads */
	struct skep_buffer out;
	bool failed; /* standard output cannot be written */
	/* Records of ring buffers, by the name of the map. */
	struct {
		const char *map;
		u64 records;
	} rings[SKEP_RUN_RINGS];
	u32 ring_count;
	const char *section; /* of the variable before */
};

/* ---- for struct skep_running_options; the context is the printer */

void skep_run_print_refusal(void *context, const struct skep_object_verdict *verdict);
void skep_run_print_trace(void *context, const char *text, size_t length);
void skep_run_print_event(void *context, const struct skep_event *event);

/* Prints the figures, then what is in maps and variables. False with *d set. */
SKEP_MUST_USE bool skep_run_print(struct skep_run_printer *p, struct skep_running *running,
				  const struct skep_run_figures *figures, struct skep_diag *d);

#endif
