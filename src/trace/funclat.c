/* SPDX-License-Identifier: BSD-2-Clause */
#include "trace/counters.h"
#include "trace/functions.h"
#include "trace/view.h"

static const struct skep_trace_column columns[] = {
    SKEP_COLUMN("PID", "pid", PID, 0, 7),
    SKEP_COLUMN("COMM", "comm", COMM, 0, -15),
    SKEP_COLUMN("CALLS", "count", NUMBER, SKEP_ROW_COUNT, 9),
    SKEP_COLUMN("TOTAL(ms)", "total_ns", MILLIS, SKEP_ROW_TOTAL, 12),
    SKEP_COLUMN("AVG(ms)", "average_ns", MILLIS, SKEP_ROW_AVERAGE, 9),
    SKEP_COLUMN("MAX(ms)", "max_ns", MILLIS, SKEP_ROW_MOST, 9),
    SKEP_COLUMN("FUNCTION", "function", STRING, 0, -1),
};

const struct skep_trace_view skep_trace_funclat = {
    .columns = columns,
    .column_count = SKEP_COUNT(columns),
    .target = "FILE:FUNCTION",
    .can_stacks = true,
    .attach = skep_attach_functions,
    .work = skep_trace_ask_parent,
    .counted = skep_trace_row_count,
    .trial = "libc.so.6:getppid",
};
