/* SPDX-License-Identifier: BSD-2-Clause */
#include <errno.h>
#include <linux/futex.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "trace/view.h"

enum { FUTEX_ROW };

static const char *const names[] = {"futex", "spin", "read", "write", "mutex", "other"};

static const struct skep_trace_column columns[] = {
    SKEP_COLUMN("PID", "pid", PID, 0, 7),
    SKEP_COLUMN("COMM", "comm", COMM, 0, -15),
    SKEP_COLUMN("LOCK", "lock", NAME, SKEP_ROW_ID, -6),
    SKEP_COLUMN("WAITS", "count", NUMBER, SKEP_ROW_COUNT, 9),
    SKEP_COLUMN("TOTAL(ms)", "total_ns", MILLIS, SKEP_ROW_TOTAL, 12),
    SKEP_COLUMN("AVG(ms)", "average_ns", MILLIS, SKEP_ROW_AVERAGE, 9),
    SKEP_COLUMN("MAX(ms)", "max_ns", MILLIS, SKEP_ROW_MOST, 9),
};

/* Nobody wakes it. */
static bool work(u32 count)
{
	const struct timespec nap = {0, 100000};
	u32 lock = 0;

	while (count--)
		if (syscall(SYS_futex, &lock, FUTEX_WAIT_PRIVATE, 0, &nap, NULL, 0) == 0 ||
		    errno != ETIMEDOUT)
			return false;
	return true;
}

static u64 counted(const struct skep_trace_event *e)
{
	return e->numbers[SKEP_ROW_ID] == FUTEX_ROW ? e->numbers[SKEP_ROW_COUNT] : 0;
}

const struct skep_trace_view skep_trace_locks = {
    .columns = columns,
    .column_count = SKEP_COUNT(columns),
    .kinds = names,
    .can_stacks = true,
    .work = work,
    .counted = counted,
};
