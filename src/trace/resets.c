/* SPDX-License-Identifier: BSD-2-Clause */
#include "trace/network.h"
#include "trace/view.h"

enum { SENT, RECEIVED };

static const char *const kinds[] = {"sent", "received"};

static const struct skep_trace_column columns[] = {
    SKEP_COLUMN("LOCAL", "local", LOCAL, 0, -21),
    SKEP_COLUMN("REMOTE", "remote", REMOTE, 0, -21),
    SKEP_COLUMN("RESET", "reset", KIND, 0, -8),
    SKEP_COLUMN("STATE", "state", STATE, 3, -12),
    SKEP_COLUMN_OF(SENT, "REASON", "reason", REASON, 4, -1),
};

static u64 counted(const struct skep_trace_event *e)
{
	return e->head.kind == SENT;
}

const struct skep_trace_view skep_trace_resets = {
    .columns = columns,
    .column_count = SKEP_COUNT(columns),
    .kinds = kinds,
    .reasons = "sk_rst_reason",
    .nobodys = true,
    .truths = {{skep_trace_resets_sent, skep_trace_snmp, true}},
    .work = skep_trace_refused,
    .counted = counted,
};
