/* SPDX-License-Identifier: BSD-2-Clause */
/* Memory for the elements of maps: zeroed, on cache lines, in large pages where it is large, and
 * not taken before it is written to. */
#ifndef SKEP_MAP_AREA_H
#define SKEP_MAP_AREA_H

#include "base/types.h"

enum { SKEP_AREA_ALIGN = 64 };

/* NULL: there is not so much. Owned, until skep_area_free() with the same size. */
SKEP_MUST_USE void *skep_area_new(size_t size);
void skep_area_free(void *area, size_t size);

#endif
