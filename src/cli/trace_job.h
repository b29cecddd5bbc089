/* SPDX-License-Identifier: BSD-2-Clause */
/* What one call of `skep trace` asks of a tool, read from its options and words. */
#ifndef SKEP_CLI_TRACE_JOB_H
#define SKEP_CLI_TRACE_JOB_H

#include <skep/filter.h>

#include "cli/out.h"
#include "cli/trace_options.h"
#include "trace/tool.h"

struct skep_trace_job {
	const struct trace_options *options; /* lent, as the words are */
	const struct skep_trace_tool *tool;
	struct skep_trace_wish wish;
	struct skep_trace_matcher matcher; /* of `packets` */
	struct skep_filter *packets;	   /* owned; NULL: all */
	u64 interval, times;		   /* seconds, and how often; 0: until Ctrl-C */
};

/* Reads what stands behind the tool's name, and the options, whose place and tool are set already.
 * Says itself what is wrong. */
enum skep_exit skep_trace_job_read(struct skep_trace_job *job, char **words, int count);

void skep_trace_job_fini(struct skep_trace_job *job);

#endif
