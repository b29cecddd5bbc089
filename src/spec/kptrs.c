/* SPDX-License-Identifier: BSD-2-Clause */
#include <stdlib.h>
#include <string.h>

#include "spec/spec.h"

#define KPTR(name, since, rcu) {#name, since, rcu},
static const struct skep_kptr_row rows[] = {
#include "spec/kptrs.def"
};

static int compare(const void *name, const void *row)
{
	return strcmp(name, ((const struct skep_kptr_row *)row)->name);
}

const struct skep_kptr_row *skep_kptr_find(const char *name, u16 kernel)
{
	const struct skep_kptr_row *row =
	    bsearch(name, rows, SKEP_COUNT(rows), sizeof(rows[0]), compare);

	return row && (!kernel || row->since <= kernel) ? row : NULL;
}
