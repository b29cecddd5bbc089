/* SPDX-License-Identifier: BSD-2-Clause */
#include "trace/counters.h"
#include "trace/functions.h"
#include "trace/view.h"

static const struct skep_trace_column columns[] = {
    SKEP_COLUMN("PID", "pid", PID, 0, 7),
    SKEP_COLUMN("COMM", "comm", COMM, 0, -15),
    SKEP_COLUMN("COUNT", "count", NUMBER, SKEP_ROW_COUNT, 9),
    SKEP_COLUMN("MARK", "mark", STRING, 0, -1),
};

/* A mark as <sys/sdt.h> makes it: an instruction that does nothing, and a note of where it is. */
static __attribute__((noinline)) void pass_mark(void)
{
	__asm__ volatile("990:	nop\n"
			 "	.pushsection .note.stapsdt,\"\",\"note\"\n"
			 "	.balign 4\n"
			 "	.4byte 992f-991f, 994f-993f, 3\n"
			 "991:	.asciz \"stapsdt\"\n"
			 "992:	.balign 4\n"
			 "993:	.8byte 990b, 0, 0\n"
			 "	.asciz \"skep\"\n"
			 "	.asciz \"selftest\"\n"
			 "	.asciz \"\"\n"
			 "994:	.balign 4\n"
			 "	.popsection\n");
}

static bool work(u32 count)
{
	while (count--)
		pass_mark();
	return true;
}

const struct skep_trace_view skep_trace_usdt = {
    .columns = columns,
    .column_count = SKEP_COUNT(columns),
    .target = "FILE:PROVIDER:NAME",
    .can_stacks = true,
    .attach = skep_attach_marks,
    .work = work,
    .counted = skep_trace_row_count,
    .trial = "/proc/self/exe:skep:selftest",
};
