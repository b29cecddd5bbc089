/* SPDX-License-Identifier: BSD-2-Clause */
/* What passes between a tool's programs in Linux and skep: one event model for all tools. A tool
 * says what its numbers and its text are by its columns (tool.h). Read by programs, too. */
#ifndef SKEP_TRACE_RECORD_H
#define SKEP_TRACE_RECORD_H

#include "base/types.h"

enum {
	SKEP_TRACE_COMM = 16,
	SKEP_TRACE_NUMBERS = 8,
	SKEP_TRACE_EVENT_STACK =
	    7, /* number of an event that has the kernel's stack, if it is wanted */
	SKEP_TRACE_TEXT = 400,
	SKEP_TRACE_SLOTS = 48,	   /* of a histogram; the last one counts what is larger, too. Log2:
				    * slot n     counts values of 2^n to 2^(n+1)-1, 0 as 1; linear:
				    * n*step     to     (n+1)*step-1 */
	SKEP_TRACE_RING = 1 << 22, /* bytes */
	SKEP_TRACE_LOOK = 100,	   /* milliseconds between looks at it */
	SKEP_TRACE_ROWS = 10240,
	SKEP_TRACE_STACKS = 8192,
	SKEP_TRACE_FRAMES = 127, /* of a stack; what Linux walks at most */
};

/* Who and when. */
struct skep_trace_head {
	u64 time;   /* CLOCK_MONOTONIC, nanoseconds */
	u64 cgroup; /* inode of its folder in cgroup2 */
	u32 pid;    /* of the process; tid of the thread */
	u32 tid;
	u32 uid;
	u32 kind; /* of event, where a tool has several; names in its `kinds` */
	char comm[SKEP_TRACE_COMM];
};

/* A record of the ring buffer `events`. Without a text it ends behind the numbers. */
struct skep_trace_event {
	struct skep_trace_head head;
	u64 numbers[SKEP_TRACE_NUMBERS];
	char text[SKEP_TRACE_TEXT];
};

/* What programs count in the array `counts`. */
enum skep_trace_counts {
	SKEP_TRACE_LOST, /* what could not be kept */
	SKEP_TRACE_SEEN, /* of what the kernel counts, too (truth.h): one for each of its counts */
	SKEP_TRACE_TRUTHS = 2,
	SKEP_TRACE_COUNTS = SKEP_TRACE_SEEN + SKEP_TRACE_TRUTHS,
};

/* In place of the number of a stack that could not be kept. */
#define SKEP_TRACE_STACK_LOST 0xffffffffu

/* Key and value of the hash `rows`, where a tool sums up. */
struct skep_trace_key {
	u32 pid;
	u32 id; /* a tool's own: number of a call, of a device, of a reason */
	char comm[SKEP_TRACE_COMM];
	u32 user_stack, kernel_stack; /* numbers in the map `stacks`, plus 1; 0: not asked for */
};

struct skep_trace_sum {
	u64 count, errors;
	u64 total, most; /* in the tool's unit */
	u64 slots[SKEP_TRACE_SLOTS];
};

/* Which events are wanted: the variable of the section .rodata.filter. */
struct skep_trace_filter {
	u64 begun;  /* CLOCK_MONOTONIC: before the tool was attached */
	u64 cgroup; /* and those below it */
	u32 cgroup_level;
	u32 pid, uid;
	u32 by;	    /* bits of the enum */
	u32 self;   /* skep's own process, which is left out */
	u32 stacks; /* whether they are wanted */
	u32 net;    /* inode of a network namespace */
	u32 truth;  /* of that whose counters are compared with what is seen in it */
	u32 step;   /* of linear histograms; 0: they are log2 */
};

enum skep_trace_by {
	SKEP_TRACE_BY_PID = 1 << 0,
	SKEP_TRACE_BY_UID = 1 << 1,
	SKEP_TRACE_BY_CGROUP = 1 << 2,
	SKEP_TRACE_BY_NET = 1 << 3,
};

#endif
