/* SPDX-License-Identifier: BSD-2-Clause */
/* A cgroup of cgroup2 by its path. Thread-safe. */
#ifndef SKEP_TRACE_CGROUP_H
#define SKEP_TRACE_CGROUP_H

#include <skep/diag.h>

#include "trace/record.h"

/* Sets the cgroup of a filter. False with *d set.
 *
 *   path  of its folder; one that does not begin with / begins where cgroup2 is mounted */
SKEP_MUST_USE bool skep_trace_cgroup(const char *path, struct skep_trace_filter *filter,
				     struct skep_diag *d);

#endif
