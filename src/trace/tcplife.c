/* SPDX-License-Identifier: BSD-2-Clause */
#include "trace/converse.h"
#include "trace/network.h"
#include "trace/view.h"

enum { ACTIVE, PASSIVE };

static const char *const kinds[] = {"connect", "accept"};

static const struct skep_trace_column columns[] = {
    SKEP_COLUMN("PID", "pid", PID, 0, 7),
    SKEP_COLUMN("COMM", "comm", COMM, 0, -15),
    SKEP_COLUMN("BY", "by", KIND, 0, -7),
    SKEP_COLUMN("LOCAL", "local", LOCAL, 0, -21),
    SKEP_COLUMN("REMOTE", "remote", REMOTE, 0, -21),
    SKEP_COLUMN("TX", "sent_bytes", NUMBER, 1, 10),
    SKEP_COLUMN("RX", "received_bytes", NUMBER, 2, 10),
    SKEP_COLUMN("LIFE(ms)", "lifetime_ns", MILLIS, 3, 12),
};

static u64 counted(const struct skep_trace_event *e)
{
	return e->head.kind == ACTIVE;
}

const struct skep_trace_view skep_trace_tcplife = {
    .columns = columns,
    .column_count = SKEP_COUNT(columns),
    .kinds = kinds,
    .truths = {{skep_trace_passive_opens, skep_trace_snmp, true}},
    .work = skep_trace_converse,
    .counted = counted,
};
