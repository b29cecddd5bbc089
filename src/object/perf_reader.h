/* SPDX-License-Identifier: BSD-2-Clause */
/* The reader of a perf event array: a ring for each CPU, as perf_event_open(2) describes it.
 * Private to the room. */
#ifndef SKEP_OBJECT_PERF_READER_H
#define SKEP_OBJECT_PERF_READER_H

#include <skep/diag.h>

#include "base/types.h"

struct skep_perf_reader;

/* Opens a ring for each of the CPUs and puts them into the map. NULL with *d set. The caller owns
 * it. */
SKEP_MUST_USE struct skep_perf_reader *skep_perf_reader_new(int map, u32 cpus, struct skep_diag *d);
void skep_perf_reader_free(struct skep_perf_reader *reader); /* NULL is allowed */

/* A sample's raw data, lent for the call; up to 7 bytes behind it are of the ring. */
typedef void skep_perf_take(void *context, const void *data, u32 size);

/* Takes what is there. One thread at a time. */
void skep_perf_reader_drain(struct skep_perf_reader *reader, skep_perf_take *take, void *context);

#endif
