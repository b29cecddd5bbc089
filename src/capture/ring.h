/* SPDX-License-Identifier: BSD-2-Clause */
/* A receive ring of a packet socket (TPACKET_V3): blocks that Linux fills with packets and hands
 * over one after the other. Private to this room. One thread. */
#ifndef SKEP_CAPTURE_RING_H
#define SKEP_CAPTURE_RING_H

#include <linux/if_packet.h>
#include <skep/diag.h>

#include "base/types.h"

struct skep_ring {
	u8 *map;	/* block_count blocks, shared with Linux; NULL before init */
	u32 block_size; /* bytes */
	u32 block_count;
	u32 current;		    /* index of the block that is read or awaited */
	bool held;		    /* the current block is ours, not Linux's */
	u32 left;		    /* packets of it that were not read yet */
	struct tpacket3_hdr *frame; /* the next of them */
};

/* Asks Linux for a ring, of which each packet has `reserve` free bytes before it, and maps it. */
SKEP_MUST_USE bool skep_ring_init(struct skep_ring *ring, int fd, u32 reserve, struct skep_diag *d);
void skep_ring_fini(struct skep_ring *ring);

/* Gives the current block back once all of it was read. Packets of it are gone then. */
void skep_ring_advance(struct skep_ring *ring);

/* Returns the next packet of the current block, lent until skep_ring_advance, or NULL if the block
 * has no more or is still Linux's. */
struct tpacket3_hdr *skep_ring_next(struct skep_ring *ring);

#endif
