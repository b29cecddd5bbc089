/* SPDX-License-Identifier: BSD-2-Clause */
/* In place of the programs where there was no clang to compile them. */
#include "trace/objects.h"

#define TOOL(name, ...) const struct skep_trace_object skep_trace_object_##name;
#include "trace/tools.def"
#undef TOOL
