/* SPDX-License-Identifier: BSD-2-Clause */
/* What one call of a helper gathers while its arguments are looked at. */
#ifndef SKEP_VERIFY_CALL_H
#define SKEP_VERIFY_CALL_H

#include "verify/dynptr.h"

struct skep_calling {
	const struct skep_helper_row *helper;
	const struct skep_map_desc *map; /* the map argument; NULL: none yet */
	u32 map_uid;			 /* which of the maps in a map, where that matters */
	u32 ref;			 /* the reference that came with an argument; 0: none */
	u32 release;			 /* the register whose reference ends; 0: none */
	u32 memory;			 /* size of what is returned, for helpers that say it */
	u32 func;			 /* function number of the callback */
	u64 size_max;			 /* of the last size argument */
	bool key_known;			 /* the key is a number that is known: */
	u64 key;
	struct skep_access fill;  /* memory that the helper fills; size 0: none */
	struct skep_reg types[2]; /* kernel pointers that its callback is given */
	u32 object;	      /* the kernel type of r0, where an argument says it; 0: none does */
	bool percpu;	      /* ... is each CPU's own */
	struct skep_reg kptr; /* what a pointer looks like that the place in r1 keeps, or that r0
			       * is then; type NONE: nothing */
	struct skep_dynptr dynptr; /* the dynptr argument; id 0: none */
};

/* Checks r1 to r5 against the prototype. */
SKEP_MUST_USE bool skep_call_args(struct skep_walk *w, struct skep_calling *c);

/* Whether a register, which points into a map value, is the address of a string that never changes.
 */
SKEP_MUST_USE bool skep_call_string(struct skep_walk *w, u32 number);

/* dynptr.c: the same for a dynptr, by its enum skep_arg_flag; one that is wanted uninitialised is
 * made. */
SKEP_MUST_USE bool skep_dynptr_argument(struct skep_walk *w, struct skep_calling *c, u32 number,
					u16 flags);

/* kfunc.c: a function of the kernel. */
SKEP_MUST_USE bool skep_call_kernel(struct skep_walk *w);

/* globals.c: a global function, which is gone through on its own. */
SKEP_MUST_USE bool skep_call_global(struct skep_walk *w, u32 func);

/* ---- frames.c */

/* Enters a function of the program at the current instruction: static ones in a frame of their own.
 */
SKEP_MUST_USE bool skep_call_local(struct skep_walk *w);

/* Numbers of functions of the kernel that call back, among those of helpers. */
enum { SKEP_CALLBACK_LESS = -1, SKEP_CALLBACK_WORK = -2, SKEP_CALLBACK_TASK = -3 };

/* Lets a callback be followed besides: once more now, or after the program (later). */
SKEP_MUST_USE bool skep_call_back(struct skep_walk *w, const struct skep_calling *c);

/* What is in r1 is thrown: the end of the path. */
SKEP_MUST_USE bool skep_walk_throw(struct skep_walk *w);

/* exit: back to the caller, or the end of the path. */
SKEP_MUST_USE bool skep_walk_exit(struct skep_walk *w);

#endif
