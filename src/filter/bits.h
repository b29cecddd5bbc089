/* SPDX-License-Identifier: BSD-2-Clause */
/* Arithmetic that takes the place of branches in values: each gives 0 or 1. */
#ifndef SKEP_FILTER_BITS_H
#define SKEP_FILTER_BITS_H

#include "filter/graph.h"

/* value op k. */
skep_vid skep_bits_alu(struct skep_graph *g, u8 op, skep_vid value, u32 k);

/* Bit `n` of a value, from the lowest. */
skep_vid skep_bits_at(struct skep_graph *g, skep_vid value, u32 n);

/* The opposite of 0 or 1. */
skep_vid skep_bits_not(struct skep_graph *g, skep_vid bit);

/* Whether value(a) == value(b). */
skep_vid skep_bits_equal(struct skep_graph *g, skep_vid a, skep_vid b);

/* Whether a condition made of equal-tests, and, or, not holds. All its loads are made, in any
 * order: use it only where they are known not to fail. Recursion goes as deep as the condition. */
skep_vid skep_bits_truth(struct skep_graph *g, skep_cid cond);

#endif
