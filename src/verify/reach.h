/* SPDX-License-Identifier: BSD-2-Clause */
/* Parts of callers' stacks, as a function knows them: bytes around what it was given. */
#ifndef SKEP_VERIFY_REACH_H
#define SKEP_VERIFY_REACH_H

#include "verify/live.h"

/* Adds anything at all. */
void skep_reach_any(struct skep_reach *reach);

/* Adds bytes `from` to `to` behind a value of the function. */
void skep_reach_add(struct skep_reach *reach, const struct skep_value *base, s64 from, s64 to);

/* Whether some of the bytes are among them; what lies behind a value that nothing is known of may
 * be. */
bool skep_reach_meets(const struct skep_reach *reach, const struct skep_value *base, s64 from,
		      s64 to);

/* Adds what a callee reaches by its r1 + arg, if it is given `base`. */
void skep_reach_shift(struct skep_reach *reach, const struct skep_value *base,
		      const struct skep_reach *callee, u32 arg);

/* The slots of the caller's own frame among that. */
struct skep_slots skep_reach_own(const struct skep_reach *callee, u32 arg,
				 const struct skep_value *base);

/* Adds to what the callee's r1 + arg reaches those bytes that the caller, which gives it `base`,
 * has in `slots` of its own frame, or reaches itself. */
void skep_reach_back(struct skep_reach *callee, u32 arg, const struct skep_value *base,
		     struct skep_slots slots, const struct skep_reach *reach);

#endif
