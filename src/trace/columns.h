/* SPDX-License-Identifier: BSD-2-Clause */
/* What a column shows of an event, as text. One thread for one set of names. */
#ifndef SKEP_TRACE_COLUMNS_H
#define SKEP_TRACE_COLUMNS_H

#include "base/buffer.h"
#include "trace/names.h"
#include "trace/tool.h"

/* names: of tools that have reasons or addresses; else NULL is allowed */
void skep_trace_show(struct skep_buffer *b, const struct skep_trace_tool *tool,
		     struct skep_trace_names *names, const struct skep_trace_column *c,
		     const struct skep_trace_event *e);

#endif
