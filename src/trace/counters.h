/* SPDX-License-Identifier: BSD-2-Clause */
/* What self-tests share: work, and counters that the kernel keeps of a process, to compare a tool
 * with; 0 if they cannot be read. */
#ifndef SKEP_TRACE_COUNTERS_H
#define SKEP_TRACE_COUNTERS_H

#include "trace/tool.h"

/* How often it was switched away from a processor; as often it came to one, while it sleeps. */
u64 skep_trace_switches(int pid);

/* Its page faults, minor and major. */
u64 skep_trace_faults_of(int pid);

/* Waits until a process has left its processor: then its counters stand still. The state in
 * /proc/PID/stat changes before; /proc/PID/syscall alone waits for the switch. False: it has gone,
 * or runs for too long. */
bool skep_trace_asleep(int pid);

/* Work of tools that look at switches: sleeps so many times. */
bool skep_trace_naps(u32 count);

/* Work of tools that look at page faults: touches so many fresh pages, one after the other. */
bool skep_trace_touch(u32 count);

/* What an event of a row counts for. */
u64 skep_trace_row_count(const struct skep_trace_event *e);

#endif
