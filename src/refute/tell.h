/* SPDX-License-Identifier: BSD-2-Clause */
#ifndef SKEP_REFUTE_TELL_H
#define SKEP_REFUTE_TELL_H

#include "refute/follow.h"

/* Writes down the input of a run that trapped, and what happened. False if memory ran out. */
SKEP_MUST_USE bool refute_tell(const struct refute_follow *f, struct skep_arena *arena,
			       struct skep_refutation *found);

#endif
