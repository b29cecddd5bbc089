/* SPDX-License-Identifier: BSD-2-Clause */
/* What helpers of packets have in common. Private to the room. */
#ifndef SKEP_HELPER_PACKET_H
#define SKEP_HELPER_PACKET_H

#include <arpa/inet.h>
#include <errno.h>
#include <linux/if_ether.h>
#include <string.h>

#include "helper/do.h"
#include "spec/uapi.h"
#include "vm/checksum.h"
#include "vm/packet.h"

enum {
	SKEP_SKB_MAX = 16064, /* SKB_MAX_ALLOC with pages of 4 KiB */
	SKEP_IP4_HEADER = 20,
	SKEP_IP6_HEADER = 40,
	SKEP_ROOT_CGROUP = 1,
};

static inline u64 skep_result(int error)
{
	return (u64)(s64)error;
}

/* ---- socket buffers (room.c) */

/* Makes room before the packet, whose bytes are not set. -ENOMEM: no memory is left. */
int skep_skb_push(struct skep_skb *skb, u32 size);

/* Puts zeros, or takes bytes away, `off` bytes behind the packet's beginning; all headers before
 * move. -ENOMEM: there is no room, or the packet has not as many. */
int skep_skb_insert(struct skep_skb *skb, u32 off, u32 size);
int skep_skb_remove(struct skep_skb *skb, u32 off, u32 size);

static inline bool skep_skb_has(const struct skep_skb *skb, u64 size)
{
	return size <= skep_skb_length(skb);
}

static inline u32 skep_skb_mac_length(const struct skep_skb *skb)
{
	return (u32)(skb->network - skb->mac);
}

static inline void skep_skb_set_protocol(struct skep_skb *skb, u16 protocol)
{
	skb->user.protocol = htons(protocol);
}

static inline bool skep_skb_is(const struct skep_skb *skb, u16 protocol)
{
	return skb->user.protocol == htons(protocol);
}

static inline bool skep_is_vlan(u32 protocol)
{
	return protocol == htons(ETH_P_8021Q) || protocol == htons(ETH_P_8021AD);
}

static inline void skep_skb_forget_hash(struct skep_skb *skb)
{
	skb->user.hash = 0;
	skb->has_hash = false;
}

/* The sum of what a packet holds, if it is kept, with bytes `off` behind its beginning added or
 * taken away. */
static inline void skep_skb_sum_add(struct skep_skb *skb, const void *bytes, u32 size, u32 off)
{
	if (skb->summed == SKEP_SUMMED_COMPLETE)
		skb->csum =
		    skep_csum_add(skb->csum, skep_csum_shift(skep_csum(bytes, size, 0), off));
}

static inline void skep_skb_sum_sub(struct skep_skb *skb, const void *bytes, u32 size, u32 off)
{
	if (skb->summed == SKEP_SUMMED_COMPLETE)
		skb->csum =
		    skep_csum_sub(skb->csum, skep_csum_shift(skep_csum(bytes, size, 0), off));
}

#endif
