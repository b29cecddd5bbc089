/* SPDX-License-Identifier: BSD-2-Clause */
#ifndef SKEP_VERIFY_DEPTH_H
#define SKEP_VERIFY_DEPTH_H

#include "verify/walk.h"

/* Whether the chains of calls that begin in a function keep within the stack; called when all paths
 * have shown how much each function uses. */
SKEP_MUST_USE bool skep_depth_check(struct skep_walk *w, u32 func);

#endif
