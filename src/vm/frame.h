/* SPDX-License-Identifier: BSD-2-Clause */
/* A packet that programs read and change, and the contexts that show it to them. A context begins
 * as UAPI has it, so that most fields are plain memory to a running program; addresses, for which
 * UAPI has 32 bits, stand behind it, and runnable code loads them from there. One run at a time. */
#ifndef SKEP_VM_FRAME_H
#define SKEP_VM_FRAME_H

#include <assert.h>
#include <linux/bpf.h>
#include <stddef.h>

#include "base/types.h"

/* start <= meta <= data <= end <= limit: one block of memory, owned by who prepared the run. */
struct skep_packet_room {
	u8 *data, *end; /* of the packet */
	u8 *meta;	/* metadata lies from here to `data` */
	u8 *start, *limit;
};

struct skep_xdp {
	struct xdp_md user; /* data, data_end and data_meta of it are not kept */
	struct skep_packet_room room;
};
static_assert(offsetof(struct skep_xdp, user) == 0, "r1 is the address of both");

struct skep_skb {
	struct __sk_buff user; /* the same */
	struct skep_packet_room room;
	u8 *network; /* header, within the frame */
	bool l2;     /* data begins with the link-layer header when the program is entered */
};
static_assert(offsetof(struct skep_skb, user) == 0, "r1 is the address of both");

#endif
