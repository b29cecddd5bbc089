/* SPDX-License-Identifier: BSD-2-Clause */
/* What one call of a kernel function gathers while its arguments are looked at. */
#ifndef SKEP_VERIFY_KFUNC_H
#define SKEP_VERIFY_KFUNC_H

#include "verify/dynptr.h"
#include "verify/iter.h"
#include "verify/local.h"

struct skep_kcall {
	struct skep_kfunc f;
	u32 ref;     /* the reference that came with an argument; 0: none */
	u32 release; /* the register whose reference ends; 0: none */
	bool known;  /* there is an argument that must be known: */
	u64 constant;
	struct skep_dynptr dynptr;	  /* the dynptr argument; id 0: none */
	struct skep_iter iter;		  /* the iterator; slots 0: none */
	const struct skep_local *object;  /* type of the object argument; NULL: none */
	bool owns;			  /* it is an owning pointer */
	const struct skep_special *root;  /* the list or tree, */
	const struct skep_local *element; /* ... and what is in it */
	u32 func;			  /* function number of the callback */
	const struct skep_map_desc *map;  /* the map argument, or that of the work; NULL: none */
	u32 map_uid;
};

/* Checks r1 to r5 against the prototype. */
SKEP_MUST_USE bool skep_kfunc_args(struct skep_walk *w, struct skep_kcall *c);

#endif
