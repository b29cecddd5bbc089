/* SPDX-License-Identifier: BSD-2-Clause */
/* Work for selftests of tools that look at the network, in the namespace that this process is in;
 * and what Linux counts there. */
#ifndef SKEP_TRACE_NETWORK_H
#define SKEP_TRACE_NETWORK_H

#include "base/types.h"

enum { SKEP_TRACE_NOBODY = 9 }; /* port where nobody listens: discard */

/* Each tries so many times, and returns false if it could not. */
bool skep_trace_refused(u32 count);    /* connections to NOBODY */
bool skep_trace_unheard(u32 count);    /* UDP packets to NOBODY */
bool skep_trace_unanswered(u32 count); /* connections that a full queue drops, and that ask twice */

/* How many segments TCP sent again in the namespace of a process; 0 if it cannot be read. */
u64 skep_trace_retransmits(int pid);

/* Counters of a namespace, in the text of its /proc/net/snmp; false: there is none. */
bool skep_trace_resets_sent(const char *text, u64 *count);
bool skep_trace_passive_opens(const char *text, u64 *count); /* connections that came in */

static const char skep_trace_snmp[] = "/proc/thread-self/net/snmp";

#endif
