/* SPDX-License-Identifier: BSD-2-Clause */
#include <stdio.h>
#include <unistd.h>

#include "trace/view.h"

enum { EXEC, END };

static const char *const kinds[] = {"exec", "end"};

static const struct skep_trace_column columns[] = {
    SKEP_COLUMN("EVENT", "event", KIND, 0, -5),
    SKEP_COLUMN("PID", "pid", PID, 0, 7),
    SKEP_COLUMN("PPID", "ppid", NUMBER, 0, 7),
    SKEP_COLUMN("UID", "uid", UID, 0, 5),
    SKEP_COLUMN_OF(END, "STATUS", "status", STATUS, 1, 7),
    SKEP_COLUMN_OF(END, "LIFE(ms)", "lifetime_ns", MILLIS, 2, 10),
    SKEP_COLUMN("COMM", "comm", COMM, 0, -15),
    SKEP_COLUMN_OF(EXEC, "ARGUMENTS", "arguments", WORDS, 3, -1),
};

/* One process that executes the shell again and again. */
static bool work(u32 count)
{
	static const char script[] =
	    "[ $1 -gt 1 ] || exit 7; exec /bin/sh -c \"$0\" \"$0\" $(($1 - 1))";
	char number[16];

	snprintf(number, sizeof(number), "%u", count);
	execl("/bin/sh", "sh", "-c", script, script, number, NULL);
	return false;
}

static u64 counted(const struct skep_trace_event *e)
{
	return e->head.kind == EXEC;
}

const struct skep_trace_view skep_trace_execs = {
    .columns = columns,
    .column_count = SKEP_COUNT(columns),
    .kinds = kinds,
    .work = work,
    .counted = counted,
};
