/* SPDX-License-Identifier: BSD-2-Clause */
/* Arenas that this process has mapped. From any thread. */
#ifndef SKEP_PRELOAD_ARENAS_H
#define SKEP_PRELOAD_ARENAS_H

#include "base/types.h"

/* An arena is at an address from here on, until it is unmapped. */
void skep_arenas_add(const void *at, size_t length);

/* Memory is unmapped, or something else is mapped there: false if a part of an arena would stay. */
bool skep_arenas_end(const void *at, size_t length);

#endif
