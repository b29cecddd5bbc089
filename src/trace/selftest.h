/* SPDX-License-Identifier: BSD-2-Clause */
/* Whether a tool counts right: a process of skep's own makes a known number of events. One thread.
 */
#ifndef SKEP_TRACE_SELFTEST_H
#define SKEP_TRACE_SELFTEST_H

#include <skep/diag.h>

#include "trace/tool.h"

struct skep_trace_selftest {
	u64 made, counted, lost;
};

/* Tries a tool, by its best mechanism or by the one named `via`. False with *d set if it could not
 * be tried. */
SKEP_MUST_USE bool skep_trace_selftest(const struct skep_trace_tool *tool, const char *via,
				       struct skep_trace_selftest *result, struct skep_diag *d);

#endif
