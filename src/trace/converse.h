/* SPDX-License-Identifier: BSD-2-Clause */
/* TCP connections of a process with itself, for selftests. */
#ifndef SKEP_TRACE_CONVERSE_H
#define SKEP_TRACE_CONVERSE_H

#include "base/types.h"

/* Moves this process to a network namespace of its own, whose loopback is up. False if it could
 * not. */
bool skep_trace_own_network(void);

/* Makes and closes so many, of four bytes each, in a network namespace of its own. False if it
 * could not. */
bool skep_trace_converse(u32 count);

#endif
