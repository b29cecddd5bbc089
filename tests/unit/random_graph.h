/* SPDX-License-Identifier: BSD-2-Clause */
/* Random filters and packets that meet often enough: few places, few numbers. The same seed gives
 * the same filter. */
#ifndef SKEP_RANDOM_GRAPH_H
#define SKEP_RANDOM_GRAPH_H

#include <skep/packet.h>

#include "filter/graph.h"

struct random {
	u64 state;
};

/* A number below `limit`. */
u32 random_below(struct random *r, u32 limit);

/* Fills g with values and conditions; returns the root. */
skep_cid random_condition(struct random *r, struct skep_graph *g, u32 size);

/* Fills `bytes`, of which the packet has some. */
void random_packet(struct random *r, struct skep_packet *p, u8 bytes[128]);

#endif
