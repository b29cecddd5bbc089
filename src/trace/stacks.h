/* SPDX-License-Identifier: BSD-2-Clause */
/* Stacks of a session's rows and events, as names of functions; what is said of a row by its
 * stacks. One thread. */
#ifndef SKEP_TRACE_STACKS_H
#define SKEP_TRACE_STACKS_H

#include "base/buffer.h"
#include "trace/session.h"
#include "trace/symbols.h"

struct skep_stack {
	const char *frames[2 * SKEP_TRACE_FRAMES]; /* the innermost first; lent by the symbols */
	u32 count, kernel; /* how many; how many of those are of the kernel */
};

/* Reads the stacks of a row, or of an event that has them in the same numbers. */
void skep_stack_read(struct skep_stack *stack, const struct skep_session *trace,
		     struct skep_symbols *symbols, const struct skep_trace_event *row);

/* Appends the line that flame graphs are made of: "root;outermost;...;innermost value". */
void skep_stack_fold(const struct skep_stack *stack, struct skep_buffer *b, const char *root,
		     u64 value);

/* Appends a line a frame, or ,"stack":[...] of JSON. */
void skep_stack_text(const struct skep_stack *stack, struct skep_buffer *b);
void skep_stack_json(const struct skep_stack *stack, struct skep_buffer *b);

#endif
