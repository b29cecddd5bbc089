/* SPDX-License-Identifier: BSD-2-Clause */
#include <netinet/in.h>

#include "trace/network.h"
#include "trace/view.h"

static const struct skep_trace_column columns[] = {
    SKEP_COLUMN("IF", "interface", DEVICE, 0, -10),
    SKEP_COLUMN("PROTO", "protocol", PROTOCOL, 2, -6),
    SKEP_COLUMN("SOURCE", "source", LOCAL, 0, -21),
    SKEP_COLUMN("DESTINATION", "destination", REMOTE, 0, -21),
    SKEP_COLUMN("BYTES", "bytes", NUMBER, 1, 6),
    SKEP_COLUMN("REASON", "reason", REASON, 3, -22),
    SKEP_COLUMN("WHERE", "where", SYMBOL, 4, -1),
};

static u64 counted(const struct skep_trace_event *e)
{
	return (u16)e->numbers[0] == SKEP_TRACE_NOBODY && e->numbers[2] == IPPROTO_UDP;
}

const struct skep_trace_view skep_trace_drops = {
    .columns = columns,
    .column_count = SKEP_COUNT(columns),
    .reasons = "skb_drop_reason",
    .nobodys = true,
    .can_stacks = true,
    .work = skep_trace_unheard,
    .counted = counted,
};
