/* SPDX-License-Identifier: BSD-2-Clause */
/* Which maps a program may name at all. */
#ifndef SKEP_VERIFY_FIT_H
#define SKEP_VERIFY_FIT_H

#include "verify/walk.h"

/* Refuses the program for a map that does not fit it. */
SKEP_MUST_USE bool skep_maps_fit(struct skep_walk *w);

#endif
