/* SPDX-License-Identifier: BSD-2-Clause */
#include <signal.h>
#include <unistd.h>

#include "trace/view.h"

static const struct skep_trace_column columns[] = {
    SKEP_COLUMN("PID", "pid", PID, 0, 7),
    SKEP_COLUMN("COMM", "comm", COMM, 0, -15),
    SKEP_COLUMN("SIGNAL", "signal", SIGNAL, 0, -9),
    SKEP_COLUMN("TO", "to", NUMBER, 1, 7),
    SKEP_COLUMN("TO COMM", "to_comm", STRING, 0, -15),
    SKEP_COLUMN("FATE", "fate", FATE, 2, -1),
};

static bool work(u32 count)
{
	signal(SIGUSR1, SIG_IGN);
	while (count--)
		if (kill(getpid(), SIGUSR1) < 0)
			return false;
	return true;
}

static u64 counted(const struct skep_trace_event *e)
{
	return e->numbers[0] == SIGUSR1;
}

const struct skep_trace_view skep_trace_signals = {
    .columns = columns,
    .column_count = SKEP_COUNT(columns),
    .work = work,
    .counted = counted,
};
