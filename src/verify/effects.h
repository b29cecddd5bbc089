/* SPDX-License-Identifier: BSD-2-Clause */
#ifndef SKEP_VERIFY_EFFECTS_H
#define SKEP_VERIFY_EFFECTS_H

#include "verify/walk.h"

/* What skep_vcode_init has to know of this program, and of what it calls. */
struct skep_vcode_input skep_effects_input(const struct skep_walk *w);

/* Which helper a number is for this program; NULL: none. */
const struct skep_helper_row *skep_effects_helper(const struct skep_walk *w, s32 number);

/* Fills w->func_does, once the program's functions are known. */
void skep_effects_functions(struct skep_walk *w);

#endif
