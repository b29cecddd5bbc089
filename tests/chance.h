/* SPDX-License-Identifier: BSD-2-Clause */
/* Numbers at random, the same for the same seed (xorshift64). */
#ifndef SKEP_TESTS_CHANCE_H
#define SKEP_TESTS_CHANCE_H

#include "base/types.h"

/* A number below `below`; *state is not 0. */
static inline u32 chance_below(u64 *state, u32 below)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return (u32)(*state >> 11) % below;
}

#endif
