/* SPDX-License-Identifier: BSD-2-Clause */
/* Names that the running kernel has for numbers. One thread. */
#ifndef SKEP_TRACE_NAMES_H
#define SKEP_TRACE_NAMES_H

#include "base/types.h"

struct skep_trace_names;

/* Returns what the caller frees, or NULL if memory ran out.
 *
 *   enumeration  whose names are wanted, by BTF: its name, or that of one of its values, if it
 *                has none; NULL: none. One that is not there has no names. */
struct skep_trace_names *skep_trace_names_new(const char *enumeration);

/* Returns the name of a value, without the part that all have ("..._REASON_", "_SOFTIRQ"),
 * borrowed; NULL if it has none. */
const char *skep_trace_names_value(const struct skep_trace_names *names, u64 value);

/* Returns the function that an address of the kernel is in, borrowed; NULL if memory ran out. */
const char *skep_trace_names_function(struct skep_trace_names *names, u64 address);

/* Frees; NULL is allowed. */
void skep_trace_names_free(struct skep_trace_names *names);

#endif
