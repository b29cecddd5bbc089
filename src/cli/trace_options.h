/* SPDX-License-Identifier: BSD-2-Clause */
/* What `skep trace` was asked; the fields are described by the rows of trace_options.def. */
#ifndef SKEP_CLI_TRACE_OPTIONS_H
#define SKEP_CLI_TRACE_OPTIONS_H

#include "base/types.h"

/* What trace_options.def fills. */
struct trace_options {
	const char *cgroup, *uid, *via, *flame, *budget, *netns, *filter;
	u64 pid, hertz, linear;
	u32 times, each, selftest, list, json, help, stacks, folded, heat;
};

#endif
