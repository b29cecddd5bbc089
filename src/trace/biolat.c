/* SPDX-License-Identifier: BSD-2-Clause */
#include "trace/disk.h"
#include "trace/view.h"

static const struct skep_trace_column columns[] = {
    SKEP_COLUMN("DISK", "disk", COMM, 0, -15),
    SKEP_COLUMN("OP", "operation", DISK_OP, SKEP_ROW_ID, -8),
    SKEP_COLUMN("COUNT", "count", NUMBER, SKEP_ROW_COUNT, 8),
    SKEP_COLUMN("ERRORS", "errors", NUMBER, SKEP_ROW_ERRORS, 7),
    SKEP_COLUMN("TOTAL(us)", "total_us", NUMBER, SKEP_ROW_TOTAL, 12),
    SKEP_COLUMN("AVG(us)", "average_us", NUMBER, SKEP_ROW_AVERAGE, 9),
    SKEP_COLUMN("MAX(us)", "max_us", NUMBER, SKEP_ROW_MOST, 9),
};

static u64 counted(const struct skep_trace_event *e)
{
	return e->numbers[SKEP_ROW_ID] == 0 ? e->numbers[SKEP_ROW_COUNT] : 0;
}

const struct skep_trace_view skep_trace_biolat = {
    .columns = columns,
    .column_count = SKEP_COUNT(columns),
    .work = skep_trace_disk_reads,
    .counted = counted,
};
