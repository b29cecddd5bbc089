/* SPDX-License-Identifier: BSD-2-Clause */
/* What the kernel counts of what a tool's programs see, too: what they did not see is lost, as
 * where Linux calls no programs in the context of some processes. One thread. */
#ifndef SKEP_TRACE_TRUTH_H
#define SKEP_TRACE_TRUTH_H

#include "trace/tool.h"

/* Zero-initialised. */
struct skep_truth {
	struct {
		int fd; /* of the file, in the namespace that is looked at */
		bool known;
		u64 kernels, seen; /* when it began */
	} of[SKEP_TRACE_TRUTHS];
};

/* Begins where the tool does not choose: with a filter nobody knows whether what was missed was
 * wanted. Only the choice of a namespace is known of counters that each namespace has.
 *
 *   counts  descriptor of the programs' map */
void skep_truth_begin(struct skep_truth *t, const struct skep_trace_tool *tool,
		      const struct skep_trace_wish *wish, int counts);

/* How many were missed since; it ends. */
u64 skep_truth_end(struct skep_truth *t, const struct skep_trace_tool *tool, int counts);

#endif
