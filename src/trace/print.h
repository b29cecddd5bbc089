/* SPDX-License-Identifier: BSD-2-Clause */
/* Events as text in columns, or as JSON, one object a line; histograms. One thread for one
 * style. */
#ifndef SKEP_TRACE_PRINT_H
#define SKEP_TRACE_PRINT_H

#include "base/buffer.h"
#include "trace/names.h"
#include "trace/stacks.h"
#include "trace/tool.h"

struct skep_trace_style {
	bool json;
	bool times; /* a column with the time of day, in text */
	s64 epoch;  /* what to add to a head's time for nanoseconds since 1970 */
	struct skep_trace_names *names; /* borrowed */
	u32 step;			/* of linear histograms; 0: they are log2 */
	const struct skep_stack *stack; /* of the row that is printed; NULL: none */
};

/* Appends the line above the columns. */
void skep_trace_print_heads(struct skep_buffer *b, const struct skep_trace_tool *tool,
			    const struct skep_trace_style *style);

/* Appends an event.
 *
 *   sum  of the row that the event was made of; NULL: it is none */
void skep_trace_print(struct skep_buffer *b, const struct skep_trace_tool *tool,
		      const struct skep_trace_style *style, const struct skep_trace_event *e,
		      const struct skep_trace_sum *sum);

/* Appends the slots from the first that counts to the last, with bars. */
void skep_trace_print_histogram(struct skep_buffer *b, const char *unit, u32 step,
				const u64 slots[SKEP_TRACE_SLOTS]);

/* Appends the line above a heat map, and a line of it: the slots of one interval, each as dark as
 * it has values beside the fullest one.
 *
 *   time  nanoseconds since 1970 */
void skep_trace_print_heat_heads(struct skep_buffer *b, const char *unit);
void skep_trace_print_heat(struct skep_buffer *b, s64 time, const u64 slots[SKEP_TRACE_SLOTS]);

#endif
