/* SPDX-License-Identifier: BSD-2-Clause */
#include <netinet/in.h>

#include "trace/network.h"
#include "trace/view.h"

enum { QUEUE, START, SENT, NETIF_RX, GRO, RECEIVE, DROP, DONE };

static const char *const kinds[] = {"queue", "start",	"sent", "netif_rx",
				    "gro",   "receive", "drop", "done"};

static const struct skep_trace_column columns[] = {
    SKEP_COLUMN("PACKET", "packet", NUMBER, 5, 6),
    SKEP_COLUMN("AT(ms)", "at_ns", MILLIS, 6, 9),
    SKEP_COLUMN("POINT", "point", KIND, 0, -8),
    SKEP_COLUMN("IF", "interface", DEVICE, 0, -10),
    SKEP_COLUMN("PROTO", "protocol", PROTOCOL, 2, -6),
    SKEP_COLUMN("SOURCE", "source", LOCAL, 0, -21),
    SKEP_COLUMN("DESTINATION", "destination", REMOTE, 0, -21),
    SKEP_COLUMN("BYTES", "bytes", NUMBER, 1, 6),
    SKEP_COLUMN_OF(SENT, "RESULT", "result", NUMBER, 3, 6),
    SKEP_COLUMN_OF(DROP, "REASON", "reason", REASON, 3, -16),
    SKEP_COLUMN("WHERE", "where", SYMBOL, 4, -1),
};

static u64 counted(const struct skep_trace_event *e)
{
	return e->head.kind == DROP && (u16)e->numbers[0] == SKEP_TRACE_NOBODY &&
	       e->numbers[2] == IPPROTO_UDP;
}

const struct skep_trace_view skep_trace_pktpath = {
    .columns = columns,
    .column_count = SKEP_COUNT(columns),
    .kinds = kinds,
    .reasons = "skb_drop_reason",
    .nobodys = true,
    .matches = true,
    .work = skep_trace_unheard,
    .counted = counted,
};
