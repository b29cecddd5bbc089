/* SPDX-License-Identifier: BSD-2-Clause */
#include "trace/converse.h"
#include "trace/view.h"

enum { SYN_SENT = 2 };

static const struct skep_trace_column columns[] = {
    SKEP_COLUMN("PID", "pid", PID, 0, 7),
    SKEP_COLUMN("COMM", "comm", COMM, 0, -15),
    SKEP_COLUMN("LOCAL", "local", LOCAL, 0, -21),
    SKEP_COLUMN("REMOTE", "remote", REMOTE, 0, -21),
    SKEP_COLUMN("FROM", "from", STATE, 1, -11),
    SKEP_COLUMN("TO", "to", STATE, 2, -11),
    SKEP_COLUMN("LASTED(ms)", "lasted_ns", MILLIS, 3, 12),
};

static u64 counted(const struct skep_trace_event *e)
{
	return e->numbers[2] == SYN_SENT;
}

const struct skep_trace_view skep_trace_tcpstates = {
    .columns = columns,
    .column_count = SKEP_COUNT(columns),
    .work = skep_trace_converse,
    .counted = counted,
};
