/* SPDX-License-Identifier: BSD-2-Clause */
#include "trace/disk.h"
#include "trace/view.h"

static const struct skep_trace_column columns[] = {
    SKEP_COLUMN("PID", "pid", PID, 0, 7),
    SKEP_COLUMN("COMM", "comm", COMM, 0, -15),
    SKEP_COLUMN("DISK", "disk", STRING, 0, -8),
    SKEP_COLUMN("OP", "operation", DISK_OP, 0, -8),
    SKEP_COLUMN("SECTOR", "sector", NUMBER, 1, 12),
    SKEP_COLUMN("BYTES", "bytes", NUMBER, 2, 8),
    SKEP_COLUMN("QUEUE(ms)", "queue_ns", MILLIS, 3, 10),
    SKEP_COLUMN("LAT(ms)", "latency_ns", MILLIS, 4, 10),
    SKEP_COLUMN("RESULT", "result", DISK_RESULT, 5, -1),
};

static u64 counted(const struct skep_trace_event *e)
{
	return e->numbers[0] == 0;
}

const struct skep_trace_view skep_trace_biosnoop = {
    .columns = columns,
    .column_count = SKEP_COUNT(columns),
    .work = skep_trace_disk_reads,
    .counted = counted,
};
