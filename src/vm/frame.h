/* SPDX-License-Identifier: BSD-2-Clause */
/* A packet that programs read and change, and the contexts that show it to them. A context begins
 * as UAPI has it, so that most fields are plain memory to a running program; addresses, for which
 * UAPI has 32 bits, stand behind it, and runnable code loads them from there. One run at a time. */
#ifndef SKEP_VM_FRAME_H
#define SKEP_VM_FRAME_H

#include <assert.h>
#include <linux/bpf.h>
#include <stdalign.h>
#include <stddef.h>

#include "base/types.h"

/* start <= meta <= data <= end <= limit: one block of memory, owned by who prepared the run. */
struct skep_packet_room {
	u8 *data; /* of the packet, as programs may reach it */
	u8 *meta; /* metadata lies from here to `data` */
	u8 *end;  /* of the packet */
	u8 *start, *limit;
};

enum {
	SKEP_FRAGS = 17,       /* MAX_SKB_FRAGS */
	SKEP_FRAG_SIZE = 4096, /* bytes that one may have */
};

/* A part of a packet that programs reach through helpers alone. */
struct skep_frag {
	u8 *at;
	u32 size;
};

struct skep_xdp {
	struct xdp_md user; /* data, data_end and data_meta of it are not kept */
	struct skep_packet_room room;
	struct skep_frag frags[SKEP_FRAGS]; /* what follows room.end */
	u32 frag_count;
	u32 frag_bytes; /* of all of them */
};
static_assert(offsetof(struct skep_xdp, user) == 0, "r1 is the address of both");

/* What is known of a packet's checksum: CHECKSUM_... of Linux. */
enum skep_summed {
	SKEP_SUMMED_NONE,
	SKEP_SUMMED_UNNECESSARY, /* csum_level more headers than one were right */
	SKEP_SUMMED_COMPLETE,	 /* csum is the sum of all behind the link-layer header */
};

/* Where bpf_skb_set_tunnel_key() wants the packet to go. */
struct skep_tunnel {
	bool ip6, has_options;
	u16 flags; /* TUNNEL_... of Linux, in the byte order of the network */
	struct bpf_tunnel_key key;
	u32 option_size;
	u8 options[255];
};

struct skep_map;

/* What a map holds for a packet's socket. */
struct skep_socket_value {
	struct skep_socket_value *next;
	const struct skep_map *map; /* NULL: it was deleted */
	u32 size;		    /* bytes of a value of the map */
	alignas(8) u8 value[];
};

struct skep_skb {
	struct __sk_buff user; /* the same; its `sk` is the address of `sock`, or 0 */
	struct skep_packet_room room;
	u8 *tail;	   /* end of the packet: room.end once a helper has shown it */
	u8 *mac, *network; /* headers: mac <= network <= tail */
	u8 *transport;	   /* header, NULL: nobody has looked for it */
	u32 headroom;	   /* bytes that Linux would have before the packet */
	u32 memory;	   /* ... and in all: skep_skb_memory() */
	u32 mac_length;	   /* network - mac when somebody last looked, else 0 */
	u32 csum;	   /* of SKEP_SUMMED_COMPLETE */
	u8 summed;	   /* enum skep_summed */
	u8 csum_level;	   /* of SKEP_SUMMED_UNNECESSARY, up to 3 */
	bool has_hash;	   /* user.hash was computed or set */
	bool encapsulated; /* an outer header was put around it */
	bool has_tunnel;   /* `tunnel` was used */
	struct bpf_sock sock;
	struct skep_socket_value *values; /* of `sock`, owned */
	struct skep_tunnel tunnel;	  /* valid with has_tunnel */
};
static_assert(offsetof(struct skep_skb, user) == 0, "r1 is the address of both");

enum {
	SKEP_SKB_BEHIND = 320,	 /* bytes that Linux has behind a packet: struct skb_shared_info */
	SKEP_SKB_SMALL = 576,	 /* bytes of the least that it takes for one that becomes longer */
	SKEP_SKB_MOST = 1 << 22, /* ... and of the most */
};

/* Bytes that Linux takes for a packet with all that is around it: never less than 512. */
static inline u32 skep_skb_memory(u32 size)
{
	return 1u << (32 - __builtin_clz(size - 1));
}

/* The same for one that had some and is to have more; 0: so many there are not. */
static inline u32 skep_skb_more_memory(u32 memory, u64 more)
{
	u64 size = (memory + more + 63) & ~(u64)63;

	if (size <= SKEP_SKB_SMALL)
		return SKEP_SKB_SMALL;
	return size > SKEP_SKB_MOST ? 0 : skep_skb_memory((u32)size);
}

static inline u32 skep_skb_length(const struct skep_skb *skb)
{
	return (u32)(skb->tail - skb->room.data);
}

#endif
