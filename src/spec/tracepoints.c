/* SPDX-License-Identifier: BSD-2-Clause */
#include <stdlib.h>
#include <string.h>

#include "spec/spec.h"

#define A(n)			      (1u << ((n)-1))
#define TRACEPOINT(name, null, error) {#name, null, error},
static const struct skep_tracepoint_row rows[] = {
#include "spec/tracepoints.def"
};
#undef A

static int compare(const void *name, const void *row)
{
	return strcmp(name, ((const struct skep_tracepoint_row *)row)->name);
}

const struct skep_tracepoint_row *skep_tracepoint_find(const char *name)
{
	return bsearch(name, rows, SKEP_COUNT(rows), sizeof(rows[0]), compare);
}
