/* SPDX-License-Identifier: BSD-2-Clause */
/* What a column shows of an event, as text. Thread-safe. */
#ifndef SKEP_TRACE_COLUMNS_H
#define SKEP_TRACE_COLUMNS_H

#include "base/buffer.h"
#include "trace/tool.h"

void skep_trace_show(struct skep_buffer *b, const struct skep_trace_tool *tool,
		     const struct skep_trace_column *c, const struct skep_trace_event *e);

#endif
