/* SPDX-License-Identifier: BSD-2-Clause */
/* A filter at XDP, before Linux makes a packet of what an interface receives: what matches is
 * dropped, or passed, or copied through a ring buffer and handed out as a source of packets. It
 * ends with its process. One thread at a time. */
#ifndef SKEP_LINUX_XDP_H
#define SKEP_LINUX_XDP_H

#include <skep/prog.h>

#include "capture/source.h"

struct skep_xdp;

enum { SKEP_XDP_SNAPLEN = 4096 }; /* bytes; what XDP sees in one piece is shorter */

struct skep_xdp_options {
	const char *interface;
	const struct skep_prog
	    *filter;	    /* of skep_filter_xdp, returns 1 or 0; borrowed for the call */
	bool drops, passes; /* what matches is dropped, or it alone passes; neither: all passes */
	bool captures;
	u32 snaplen; /* bytes of each packet that is captured at most */
	int stop_fd; /* readable = the end; -1 = none */
};

/* Packets since it was attached. */
struct skep_xdp_counts {
	u64 matches, match_bytes, others, other_bytes, lost;
};

/* Attaches. NULL with *d set: no such interface, it is no Ethernet, another program is there, a
 * privilege is missing. The caller frees it. */
struct skep_xdp *skep_xdp_open(const struct skep_xdp_options *options, struct skep_diag *d);

/* The captured packets; lent until it is freed. Its link type is Ethernet. */
struct skep_source *skep_xdp_source(struct skep_xdp *xdp);

/* False with *d set if Linux does not say. */
SKEP_MUST_USE bool skep_xdp_count(const struct skep_xdp *xdp, struct skep_xdp_counts *counts,
				  struct skep_diag *d);

/* Detaches and frees; NULL is allowed. */
void skep_xdp_free(struct skep_xdp *xdp);

#endif
