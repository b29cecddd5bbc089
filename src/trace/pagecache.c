/* SPDX-License-Identifier: BSD-2-Clause */
#include <fcntl.h>
#include <unistd.h>

#include "trace/view.h"

static const char *const names[] = {"added", "dirtied", "removed"};

static const struct skep_trace_column columns[] = {
    SKEP_COLUMN("PID", "pid", PID, 0, 7),
    SKEP_COLUMN("COMM", "comm", COMM, 0, -15),
    SKEP_COLUMN("EVENT", "event", NAME, SKEP_ROW_ID, -8),
    SKEP_COLUMN("FOLIOS", "count", NUMBER, SKEP_ROW_COUNT, 9),
};

/* Pages of a fresh file, far from each other: a folio each. */
static bool work(u32 count)
{
	int fd = open("/var/tmp", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
	bool ok = fd >= 0;

	for (u32 i = 0; ok && i < count; i++)
		ok = pwrite(fd, "skep", 4, (off_t)i << 20) == 4;
	if (fd >= 0)
		close(fd);
	return ok;
}

static u64 counted(const struct skep_trace_event *e)
{
	return e->numbers[SKEP_ROW_ID] == 2 ? e->numbers[SKEP_ROW_COUNT] : 0;
}

const struct skep_trace_view skep_trace_pagecache = {
    .columns = columns,
    .column_count = SKEP_COUNT(columns),
    .kinds = names,
    .can_stacks = true,
    .work = work,
    .counted = counted,
};
