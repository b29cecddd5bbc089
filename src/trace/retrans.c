/* SPDX-License-Identifier: BSD-2-Clause */
#include "trace/network.h"
#include "trace/view.h"

static const char *const kinds[] = {"segment", "synack", "timeout", "recovery", "probe"};

static const struct skep_trace_column columns[] = {
    SKEP_COLUMN("LOCAL", "local", LOCAL, 0, -21), SKEP_COLUMN("REMOTE", "remote", REMOTE, 0, -21),
    SKEP_COLUMN("WHAT", "what", KIND, 0, -7),	  SKEP_COLUMN("BYTES", "bytes", NUMBER, 3, 7),
    SKEP_COLUMN("STATE", "state", STATE, 1, -12), SKEP_COLUMN("WHY", "why", NAME, 2, -1),
};

static u64 counted(const struct skep_trace_event *e)
{
	(void)e;
	return 1;
}

const struct skep_trace_view skep_trace_retrans = {
    .columns = columns,
    .column_count = SKEP_COUNT(columns),
    .kinds = kinds,
    .nobodys = true,
    .work = skep_trace_unanswered,
    .counted = counted,
    .made = skep_trace_retransmits,
};
