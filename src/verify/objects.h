/* SPDX-License-Identifier: BSD-2-Clause */
/* What the stack has to know of the objects that lie in it. */
#ifndef SKEP_VERIFY_OBJECTS_H
#define SKEP_VERIFY_OBJECTS_H

#include "verify/walk.h"

static inline bool skep_slot_is_dynptr(const struct skep_slot *s)
{
	return s->bytes[0] == SKEP_BYTE_DYNPTR;
}

/* `off` of a slot that holds part of an iterator. */
enum skep_iter_state { SKEP_ITER_ACTIVE = 1, SKEP_ITER_DRAINED };

/* Bytes from `low` up to but not `high` of a frame are written: dynptrs there are destroyed.
 * Refuses if one of them holds a reference. */
SKEP_MUST_USE bool skep_dynptr_overwrite(struct skep_walk *w, struct skep_frame *f, s32 low,
					 s32 high);

/* A dynptr is gone: its slices are numbers now. */
void skep_dynptr_forget(struct skep_vstate *s, u32 id);

#endif
