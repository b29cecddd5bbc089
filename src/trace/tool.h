/* SPDX-License-Identifier: BSD-2-Clause */
/* What skep knows of a tool besides its programs: what its events say, and how to try it. */
#ifndef SKEP_TRACE_TOOL_H
#define SKEP_TRACE_TOOL_H

#include <assert.h>
#include <skep/diag.h>

#include "trace/matcher.h"
#include "trace/objects.h"
#include "trace/record.h"

struct bpf_program;
struct skep_ladder;

enum skep_trace_show {
#define KIND(name, json, words) SKEP_SHOW_##name,
#include "trace/kinds.def"
#undef KIND
};

struct skep_trace_column {
	const char *head; /* "PID" */
	const char *key;  /* in JSON */
	enum skep_trace_show show;
	u32 number; /* index into the event's numbers, where the kind shows one */
	int width;  /* below 0: to the left */
	s32 only;   /* kind of event that has it; -1: all */
};

/* Numbers of a row that is printed as an event. */
enum skep_trace_row {
	SKEP_ROW_ID,
	SKEP_ROW_COUNT,
	SKEP_ROW_ERRORS,
	SKEP_ROW_TOTAL,
	SKEP_ROW_AVERAGE,
	SKEP_ROW_MOST,
	SKEP_ROW_USER_STACK, /* as in struct skep_trace_key */
	SKEP_ROW_KERNEL_STACK,
};
static_assert((int)SKEP_ROW_KERNEL_STACK == SKEP_TRACE_EVENT_STACK, "stacks are read alike");

/* A count of the kernel's own. */
struct skep_trace_truth {
	/* How many there have been since the system began, wanted or not; false: it is not there.
	 * NULL: nobody counts.
	 *
	 *   text  of the file */
	bool (*count)(const char *text, u64 *count);
	const char *file; /* in /proc */
	bool net;	  /* each network namespace has its own */
};

/* The part of a tool that its NAME.c has. */
struct skep_trace_view {
	const struct skep_trace_column *columns;
	u32 column_count;
	const char *const *kinds; /* names of the kinds of events, or of rows; NULL */
	const char *reasons; /* enumeration of the kernel's whose names REASON shows, or one of its
			      * values, if it has no name; NULL */
	bool matches;	     /* its programs have a place for a filter (matcher.h) */
	bool nobodys; /* events of the network that are no process's: -p, -u, -c cannot be had, and
		       * the selftest works in a network namespace of its own */
	const char *target;   /* what has to be said besides: "PROGRAM:FUNCTION"; NULL: nothing */
	const char *fallback; /* the target if nothing is said; NULL: something has to be */
	bool stacks;	      /* rows have them always, not by --stacks alone */
	bool can_stacks;      /* they, or events, have them by --stacks */

	/* What the programs did not see of what these count is lost. */
	struct skep_trace_truth truths[SKEP_TRACE_TRUTHS];

	/* Attaches a program where its section alone does not tell to what; NULL: it does. */
	bool (*attach)(struct skep_ladder *l, struct bpf_program *prog, struct skep_diag *d);

	/* ---- the selftest, in a process of its own */
	bool (*work)(u32 count); /* makes so many events; false: it could not */
	u64 (*counted)(const struct skep_trace_event *e); /* how many of them an event or row is */
	u64 (*made)(int pid); /* a counter of the kernel's that knows better; NULL: `count` */
	const char *trial;    /* the target then */
	bool others;	      /* those of others come in between, and are counted, too */
	u32 early; /* of those made, how many begin before the tool is attached: not seen */
};

struct skep_trace_tool {
	const char *name, *mechanism;
	const char *unit; /* "": it sends events */
	const char *help;
	const struct skep_trace_object *object;
	const struct skep_trace_view *view;
};

/* What is asked of a tool. */
struct skep_trace_wish {
	struct skep_trace_filter filter; /* `self` and `begun` are filled in */
	const char *via;		 /* the mechanism that has to be taken; NULL: the best */
	const char *target;		 /* what a tool's `target` asks for; NULL: nothing */
	u32 hertz;			 /* how often to sample; 0: as the tool does */
	u32 step;			 /* of linear histograms; 0: they are log2 */
	const struct skep_trace_matcher
	    *matcher;	   /* of packets, where a tool has a place for it; NULL */
	const char *netns; /* that of the filter, as skep_trace_netns takes it; NULL: none */
	bool stacks;
	double budget; /* percent of one processor that the programs may take; 0: any */
};

#define TOOL(name, ...) extern const struct skep_trace_view skep_trace_##name;
#include "trace/tools.def"
#undef TOOL

/* The tools by number; NULL behind the last. */
const struct skep_trace_tool *skep_trace_tool(size_t number);

#endif
