/* SPDX-License-Identifier: BSD-2-Clause */
#include <stdio.h>

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

/* Softirqs alone: of interrupts Linux counts those, too, that no driver takes. */
static bool kernels(u64 *count)
{
	FILE *file = fopen("/proc/stat", "re");
	unsigned long long number;
	bool found = false;
	char line[256];

	while (file && !found && fgets(line, sizeof(line), file))
		found = sscanf(line, "softirq %llu", &number) == 1;
	if (file)
		fclose(file);
	if (found)
		*count = number;
	return found;
}

const struct skep_trace_view skep_trace_irqs = {
    .columns = columns,
    .column_count = SKEP_COUNT(columns),
    .kinds = kinds,
    .reasons = "HI_SOFTIRQ",
    .kernels = kernels,
    .work = skep_trace_unheard,
    .counted = counted,
    .others = true,
};
