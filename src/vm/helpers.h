/* SPDX-License-Identifier: BSD-2-Clause */
/* Helpers of the host's own, by number: what the opaque set of skep/helper.h holds. */
#ifndef SKEP_VM_HELPERS_H
#define SKEP_VM_HELPERS_H

#include <skep/helper.h>

#include "base/types.h"

struct skep_helper_set {
	void *user;
	skep_helper *functions;			   /* by number, `count` of them; NULL: none */
	struct skep_helper_prototype **prototypes; /* the same; owned, with their names */
	u32 count;
};

#endif
