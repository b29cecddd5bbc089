/* SPDX-License-Identifier: BSD-2-Clause */
/* Loops that are not simulated: a state that stands for all rounds. */
#ifndef SKEP_VERIFY_WIDEN_H
#define SKEP_VERIFY_WIDEN_H

#include "verify/visit.h"

/* At the head of a loop that ends by its counter, makes the current state one that allows more, if
 * the path has been here before: it is to be stored then (*store). False: no such state is found,
 * and the program is refused. */
SKEP_MUST_USE bool skep_widen(struct skep_walk *w, const struct skep_view *view, bool *store);

#endif
