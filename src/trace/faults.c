/* SPDX-License-Identifier: BSD-2-Clause */
#include "trace/counters.h"
#include "trace/view.h"

enum { OF_KERNEL = 3 }; /* the first of them among the names */

static const char *const names[] = {"read",	   "write",	   "execute",
				    "kernel read", "kernel write", "kernel execute"};

static const struct skep_trace_column columns[] = {
    SKEP_COLUMN("PID", "pid", PID, 0, 7),
    SKEP_COLUMN("COMM", "comm", COMM, 0, -15),
    SKEP_COLUMN("BY", "by", NAME, SKEP_ROW_ID, -12),
    SKEP_COLUMN("FAULTS", "count", NUMBER, SKEP_ROW_COUNT, 9),
};

/* The kernel's own count has no faults of reads that may fail, as other tracing tools make in this
 * process; the work makes none in the kernel. */
static u64 counted(const struct skep_trace_event *e)
{
	return e->numbers[SKEP_ROW_ID] < OF_KERNEL ? e->numbers[SKEP_ROW_COUNT] : 0;
}

const struct skep_trace_view skep_trace_faults = {
    .columns = columns,
    .column_count = SKEP_COUNT(columns),
    .kinds = names,
    .work = skep_trace_touch,
    .counted = counted,
    .made = skep_trace_faults_of,
};
