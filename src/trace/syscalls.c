/* SPDX-License-Identifier: BSD-2-Clause */
#include <sys/syscall.h>
#include <unistd.h>

#include "trace/view.h"

static const struct skep_trace_column columns[] = {
    SKEP_COLUMN("PID", "pid", PID, 0, 7),
    SKEP_COLUMN("COMM", "comm", COMM, 0, -15),
    SKEP_COLUMN("CALL", "call", CALL, SKEP_ROW_ID, -20),
    SKEP_COLUMN("COUNT", "count", NUMBER, SKEP_ROW_COUNT, 9),
    SKEP_COLUMN("ERRORS", "errors", NUMBER, SKEP_ROW_ERRORS, 8),
    SKEP_COLUMN("TOTAL(ms)", "total_ns", MILLIS, SKEP_ROW_TOTAL, 12),
    SKEP_COLUMN("AVG(ms)", "average_ns", MILLIS, SKEP_ROW_AVERAGE, 10),
    SKEP_COLUMN("MAX(ms)", "max_ns", MILLIS, SKEP_ROW_MOST, 10),
};

static bool work(u32 count)
{
	while (count--)
		syscall(SYS_getppid);
	return true;
}

static u64 counted(const struct skep_trace_event *e)
{
	return e->numbers[SKEP_ROW_ID] == SYS_getppid ? e->numbers[SKEP_ROW_COUNT] : 0;
}

const struct skep_trace_view skep_trace_syscalls = {
    .columns = columns,
    .column_count = SKEP_COUNT(columns),
    .work = work,
    .counted = counted,
};
