/* SPDX-License-Identifier: BSD-2-Clause */
#include "trace/tool.h"

static const struct skep_trace_tool tools[] = {
#define TOOL(name, mechanism, unit, help)                                                          \
	{#name, mechanism, unit, help, &skep_trace_object_##name, &skep_trace_##name},
#include "trace/tools.def"
#undef TOOL
};

const struct skep_trace_tool *skep_trace_tool(size_t number)
{
	return number < SKEP_COUNT(tools) ? &tools[number] : NULL;
}
