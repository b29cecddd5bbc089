/* SPDX-License-Identifier: BSD-2-Clause */
/* What one round of a loop does with what registers and stack slots held at its head. */
#ifndef SKEP_VERIFY_RANK_ROUND_H
#define SKEP_VERIFY_RANK_ROUND_H

#include "verify/rank.h"
#include "verify/shape.h"

struct skep_round {
	const struct skep_vcode *c;
	const struct skep_shape_group *loop; /* without the head */
	u32 head;
	struct skep_rank *rank; /* gets the counters */
};

/* Fills rank->count and rank->counters. False: memory ran out. */
SKEP_MUST_USE bool skep_round_look(const struct skep_round *round);

#endif
