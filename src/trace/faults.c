/* SPDX-License-Identifier: BSD-2-Clause */
#include <sys/mman.h>
#include <unistd.h>

#include "trace/counters.h"
#include "trace/view.h"

static const char *const names[] = {"read",	   "write",	   "execute",
				    "kernel read", "kernel write", "kernel execute"};

static const struct skep_trace_column columns[] = {
    SKEP_COLUMN("PID", "pid", PID, 0, 7),
    SKEP_COLUMN("COMM", "comm", COMM, 0, -15),
    SKEP_COLUMN("BY", "by", NAME, SKEP_ROW_ID, -12),
    SKEP_COLUMN("FAULTS", "count", NUMBER, SKEP_ROW_COUNT, 9),
};

/* Touches fresh pages, one after the other. */
static bool work(u32 count)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE), size = count * page;
	volatile char *memory =
	    mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (memory == MAP_FAILED)
		return false;
	madvise((void *)memory, size, MADV_NOHUGEPAGE);
	for (u32 i = 0; i < count; i++)
		memory[i * page] = 1;
	return true;
}

const struct skep_trace_view skep_trace_faults = {
    .columns = columns,
    .column_count = SKEP_COUNT(columns),
    .kinds = names,
    .work = work,
    .counted = skep_trace_row_count,
    .made = skep_trace_faults_of,
};
