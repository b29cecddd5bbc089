/* SPDX-License-Identifier: BSD-2-Clause */
/* The optimiser of decision graphs. */
#ifndef SKEP_FILTER_OPTIMISE_H
#define SKEP_FILTER_OPTIMISE_H

#include "filter/graph.h"

/* Makes the graph at g->entry shorter and its ways quicker without changing which packets it
 * accepts. Memory that runs out sets g->failed. */
void skep_graph_optimise(struct skep_graph *g);

#endif
