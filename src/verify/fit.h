/* SPDX-License-Identifier: BSD-2-Clause */
/* Which maps a program may name at all, and which functions of the kernel. */
#ifndef SKEP_VERIFY_FIT_H
#define SKEP_VERIFY_FIT_H

#include "verify/walk.h"

/* Refuses the program for a map that does not fit it. */
SKEP_MUST_USE bool skep_maps_fit(struct skep_walk *w);

/* ... for a call of the kernel that no program of its kind may have. */
SKEP_MUST_USE bool skep_kernel_calls_fit(struct skep_walk *w);

/* Whether a call is of a function that the kernel does not have, declared __weak. */
bool skep_kernel_call_lacks(const struct skep_vinsn *insn);

/* Refuses the program if a path came to such a call. */
SKEP_MUST_USE bool skep_missing_refuse(struct skep_walk *w);

#endif
