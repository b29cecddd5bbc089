/* SPDX-License-Identifier: BSD-2-Clause */
#ifndef SKEP_VERIFY_STORY_H
#define SKEP_VERIFY_STORY_H

#include "verify/walk.h"

/* Tells how a refused walk came to its end: follows its path again and keeps what the refusal
 * depends on. Fills reason->steps and ->lost in the arena; they stay empty if memory runs out. */
void skep_story_tell(struct skep_walk *w, struct skep_arena *arena, struct skep_reason *reason);

#endif
