/* SPDX-License-Identifier: BSD-2-Clause */
/* The tools' programs, compiled when skep was built. Without clang there are none: then each is
 * empty. */
#ifndef SKEP_TRACE_OBJECTS_H
#define SKEP_TRACE_OBJECTS_H

#include "base/types.h"

struct skep_trace_object {
	const void *bytes; /* ELF */
	size_t size;	   /* 0: there is none */
};

#define TOOL(name, ...) extern const struct skep_trace_object skep_trace_object_##name;
#include "trace/tools.def"
#undef TOOL

#endif
