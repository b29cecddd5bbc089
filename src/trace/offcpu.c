/* SPDX-License-Identifier: BSD-2-Clause */
#include "trace/counters.h"
#include "trace/view.h"

static const char *const states[] = {"runnable", "sleeps", "waits", "other"};

static const struct skep_trace_column columns[] = {
    SKEP_COLUMN("PID", "pid", PID, 0, 7),
    SKEP_COLUMN("COMM", "comm", COMM, 0, -15),
    SKEP_COLUMN("STATE", "state", NAME, SKEP_ROW_ID, -8),
    SKEP_COLUMN("TIMES", "count", NUMBER, SKEP_ROW_COUNT, 9),
    SKEP_COLUMN("TOTAL(us)", "total_us", NUMBER, SKEP_ROW_TOTAL, 12),
    SKEP_COLUMN("AVG(us)", "average_us", NUMBER, SKEP_ROW_AVERAGE, 9),
    SKEP_COLUMN("MAX(us)", "max_us", NUMBER, SKEP_ROW_MOST, 9),
};

const struct skep_trace_view skep_trace_offcpu = {
    .columns = columns,
    .column_count = SKEP_COUNT(columns),
    .kinds = states,
    .can_stacks = true,
    .work = skep_trace_naps,
    .counted = skep_trace_row_count,
    .made = skep_trace_switches,
    .early = 1, /* it sleeps already */
};
