/* SPDX-License-Identifier: BSD-2-Clause */
/* A decision graph made ready for an emitter: constants beside their tests, sets as trees of
 * comparisons, the order in which nodes are laid out, and how often values are needed. */
#ifndef SKEP_FILTER_PLAN_H
#define SKEP_FILTER_PLAN_H

#include <skep/diag.h>

#include "base/arena.h"
#include "filter/graph.h"
#include "filter/order.h"

/* One test: value(a) against a constant or another value. */
struct skep_step {
	u8 kind;  /* SKEP_COND_TEST, _IN or _NEED */
	u8 cmp;	  /* enum skep_cmp, TEST */
	bool imm; /* TEST: b is a constant; else b is a value */
	skep_vid a;
	u32 b;		  /* IN: a set */
	skep_nid yes, no; /* NEED: both the same */
};

struct skep_plan {
	struct skep_graph *g; /* borrowed */
	struct skep_arena *arena;
	bool failed;	     /* memory ran out */
	bool no_follows_set; /* set before skep_plan_init: `no` follows a test of bits, not `yes` */

	struct {
		struct skep_step *data;
		size_t count, room;
	} steps; /* 0 and 1 as in the graph; owned */
	skep_nid entry;

	/* Every step that can be reached, each before its successors; a step is followed by what
	 * its `yes` reaches. In the arena. */
	skep_nid *order;
	u32 count;
	u32 *position; /* by step: index into order, or SKEP_NOWHERE */

	/* By value; in the arena. */
	u32 *last_use; /* the last position that needs it, directly or as an operand; 0: none */
	u32 *uses;     /* steps and live values that have it as an operand */
};

/* The plan starts as {0} but for no_follows_set. Sets of more than `table_from` ranges stay IN.
 * False with *d set if memory ran out or values nest deeper than a recursion may go. skep_plan_fini
 * in both cases. */
SKEP_MUST_USE bool skep_plan_init(struct skep_plan *p, struct skep_graph *g, u32 table_from,
				  struct skep_arena *arena, struct skep_diag *d);
void skep_plan_fini(struct skep_plan *p);

/* Whether a value is the constant *k. */
bool skep_plan_is_const(const struct skep_plan *p, skep_vid v, u32 *k);

/* Private to plan.c and plan_set.c: the tree of comparisons for value(a) in the set; its entry, or
 * SKEP_NODE_REJECT with p->failed if memory ran out. */
skep_nid skep_plan_expand(struct skep_plan *p, const struct skep_step *in);

#endif
