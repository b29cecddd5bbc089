/* SPDX-License-Identifier: BSD-2-Clause */
/* The reader of an object's ring buffers. Private to the room, but for struct skep_event. */
#ifndef SKEP_OBJECT_RINGS_H
#define SKEP_OBJECT_RINGS_H

#include <skep/diag.h>

#include "object/value.h"

struct skep_rings;
struct skep_running;

/* A record; borrowed for the call. */
struct skep_event {
	const char *map;
	struct skep_value_type type; /* id 0: nobody said it, or it has another size */
	const void *data;
};

/* Begins to read all ring buffers of an object that is loaded. NULL with *d set. The caller owns
 * it. */
SKEP_MUST_USE struct skep_rings *skep_rings_new(struct skep_running *r, struct skep_diag *d);
void skep_rings_free(struct skep_rings *rings); /* NULL is allowed */

/* Says the type of a ring buffer's records: "MAP=TYPE". False with *d set. */
SKEP_MUST_USE bool skep_rings_type(struct skep_rings *rings, const char *assignment,
				   struct skep_diag *d);

/* Hands the records that are there to options.event, unless another thread is at it. */
void skep_rings_drain(struct skep_rings *rings);

#endif
