/* SPDX-License-Identifier: BSD-2-Clause */
/* Network namespaces as users name them. */
#ifndef SKEP_TRACE_NETNS_H
#define SKEP_TRACE_NETNS_H

#include <skep/diag.h>

#include "trace/record.h"

/* Sets the filter to the namespace that a process is in ("123"), that ip-netns(8) calls so, or
 * that a file stands for. False with *d set. */
SKEP_MUST_USE bool skep_trace_netns(const char *where, struct skep_trace_filter *filter,
				    struct skep_diag *d);

/* A file of /proc as it is in a namespace, to be read; the descriptor stays with that one. Below 0:
 * it is not there, or we may not go there.
 *
 *   where  NULL: our own */
int skep_trace_netns_open(const char *where, const char *file);

/* Inode of our own; 0 if it cannot be known. */
u32 skep_trace_netns_own(void);

#endif
