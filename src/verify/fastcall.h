/* SPDX-License-Identifier: BSD-2-Clause */
/* Registers that are kept on the stack around calls which change less than r0 to r5: Linux leaves
 * the stores and loads out where the call is one that it does in place, and what lies below the
 * rest of the stack then is not counted. */
#ifndef SKEP_VERIFY_FASTCALL_H
#define SKEP_VERIFY_FASTCALL_H

#include "verify/walk.h"

/* Finds them, before any path is followed. False if memory ran out. */
SKEP_MUST_USE bool skep_fastcall_find(struct skep_walk *w);

/* Bytes of the stack of a function that count: called when all paths have been followed. */
u32 skep_fastcall_depth(const struct skep_walk *w, u32 func);

#endif
