/* SPDX-License-Identifier: BSD-2-Clause */
/* What each NAME.c begins with: how to write a view. */
#ifndef SKEP_TRACE_VIEW_H
#define SKEP_TRACE_VIEW_H

#include "trace/tool.h"

/* Columns: what stands above, key in JSON, what is shown, which number, width. */
#define SKEP_COLUMN(head, key, show, number, width)                                                \
	{                                                                                          \
		head, key, SKEP_SHOW_##show, number, width, -1                                     \
	}
#define SKEP_COLUMN_OF(kind, head, key, show, number, width)                                       \
	{                                                                                          \
		head, key, SKEP_SHOW_##show, number, width, kind                                   \
	}

#endif
