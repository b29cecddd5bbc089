/* SPDX-License-Identifier: BSD-2-Clause */
/* The meaning of a filter, walked as a tree: the oracle of the optimiser and both emitters. */
#ifndef SKEP_FILTER_EVAL_H
#define SKEP_FILTER_EVAL_H

#include <skep/packet.h>

#include "filter/graph.h"

/* Whether the packet matches a condition, or the decision graph at g->entry. A failing load or
 * division is "no match". Recursion goes as deep as the condition is nested. */
bool skep_eval_cond(const struct skep_graph *g, skep_cid root, const struct skep_packet *p);
bool skep_eval_nodes(const struct skep_graph *g, const struct skep_packet *p);

#endif
