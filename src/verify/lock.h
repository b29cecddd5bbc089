/* SPDX-License-Identifier: BSD-2-Clause */
/* Locks in map values and in objects that the program owns. */
#ifndef SKEP_VERIFY_LOCK_H
#define SKEP_VERIFY_LOCK_H

#include "verify/walk.h"

/* r1 points to a lock: it is taken, or given back. `kind` is that of the function called: what one
 * of them has taken no other one gives back. */
SKEP_MUST_USE bool skep_lock_take(struct skep_walk *w, enum skep_ref_kind kind);
SKEP_MUST_USE bool skep_lock_give(struct skep_walk *w, enum skep_ref_kind kind);

/* Whether the lock beside what a register points to is held. */
bool skep_lock_held(const struct skep_vstate *s, const struct skep_reg *r);

/* Whether the path is in a function that orders a tree: its lock must stay held. */
bool skep_lock_ordering(const struct skep_vstate *s);

#endif
