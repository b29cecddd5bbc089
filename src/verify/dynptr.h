/* SPDX-License-Identifier: BSD-2-Clause */
/* Dynptrs: memory whose size is known when the program runs, held in two slots of the stack that
 * only helpers and kernel functions may touch. */
#ifndef SKEP_VERIFY_DYNPTR_H
#define SKEP_VERIFY_DYNPTR_H

#include "verify/walk.h"

enum { SKEP_DYNPTR_BYTES = 16 };

enum skep_dynptr_kind {
	SKEP_DYNPTR_LOCAL, /* over a map value */
	SKEP_DYNPTR_GIVEN, /* of any kind, by who calls a global function */
	SKEP_DYNPTR_RINGBUF,
	SKEP_DYNPTR_SKB,
	SKEP_DYNPTR_XDP,
	SKEP_DYNPTR_SKB_META,
};

struct skep_dynptr {
	u32 id;	   /* slices have it, too */
	u32 ref;   /* RINGBUF: what has to be given back; else 0 */
	u8 kind;   /* enum skep_dynptr_kind */
	bool read; /* r<number> is a pointer that only reads it */
};

/* Makes the two slots that r<number> points to a dynptr, whatever they held. With `ref` 0 one of
 * a ring buffer gets a reference of its own. */
SKEP_MUST_USE bool skep_dynptr_make(struct skep_walk *w, u32 number, struct skep_dynptr made);

/* The initialised dynptr that r<number> points to; refuses anything else. `who` wants it. */
SKEP_MUST_USE bool skep_dynptr_find(struct skep_walk *w, u32 number, const char *who,
				    struct skep_dynptr *found);

/* Gives back what a dynptr of a ring buffer holds: it and its copies are gone. */
SKEP_MUST_USE bool skep_dynptr_end(struct skep_walk *w, u32 ref);

/* Memory that a dynptr lends, dead with it. */
struct skep_reg skep_dynptr_slice(struct skep_walk *w, const struct skep_dynptr *d, u32 size,
				  u16 flags);

#endif
