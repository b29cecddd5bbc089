/* SPDX-License-Identifier: BSD-2-Clause */
#include <stdlib.h>
#include <string.h>

#include "trace/network.h"
#include "trace/view.h"

enum { SOFT = 1, NET_RX = 3 }; /* of kinds; of the numbers of softirqs */

static const char *const kinds[] = {"hard", "soft"};

static const struct skep_trace_column columns[] = {
    SKEP_COLUMN("KIND", "kind", NAME, SKEP_ROW_ID, -4),
    SKEP_COLUMN("IRQ", "irq", IRQ, 0, 4),
    SKEP_COLUMN("NAME", "name", INTERRUPT, SKEP_ROW_ID, -15),
    SKEP_COLUMN("COUNT", "count", NUMBER, SKEP_ROW_COUNT, 9),
    SKEP_COLUMN("TOTAL(ms)", "total_ns", MILLIS, SKEP_ROW_TOTAL, 12),
    SKEP_COLUMN("AVG(ms)", "average_ns", MILLIS, SKEP_ROW_AVERAGE, 10),
    SKEP_COLUMN("MAX(ms)", "max_ns", MILLIS, SKEP_ROW_MOST, 10),
};

/* Each packet that is sent to oneself is received in a softirq, before sendto(2) returns. */
static u64 counted(const struct skep_trace_event *e)
{
	bool received = e->numbers[SKEP_ROW_ID] == SOFT && e->head.pid == NET_RX;

	return received ? e->numbers[SKEP_ROW_COUNT] : 0;
}

/* Of all numbers, behind the sum with those that have none. What Linux handles in a thread as a
 * part of another one (handle_nested_irq) is in it, and passes no tracepoint. */
static bool hards(const char *text, u64 *count)
{
	const char *at = strstr(text, "\nintr ");
	char *end;

	*count = 0;
	if (!at)
		return false;
	strtoull(at + strlen("\nintr "), &end, 10);
	while (*end == ' ')
		*count += strtoull(end, &end, 10);
	return *end == '\n';
}

static bool softs(const char *text, u64 *count)
{
	static const char words[] = "\nsoftirq ";
	const char *at = strstr(text, words);

	if (at)
		*count = strtoull(at + strlen(words), NULL, 10);
	return at;
}

const struct skep_trace_view skep_trace_irqs = {
    .columns = columns,
    .column_count = SKEP_COUNT(columns),
    .kinds = kinds,
    .reasons = "HI_SOFTIRQ",
    .truths = {{hards, "/proc/stat", false}, {softs, "/proc/stat", false}},
    .work = skep_trace_unheard,
    .counted = counted,
    .others = true,
};
