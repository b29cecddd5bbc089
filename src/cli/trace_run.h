/* SPDX-License-Identifier: BSD-2-Clause */
/* A tool at work: what comes as events is printed as it comes; what is summed up is printed after
 * each interval, or at the end. */
#ifndef SKEP_CLI_TRACE_RUN_H
#define SKEP_CLI_TRACE_RUN_H

#include "cli/trace_job.h"

/* Runs until the intervals are over, the budget is passed, or Ctrl-C. */
enum skep_exit skep_trace_run(const struct skep_trace_job *job);

#endif
