/* SPDX-License-Identifier: BSD-2-Clause */
/* From the decision graph to programs. */
#ifndef SKEP_FILTER_EMIT_H
#define SKEP_FILTER_EMIT_H

#include <linux/filter.h>
#include <skep/diag.h>

#include "filter/graph.h"

/* Classic BPF that returns `snaplen` for a match and 0 otherwise; *count instructions that the
 * caller owns (skep_free). NULL with *d set if memory ran out, or an expression needs more than the
 * 16 scratch words that there are. */
SKEP_MUST_USE struct sock_filter *skep_emit_classic(struct skep_graph *g, u32 snaplen, u32 *count,
						    struct skep_diag *d);

#endif
