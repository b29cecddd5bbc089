/* SPDX-License-Identifier: BSD-2-Clause */
/* A tool at work: its programs are loaded and attached, its events arrive, its rows are read. One
 * thread. It ends with its process. */
#ifndef SKEP_TRACE_SESSION_H
#define SKEP_TRACE_SESSION_H

#include <skep/diag.h>

#include "base/buffer.h"
#include "trace/tool.h"

struct skep_session;

/* Where events and rows go. */
struct skep_trace_sink {
	/* sum: of the row that the event was made of; NULL: it is none */
	void (*event)(void *context, const struct skep_trace_event *e,
		      const struct skep_trace_sum *sum);
	void (*settled)(void *context); /* those that were there have been handed out; or NULL */
	void *context;
};

/* Loads and attaches, by the best mechanism that this kernel has. NULL with *d set. */
struct skep_session *skep_session_open(const struct skep_trace_tool *tool,
				       const struct skep_trace_wish *wish, struct skep_diag *d);

/* Appends which mechanism: "BTF tracepoint sched_switch". */
void skep_session_describe(const struct skep_session *trace, struct skep_buffer *b);

/* Hands out events until `stop` is readable, the budget is passed, or the time is over: then
 * *stopped is false. Tools
 * without events wait. False with *d set.
 *
 *   stop   descriptor; -1: none
 *   limit  milliseconds; -1: none */
SKEP_MUST_USE bool skep_session_wait(struct skep_session *trace, const struct skep_trace_sink *sink,
				     int stop, int limit, bool *stopped);

/* Hands out the events that are there. */
void skep_session_drain(struct skep_session *trace, const struct skep_trace_sink *sink);

/* Hands out the rows, the largest first, and takes them away. False with *d set. */
SKEP_MUST_USE bool skep_session_rows(struct skep_session *trace, const struct skep_trace_sink *sink,
				     struct skep_diag *d);

/* The addresses of a stack, the innermost first; returns how many.
 *
 *   number  as in struct skep_trace_key */
u32 skep_session_stack(const struct skep_session *trace, u32 number,
		       u64 addresses[SKEP_TRACE_FRAMES]);

/* Detaches: from here on nothing more is seen. */
void skep_session_detach(struct skep_session *trace);

/* How many events there were that could not be kept. */
u64 skep_session_lost(const struct skep_session *trace);

/* Whether it has to end because it passed its budget, and what it spent: percent of a processor. */
bool skep_session_passed(const struct skep_session *trace, double *spent);

/* Frees; NULL is allowed. */
void skep_session_free(struct skep_session *trace);

#endif
