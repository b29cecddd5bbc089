/* SPDX-License-Identifier: BSD-2-Clause */
/* A filter in the place that a tool's programs leave for it: a function of theirs that is given a
 * copy of a packet. Read by programs, too. Thread-safe. */
#ifndef SKEP_TRACE_MATCHER_H
#define SKEP_TRACE_MATCHER_H

#include "base/types.h"

enum {
	SKEP_MATCHER_BYTES = 208,  /* of a packet that a filter sees: Ethernet, and what follows */
	SKEP_MATCHER_SLOTS = 2048, /* instructions that there is room for */
};

#define SKEP_MATCHER_MARK 0x736b65706d617463 /* what the first two are a load of */

struct skep_trace_packet {
	u32 length;   /* of the packet with its Ethernet header */
	u32 captured; /* of it, here */
	u8 bytes[SKEP_MATCHER_BYTES];
};

#ifndef __bpf__
#include <linux/filter.h>
#include <skep/diag.h>

/* A filter in classic BPF for Ethernet, borrowed. */
struct skep_trace_matcher {
	const struct sock_filter *insns; /* checked; none asks for more than the bytes */
	u32 count;
};

/* Writes the filter into the ELF bytes of a tool's programs. False with *d set if there is no
 * place for it, or not enough. */
SKEP_MUST_USE bool skep_trace_matcher_place(u8 *elf, size_t size,
					    const struct skep_trace_matcher *matcher,
					    struct skep_diag *d);
#endif

#endif
