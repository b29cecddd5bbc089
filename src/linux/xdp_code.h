/* SPDX-License-Identifier: BSD-2-Clause */
/* The XDP program around a filter: it calls the filter, counts, copies what matches to a ring
 * buffer, and decides. Private to the room. */
#ifndef SKEP_LINUX_XDP_CODE_H
#define SKEP_LINUX_XDP_CODE_H

#include "base/types.h"
#include "spec/uapi.h"

enum { SKEP_XDP_CODE_MAX = 160 }; /* instructions */

/* What begins each record of the ring; the packet's bytes follow. */
struct skep_xdp_record {
	u64 time;    /* CLOCK_MONOTONIC, nanoseconds */
	u32 wirelen; /* bytes */
	u32 caplen;
};

/* Keys of the counters, an array for each CPU of u64 packets, bytes. */
enum {
	SKEP_XDP_OTHERS,
	SKEP_XDP_MATCHES,
	SKEP_XDP_LOST, /* that had no room in the ring */
	SKEP_XDP_COUNTERS
};

struct skep_xdp_program {
	int counters;	  /* descriptor of the map */
	int ring;	  /* -1: nothing is copied */
	u32 snaplen;	  /* bytes to copy of a packet at most */
	u32 match, other; /* XDP_ verdicts */
};

/* Writes the code, which calls the instruction behind its last; returns how many there are. */
u32 skep_xdp_code(const struct skep_xdp_program *p, struct bpf_insn insns[SKEP_XDP_CODE_MAX]);

#endif
