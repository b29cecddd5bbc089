/* SPDX-License-Identifier: BSD-2-Clause */
/* Network namespaces as users name them. Thread-safe. */
#ifndef SKEP_TRACE_NETNS_H
#define SKEP_TRACE_NETNS_H

#include <skep/diag.h>

#include "trace/record.h"

/* Sets the filter to the namespace that a process is in ("123"), that ip-netns(8) calls so, or
 * that a file stands for. False with *d set. */
SKEP_MUST_USE bool skep_trace_netns(const char *where, struct skep_trace_filter *filter,
				    struct skep_diag *d);

#endif
