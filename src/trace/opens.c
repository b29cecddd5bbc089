/* SPDX-License-Identifier: BSD-2-Clause */
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "trace/view.h"

static const struct skep_trace_column columns[] = {
    SKEP_COLUMN("PID", "pid", PID, 0, 7),
    SKEP_COLUMN("COMM", "comm", COMM, 0, -15),
    SKEP_COLUMN("RESULT", "result", RESULT, 0, 8),
    SKEP_COLUMN("LAT(ms)", "latency_ns", MILLIS, 2, 9),
    SKEP_COLUMN("FLAGS", "flags", FLAGS, 1, -24),
    SKEP_COLUMN("PATH", "path", STRING, 0, -1),
};

static const char path[] = "/nonexistent/skep-selftest";

static bool work(u32 count)
{
	while (count--)
		if (open(path, O_RDONLY | O_CLOEXEC) >= 0)
			return false;
	return true;
}

static u64 counted(const struct skep_trace_event *e)
{
	return strcmp(e->text, path) == 0;
}

const struct skep_trace_view skep_trace_opens = {
    .columns = columns,
    .column_count = SKEP_COUNT(columns),
    .work = work,
    .counted = counted,
};
