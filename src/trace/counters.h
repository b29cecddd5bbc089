/* SPDX-License-Identifier: BSD-2-Clause */
/* Counters that the kernel keeps of a process, to compare a tool with. 0 if they cannot be read. */
#ifndef SKEP_TRACE_COUNTERS_H
#define SKEP_TRACE_COUNTERS_H

#include "base/types.h"

/* How often it was switched away from a processor; as often it came to one, while it sleeps. */
u64 skep_trace_switches(int pid);

/* Its page faults, minor and major. */
u64 skep_trace_faults_of(int pid);

#endif
