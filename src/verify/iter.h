/* SPDX-License-Identifier: BSD-2-Clause */
/* Iterators: slots of the stack that only an iterator's own functions may touch. */
#ifndef SKEP_VERIFY_ITER_H
#define SKEP_VERIFY_ITER_H

#include "verify/kproto.h"

/* An iterator in a stack. */
struct skep_iter {
	u32 frame, slot, slots; /* the slot at the lowest address; how many there are */
	u32 ref;
	u16 flags; /* enum skep_reg_flag: RCU if its elements live under the RCU read lock */
};

/* Makes an iterator of the slots that r<number> points to. */
SKEP_MUST_USE bool skep_iter_make(struct skep_walk *w, u32 number, const struct skep_karg *arg,
				  bool in_rcu);

/* The iterator that r<number> points to; refuses anything else. */
SKEP_MUST_USE bool skep_iter_find(struct skep_walk *w, u32 number, const struct skep_karg *arg,
				  struct skep_iter *found);

SKEP_MUST_USE bool skep_iter_end(struct skep_walk *w, const struct skep_iter *it);

/* r0 is an element, or NULL: both are followed, and an iterator that has said NULL once stays at
 * its end. */
SKEP_MUST_USE bool skep_iter_next(struct skep_walk *w, const struct skep_iter *it);

#endif
