/* SPDX-License-Identifier: BSD-2-Clause */
/* What a tool's programs cost, by Linux's own statistics of them, against what they may. One
 * thread. */
#ifndef SKEP_TRACE_BUDGET_H
#define SKEP_TRACE_BUDGET_H

#include <skep/diag.h>

#include "base/types.h"

struct bpf_object;

enum { SKEP_BUDGET_TICK = 500 }; /* milliseconds between looks */

struct skep_budget {
	double limit;  /* percent of one processor; 0: none */
	double spent;  /* the same, between the last two looks */
	int stats;     /* keeps Linux counting */
	u64 time, ran; /* at the last look, nanoseconds */
};

/* Lets Linux count. False with *d set. */
SKEP_MUST_USE bool skep_budget_begin(struct skep_budget *b, double limit,
				     const struct bpf_object *object, struct skep_diag *d);

/* Looks, if a tick is over; whether more was spent than may be. */
bool skep_budget_passed(struct skep_budget *b, const struct bpf_object *object);

void skep_budget_end(struct skep_budget *b);

#endif
