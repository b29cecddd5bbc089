/* SPDX-License-Identifier: BSD-2-Clause */
/* Arenas: memory that a program shares with user space, addresses included. */
#ifndef SKEP_VERIFY_ARENA_MAP_H
#define SKEP_VERIFY_ARENA_MAP_H

#include "verify/walk.h"

/* Finds the arena of the program among its maps; refuses a program that may have none, or that has
 * two. */
SKEP_MUST_USE bool skep_arena_map_find(struct skep_walk *w);

/* An instruction of kind CAST. */
SKEP_MUST_USE bool skep_walk_cast(struct skep_walk *w);

/* Arithmetic of which an operand is an address in the arena. */
SKEP_MUST_USE bool skep_arena_map_alu(struct skep_walk *w, const struct skep_vinsn *i,
				      const struct skep_reg *n);

/* Loads, stores and atomic operations through such an address. */
SKEP_MUST_USE bool skep_arena_map_access(struct skep_walk *w, const struct skep_access *a);

/* Whether an atomic operation is one that Linux does in an arena. */
bool skep_arena_map_does(const struct skep_vinsn *i);

#endif
