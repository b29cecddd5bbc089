/* SPDX-License-Identifier: BSD-2-Clause */
#ifndef SKEP_VERIFY_TRAIL_H
#define SKEP_VERIFY_TRAIL_H

#include "verify/walk.h"

/* Follows the path of a refused walk again and keeps its instructions in verdict->trail. There is
 * no trail of a function that is gone through on its own, of a path that is too long, or if memory
 * runs out. */
void skep_trail_tell(struct skep_walk *w);

#endif
