/* SPDX-License-Identifier: BSD-2-Clause */
#include "trace/converse.h"
#include "trace/network.h"
#include "trace/view.h"

enum { CONNECT, ACCEPT };

static const char *const kinds[] = {"connect", "accept"};

static const struct skep_trace_column columns[] = {
    SKEP_COLUMN("PID", "pid", PID, 0, 7),
    SKEP_COLUMN("COMM", "comm", COMM, 0, -15),
    SKEP_COLUMN("BY", "by", KIND, 0, -7),
    SKEP_COLUMN("LOCAL", "local", LOCAL, 0, -21),
    SKEP_COLUMN("REMOTE", "remote", REMOTE, 0, -21),
    SKEP_COLUMN("LAT(ms)", "latency_ns", MILLIS, 2, 10),
    SKEP_COLUMN("RTT(ms)", "rtt_ns", MILLIS, 3, 8),
    SKEP_COLUMN("RESULT", "result", RESULT, 1, -1),
};

static u64 counted(const struct skep_trace_event *e)
{
	return e->head.kind == CONNECT && e->numbers[1] == 0;
}

const struct skep_trace_view skep_trace_conns = {
    .columns = columns,
    .column_count = SKEP_COUNT(columns),
    .kinds = kinds,
    .truths = {{skep_trace_passive_opens, skep_trace_snmp, true}},
    .work = skep_trace_converse,
    .counted = counted,
};
