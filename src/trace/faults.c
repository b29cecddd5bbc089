/* SPDX-License-Identifier: BSD-2-Clause */
#include "trace/counters.h"
#include "trace/view.h"

static const char *const names[] = {"read",	   "write",	   "execute",
				    "kernel read", "kernel write", "kernel execute"};

static const struct skep_trace_column columns[] = {
    SKEP_COLUMN("PID", "pid", PID, 0, 7),
    SKEP_COLUMN("COMM", "comm", COMM, 0, -15),
    SKEP_COLUMN("BY", "by", NAME, SKEP_ROW_ID, -12),
    SKEP_COLUMN("FAULTS", "count", NUMBER, SKEP_ROW_COUNT, 9),
};

const struct skep_trace_view skep_trace_faults = {
    .columns = columns,
    .column_count = SKEP_COUNT(columns),
    .kinds = names,
    .work = skep_trace_touch,
    .counted = skep_trace_row_count,
    .made = skep_trace_faults_of,
};
