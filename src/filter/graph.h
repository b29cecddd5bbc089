/* SPDX-License-Identifier: BSD-2-Clause */
/* What a filter computes, in three forms that one struct holds:
 *
 *   values      pure 32-bit expressions over the packet. Equal expressions are one value, so a
 * value number names "what the packet has there", wherever it is computed; conditions  the boolean
 * formula in the order of the text, as lowering builds it; nodes       the decision graph made from
 * a condition: tests with two successors.
 *
 * One rule carries all three: a load outside the captured bytes, or a division by zero, ends the
 * whole filter with "no match", at the moment when evaluation reaches it. Conditions are evaluated
 * left to right and stop as soon as they are decided, so WHICH loads are reached is part of the
 * meaning. The optimiser may drop a load only where an equal or further one was made on every way
 * there.
 *
 * Memory that runs out is remembered in `failed`; constructors then return 0, which is a valid
 * value, condition or node. Check it once, at the end of a phase. One thread at a time. */
#ifndef SKEP_FILTER_GRAPH_H
#define SKEP_FILTER_GRAPH_H

#include <linux/filter.h>

#include "base/arena.h"
#include "base/types.h"

typedef u32 skep_vid; /* index into values; 0 is the constant 0 */
typedef u32 skep_cid; /* index into conds; 0 is "false", 1 is "true" */
typedef u32 skep_nid; /* index into nodes; 0 rejects, 1 accepts */

enum { SKEP_COND_FALSE = 0, SKEP_COND_TRUE = 1, SKEP_NODE_REJECT = 0, SKEP_NODE_ACCEPT = 1 };

enum skep_value_kind {
	SKEP_VALUE_CONST, /* k */
	SKEP_VALUE_LEN,	  /* length on the wire */
	SKEP_VALUE_META,  /* ancillary data, k = SKF_AD_ number; never fails */
	/* `size` (1, 2, 4) bytes, big-endian, at value(a) + k. The sum is exact, not modulo 2^32:
	 * fails unless value(a) + k + size <= caplen. a = 0 for a constant place. */
	SKEP_VALUE_LOAD,
	SKEP_VALUE_ALU, /* value(a) op value(b) modulo 2^32, op = BPF_ADD...BPF_XOR of
			 * linux/filter.h (a shift by 32 or more gives 0; DIV and MOD by 0 fail) */
	/* The protocol number at the end of a chain of IPv6 extension headers and AH, see chain.h:
	 * k = SKEP_CHAIN_IP or _IP6 start, a = place of the network header as a value, b = number
	 * of the protocol that is looked for (a CONST): the walk stops when it is met. */
	SKEP_VALUE_CHAIN,
};

struct skep_value {
	u8 kind; /* enum skep_value_kind */
	u8 size; /* LOAD */
	u8 op;	 /* ALU */
	skep_vid a, b;
	u32 k;
};

enum skep_cond_kind {
	SKEP_COND_CONST, /* 0 and 1 only */
	SKEP_COND_TEST,	 /* value(a) cmp value(b), unsigned */
	SKEP_COND_IN,	 /* value(a) is in set b */
	SKEP_COND_NEED,	 /* evaluates value(a), which may fail; then true */
	SKEP_COND_NOT,	 /* not kids[first] */
	SKEP_COND_ALL,	 /* kids[first .. first + count): left to right until one is false */
	SKEP_COND_ANY,	 /* the same until one is true */
};

/* The four comparisons of classic BPF; the others are their negations. */
enum skep_cmp { SKEP_CMP_EQ, SKEP_CMP_GT, SKEP_CMP_GE, SKEP_CMP_SET };

struct skep_cond {
	u8 kind; /* enum skep_cond_kind */
	u8 cmp;	 /* enum skep_cmp, TEST */
	u32 a, b;
	u32 first, count; /* NOT, ALL, ANY: into kids */
};

/* Inclusive ranges, sorted by lo, neither overlapping nor touching. */
struct skep_range {
	u32 lo, hi;
};
struct skep_set {
	const struct skep_range *ranges; /* in the arena */
	u32 count;			 /* 0: nothing is in it */
};

struct skep_node {
	u8 kind; /* SKEP_COND_TEST, _IN or _NEED */
	u8 cmp;
	u32 a, b;
	skep_nid yes, no; /* NEED: only yes */
};

struct skep_graph {
	struct skep_arena *arena; /* borrowed; sets lie in it */
	bool optimise;		  /* false: keep every test and value as the text has it */
	bool failed;		  /* memory ran out */

	struct {
		struct skep_value *data;
		size_t count, room;
	} values;
	struct {
		struct skep_cond *data;
		size_t count, room;
	} conds;
	struct {
		skep_cid *data;
		size_t count, room;
	} kids;
	struct {
		struct skep_set *data;
		size_t count, room;
	} sets;
	struct {
		struct skep_node *data;
		size_t count, room;
	} nodes;
	skep_nid entry; /* set by skep_graph_build */

	u32 *value_table; /* open addressing, values by content; owned */
	size_t value_table_size;
};

/* Starts a graph; false if memory ran out. fini frees all but the arena. */
SKEP_MUST_USE bool skep_graph_init(struct skep_graph *g, struct skep_arena *arena, bool optimise);
void skep_graph_fini(struct skep_graph *g);

/* Values. Constants are folded; nothing that could fail is dropped unless libpcap's meaning has it
 * so. */
skep_vid skep_value_const(struct skep_graph *g, u32 k);
skep_vid skep_value_len(struct skep_graph *g);
skep_vid skep_value_meta(struct skep_graph *g, u32 ad);
skep_vid skep_value_load(struct skep_graph *g, u8 size, skep_vid base, u32 offset);
skep_vid skep_value_alu(struct skep_graph *g, u8 op, skep_vid a, skep_vid b);
skep_vid skep_value_chain(struct skep_graph *g, u32 start, skep_vid base, u32 proto);

/* What one operation makes of two constants; false where it fails (division by zero). */
bool skep_alu_fold(u8 op, u32 a, u32 b, u32 *result);

/* Conditions. */
skep_cid skep_cond_test(struct skep_graph *g, enum skep_cmp cmp, skep_vid a, skep_vid b);
skep_cid skep_cond_in(struct skep_graph *g, skep_vid a, u32 set);
skep_cid skep_cond_need(struct skep_graph *g, skep_vid a);
skep_cid skep_cond_not(struct skep_graph *g, skep_cid c);
skep_cid skep_cond_and(struct skep_graph *g, skep_cid a, skep_cid b);
skep_cid skep_cond_or(struct skep_graph *g, skep_cid a, skep_cid b);
skep_cid skep_cond_all(struct skep_graph *g, const skep_cid *kids, size_t count);
skep_cid skep_cond_any(struct skep_graph *g, const skep_cid *kids, size_t count);

/* Shorthands: value == k, and (value & mask) == k. */
skep_cid skep_cond_is(struct skep_graph *g, skep_vid a, u32 k);
skep_cid skep_cond_masked(struct skep_graph *g, skep_vid a, u32 mask, u32 k);

/* Copies `count` ranges in any order, sorts and joins them; *set is their number. */
SKEP_MUST_USE bool skep_graph_add_set(struct skep_graph *g, const struct skep_range *ranges,
				      size_t count, u32 *set);

/* Whether `a cmp b` holds. */
bool skep_cmp_holds(enum skep_cmp cmp, u32 a, u32 b);

/* Whether k is in the set; O(log n). */
bool skep_set_has(const struct skep_set *set, u32 k);

/* Turns a condition into the decision graph at g->entry. */
void skep_graph_build(struct skep_graph *g, skep_cid root);

#endif
