/* SPDX-License-Identifier: BSD-2-Clause */
/* Private to the optimiser (optimise*.c): what its passes share. */
#ifndef SKEP_FILTER_OPTIMISE_PASS_H
#define SKEP_FILTER_OPTIMISE_PASS_H

#include "filter/graph.h"
#include "filter/order.h"

/* One round: facts about values, and the order of the graph as it is. */
struct skep_optimise {
	struct skep_graph *g;
	struct skep_arena *arena; /* of this round */
	bool changed;		  /* a pass has found something to do */
	u64 *work;		  /* nodes looked at that may be looked at yet, in all rounds */

	/* By value. */
	u32 *max;    /* no larger number can come out */
	u32 *reach;  /* bytes at the start of the packet that its loads from fixed places need */
	bool *fixed; /* those loads are all that can fail in it */

	struct skep_order order;
};

/* --- optimise_test.c */

/* Finds max, reach and fixed; false if memory ran out. */
SKEP_MUST_USE bool skep_optimise_values(struct skep_optimise *o);

/* Brings every test into a form that is cheaper or says more about its value: `x + 1 == 5` is
 * `x == 4`, `x & 8 == 0` is a test of bits. */
void skep_optimise_tests(struct skep_graph *g);

/* Whether a test of a number is decided by what that number can be at all. */
enum skep_truth { SKEP_UNKNOWN, SKEP_FALSE, SKEP_TRUE };
enum skep_truth skep_optimise_range(enum skep_cmp cmp, u32 lo, u32 hi, u32 k);

/* --- optimise_value.c: values in their shortest form; needs `max`; false if memory ran out. */
SKEP_MUST_USE bool skep_optimise_remake(struct skep_optimise *o);

/* --- optimise_dom.c: the tree of dominators of nodes and edges. */

/* Elements are the positions of the order, and behind them the edges of each: its `no`, its `yes`.
 */
struct skep_dominators {
	u32 count;    /* of elements */
	u32 *first;   /* by element: its first child, or SKEP_NOWHERE */
	u32 *sibling; /* by element: the next child of its parent */
	u32 *parent;  /* by element: what every way to it goes through last; the entry: itself */
	u32 *depth, *jump;
};
SKEP_MUST_USE bool skep_dominators_find(struct skep_dominators *d, const struct skep_optimise *o);
static inline u32 skep_dominators_edge(const struct skep_optimise *o, u32 position, bool yes)
{
	return o->order.count + 2 * position + yes;
}

/* --- optimise_facts.c: what is known at one point, with a way back. */
struct skep_facts;
SKEP_MUST_USE struct skep_facts *skep_facts_new(struct skep_optimise *o);
void skep_facts_free(struct skep_facts *f);

/* Where the facts are now, and back to there. */
size_t skep_facts_mark(const struct skep_facts *f);
void skep_facts_return(struct skep_facts *f, size_t mark);

/* The node has been evaluated; and it came out so. */
void skep_facts_evaluated(struct skep_facts *f, const struct skep_node *n);
void skep_facts_outcome(struct skep_facts *f, const struct skep_node *n, bool yes);

/* Whether the outcome of a node is known and nothing in it can fail any more. */
enum skep_truth skep_facts_decide(const struct skep_facts *f, const struct skep_node *n);

/* --- optimise_thread.c: edges past what is known on them; false if memory ran out. */
SKEP_MUST_USE bool skep_optimise_thread(struct skep_optimise *o);

/* --- optimise_run.c: runs of tests of one value become sets; false if memory ran out. */
SKEP_MUST_USE bool skep_optimise_runs(struct skep_optimise *o);

#endif
