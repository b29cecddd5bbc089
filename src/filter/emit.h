/* SPDX-License-Identifier: BSD-2-Clause */
/* From the decision graph to programs. */
#ifndef SKEP_FILTER_EMIT_H
#define SKEP_FILTER_EMIT_H

#include <linux/filter.h>
#include <skep/diag.h>
#include <skep/prog.h>

#include "filter/graph.h"

/* Classic BPF that returns `snaplen` for a match and 0 otherwise; *count instructions that the
 * caller owns (skep_free). NULL with *d set if memory ran out, or an expression needs more than the
 * 16 scratch words that there are. */
SKEP_MUST_USE struct sock_filter *skep_emit_classic(struct skep_graph *g, u32 snaplen, u32 *count,
						    struct skep_diag *d);

/* What an eBPF program is to be. */
struct skep_ebpf_target {
	enum skep_prog_type type; /* RAW or XDP */
	u32 accept, reject;	  /* what it returns */
};

/* eBPF with direct packet access. The caller owns the program. NULL with *d set if memory ran out,
 * or the target has not what the filter asks for.
 *
 * An XDP program never matches a packet that it would have to read beyond 32,767 bytes: Linux's
 * verifier follows packet pointers no further. */
SKEP_MUST_USE struct skep_prog *skep_emit_ebpf(struct skep_graph *g,
					       const struct skep_ebpf_target *target,
					       struct skep_diag *d);

#endif
