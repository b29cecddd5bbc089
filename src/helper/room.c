/* SPDX-License-Identifier: BSD-2-Clause */
/* Helpers that make socket buffers longer or shorter, at the head, the tail, or between headers.
 * Linux: net/core/filter.c. */

#include "helper/packet.h"
#include "vm/headers.h"

enum {
	DIFF_MAX = 0xfff,
	HEAD_ROOM = 256,   /* bytes to have before a packet that had to be moved */
	TAIL_ROOM = 256,   /* bytes behind one that helpers may touch */
	FLAG_ETH = 1 << 6, /* BPF_F_ADJ_ROOM_ENCAP_L2_ETH */
};

/* ---- the block */

static void shift(struct skep_skb *skb, s64 by)
{
	struct skep_packet_room *room = &skb->room;
	u8 *from = skb->mac < room->data ? skb->mac : room->data;

	memmove(from + by, from, (size_t)(skb->tail - from));
	room->data += by;
	skb->tail += by;
	skb->mac += by;
	skb->network += by;
	if (skb->transport)
		skb->transport += by;
}

/* Sees to it that there are bytes before the packet. */
static int make_head(struct skep_skb *skb, u64 size)
{
	const struct skep_packet_room *room = &skb->room;
	s64 by = (s64)size + HEAD_ROOM - (room->data - room->start);

	if (by <= HEAD_ROOM - ETH_HLEN)
		return 0;
	if (by > room->limit - skb->tail - TAIL_ROOM)
		return -ENOMEM;
	shift(skb, by);
	return 0;
}

static int make_tail(struct skep_skb *skb, u64 size)
{
	const struct skep_packet_room *room = &skb->room;
	s64 by = (s64)size + TAIL_ROOM - (room->limit - skb->tail);

	if (by <= 0)
		return 0;
	if (by > room->data - room->start - HEAD_ROOM)
		return -ENOMEM;
	shift(skb, -by);
	return 0;
}

enum { PAD = 64 };

/* Where Linux makes room, it moves also a transport header that it does not know, and takes it for
 * one that it knows from then on. */
static void follow_headroom(struct skep_skb *skb, u32 more)
{
	skb->headroom += more;
	if (more && !skb->transport)
		skb->transport = skb->room.data + (more - 1) - skb->headroom;
}

int skep_skb_push(struct skep_skb *skb, u32 size)
{
	u64 more = size > skb->headroom ? ((u64)size - skb->headroom + PAD - 1) / PAD * PAD : 0;
	u32 memory = more ? skep_skb_more_memory(skb->memory, more) : skb->memory;
	int error = memory ? make_head(skb, size) : -ENOMEM;

	if (error)
		return error;
	skb->memory = memory;
	follow_headroom(skb, (u32)more);
	skb->headroom -= size;
	skb->room.data -= size;
	return 0;
}

/* The same behind the packet, where memory does not run out. */
static void follow_tailroom(struct skep_skb *skb, u32 length)
{
	u32 needed = skb->headroom + length + SKEP_SKB_BEHIND;

	if (needed > skb->memory)
		skb->memory =
		    skep_skb_more_memory(skb->memory, needed - skb->memory) ?: skb->memory;
}

static void move_headers(struct skep_skb *skb, s64 by)
{
	bool same = skb->transport == skb->network;

	skb->mac += by;
	skb->network += by;
	if (same)
		skb->transport = skb->network;
}

int skep_skb_insert(struct skep_skb *skb, u32 off, u32 size)
{
	int error = skep_skb_push(skb, size);

	if (error)
		return error;
	memmove(skb->room.data, skb->room.data + size, off);
	memset(skb->room.data + off, 0, size);
	move_headers(skb, -(s64)size);
	return 0;
}

int skep_skb_remove(struct skep_skb *skb, u32 off, u32 size)
{
	if (!skep_skb_has(skb, (u64)off + size))
		return -ENOMEM;
	skep_skb_sum_sub(skb, skb->room.data + off, size, 0);
	memmove(skb->room.data + size, skb->room.data, off);
	skb->room.data += size;
	skb->headroom += size;
	move_headers(skb, size);
	return 0;
}

/* ---- head and tail */

static int change_head(struct skep_skb *skb, u32 size, u64 flags)
{
	u32 length = skep_skb_length(skb) + size;
	int error;

	if (flags || (s32)size < 0 || (!skb->user.gso_size && length > SKEP_SKB_MAX))
		return -EINVAL;
	error = skep_skb_push(skb, size);
	if (error)
		return error;
	memset(skb->room.data, 0, size);
	skb->mac = skb->room.data;
	skb->mac_length = skep_skb_mac_length(skb);
	return 0;
}

u64 skep_do_skb_change_head(HELPER_ARGS)
{
	int error = change_head(skep_pointer(r1), (u32)r2, r3);

	UNUSED_4;
	skep_env_show(skep_env(run));
	return skep_result(error);
}

static u32 least_length(const struct skep_skb *skb)
{
	s64 network = skb->network - skb->room.data;
	s64 transport = skb->transport ? skb->transport - skb->room.data : 0;

	if (transport > 0)
		return (u32)transport;
	return network > 0 ? (u32)network : 0;
}

static int change_tail(struct skep_skb *skb, u32 length, u64 flags)
{
	u32 now = skep_skb_length(skb);
	int error = 0;

	if (flags || length > SKEP_SKB_MAX || length < least_length(skb))
		return -EINVAL;
	if (skb->encapsulated)
		return -SKEP_ENOTSUPP;
	if (length > now)
		error = make_tail(skb, length - now);
	if (error)
		return error;
	if (length != now && skb->summed == SKEP_SUMMED_COMPLETE)
		skb->summed = SKEP_SUMMED_NONE;
	if (length > now) {
		follow_tailroom(skb, length);
		memset(skb->tail, 0, length - now);
	}
	skb->tail = skb->room.data + length;
	if (skb->user.gso_size)
		skb->user.gso_size = skb->user.gso_segs = 0;
	return 0;
}

u64 skep_do_skb_change_tail(HELPER_ARGS)
{
	int error = change_tail(skep_pointer(r1), (u32)r2, r3);

	UNUSED_4;
	skep_env_show(skep_env(run));
	return skep_result(error);
}

/* ---- between headers */

static int change_proto(struct skep_skb *skb, u16 to, u64 flags)
{
	enum { DIFFERENCE = SKEP_IP6_HEADER - SKEP_IP4_HEADER };
	bool longer = skep_skb_is(skb, ETH_P_IP) && to == htons(ETH_P_IPV6);
	bool shorter = skep_skb_is(skb, ETH_P_IPV6) && to == htons(ETH_P_IP);
	int error;

	if (flags)
		return -EINVAL;
	if (!longer && !shorter)
		return -SKEP_ENOTSUPP;
	error = longer ? skep_skb_insert(skb, skep_skb_mac_length(skb), DIFFERENCE)
		       : skep_skb_remove(skb, skep_skb_mac_length(skb), DIFFERENCE);
	if (error)
		return error;
	skep_skb_set_protocol(skb, longer ? ETH_P_IPV6 : ETH_P_IP);
	skep_skb_forget_hash(skb);
	return 0;
}

u64 skep_do_skb_change_proto(HELPER_ARGS)
{
	int error = change_proto(skep_pointer(r1), (u16)r2, r3);

	UNUSED_4;
	skep_env_show(skep_env(run));
	return skep_result(error);
}

/* One call of bpf_skb_adjust_room(). */
struct adjust {
	struct skep_skb *skb;
	u32 off;  /* where it happens */
	u32 size; /* how many bytes */
	u64 flags;
};

enum {
	/* Since Linux 6.3. */
	DECAP_4 = 1 << 7,
	DECAP_6 = 1 << 8,
	DECAP = DECAP_4 | DECAP_6,
	ENCAP = BPF_F_ADJ_ROOM_ENCAP_L3_IPV4 | BPF_F_ADJ_ROOM_ENCAP_L3_IPV6,
	LAYER_4 = BPF_F_ADJ_ROOM_ENCAP_L4_GRE | BPF_F_ADJ_ROOM_ENCAP_L4_UDP,
	SHRINKS = BPF_F_ADJ_ROOM_FIXED_GSO | DECAP | BPF_F_ADJ_ROOM_NO_CSUM_RESET,
};

static bool has_all(u64 flags, u64 all)
{
	return (flags & all) == all;
}

static u8 inner_mac_length(u64 flags)
{
	return (u8)(flags >> BPF_ADJ_ROOM_ENCAP_L2_SHIFT);
}

static int check_encap(const struct adjust *a)
{
	u8 inner = inner_mac_length(a->flags);

	if (!skep_skb_is(a->skb, ETH_P_IP) && !skep_skb_is(a->skb, ETH_P_IPV6))
		return -SKEP_ENOTSUPP;
	if (has_all(a->flags, ENCAP) || has_all(a->flags, LAYER_4))
		return -EINVAL;
	if (a->flags & FLAG_ETH && inner < ETH_HLEN)
		return -EINVAL;
	if (a->skb->encapsulated)
		return -EALREADY;
	return inner > a->size ? -EINVAL : 0;
}

static void encapsulate(const struct adjust *a, u32 mac)
{
	struct skep_skb *skb = a->skb;
	bool to_6 = a->flags & BPF_F_ADJ_ROOM_ENCAP_L3_IPV6;

	skb->encapsulated = true;
	skb->network = skb->room.data + mac;
	if (a->flags & LAYER_4)
		skb->transport = skb->network + (to_6 ? SKEP_IP6_HEADER : SKEP_IP4_HEADER);
	skep_skb_set_protocol(skb, to_6 ? ETH_P_IPV6 : ETH_P_IP);
}

static int grow(const struct adjust *a)
{
	u32 mac = skep_skb_mac_length(a->skb);
	int error = a->skb->user.gso_size ? -SKEP_ENOTSUPP : 0;

	if (!error && a->flags & ENCAP)
		error = check_encap(a);
	error = error ?: skep_skb_insert(a->skb, a->off, a->size);
	if (!error && a->flags & ENCAP)
		encapsulate(a, mac);
	return error;
}

static int shrink(const struct adjust *a)
{
	int error;

	if (a->flags & ~(u64)SHRINKS)
		return -EINVAL;
	if (a->skb->user.gso_size)
		return -SKEP_ENOTSUPP;
	error = skep_skb_remove(a->skb, a->off, a->size);
	if (error)
		return error;
	if (skep_skb_is(a->skb, ETH_P_IP) && a->flags & DECAP_6)
		skep_skb_set_protocol(a->skb, ETH_P_IPV6);
	else if (skep_skb_is(a->skb, ETH_P_IPV6) && a->flags & DECAP_4)
		skep_skb_set_protocol(a->skb, ETH_P_IP);
	return 0;
}

static int check_decap(u64 flags, bool shrinks, u32 *least)
{
	if (!(flags & DECAP))
		return 0;
	if (!shrinks || has_all(flags, DECAP))
		return -EINVAL;
	*least = flags & DECAP_4 ? SKEP_IP4_HEADER : SKEP_IP6_HEADER;
	return 0;
}

static int check_length(const struct adjust *a, bool shrinks, u32 least)
{
	u32 now = (u32)(a->skb->tail - a->skb->network);

	if (shrinks)
		return a->size >= now || now - a->size < least ? -SKEP_ENOTSUPP : 0;
	return skep_skb_length(a->skb) + a->size > SKEP_SKB_MAX && !a->skb->user.gso_size
		   ? -SKEP_ENOTSUPP
		   : 0;
}

static int adjust(struct skep_skb *skb, s32 by, u32 mode, u64 flags)
{
	const u64 known = BPF_F_ADJ_ROOM_FIXED_GSO | ENCAP | LAYER_4 | FLAG_ETH | DECAP |
			  BPF_F_ADJ_ROOM_ENCAP_L2(BPF_ADJ_ROOM_ENCAP_L2_MASK) |
			  BPF_F_ADJ_ROOM_NO_CSUM_RESET;
	u32 header = skep_skb_is(skb, ETH_P_IP) ? SKEP_IP4_HEADER : SKEP_IP6_HEADER;
	struct adjust a = {skb, skep_skb_mac_length(skb), by < 0 ? 0 - (u32)by : (u32)by, flags};
	u32 least = header;
	int error;

	if (flags & ~known)
		return -EINVAL;
	if (a.size > DIFF_MAX)
		return -EFAULT;
	if (!skep_skb_is(skb, ETH_P_IP) && !skep_skb_is(skb, ETH_P_IPV6))
		return -SKEP_ENOTSUPP;
	if (mode > BPF_ADJ_ROOM_MAC)
		return -SKEP_ENOTSUPP;
	if (mode == BPF_ADJ_ROOM_NET)
		a.off += header;
	error = check_decap(flags, by < 0, &least) ?: check_length(&a, by < 0, least);
	error = error ?: by < 0 ? shrink(&a) : grow(&a);
	if (!error && !(flags & BPF_F_ADJ_ROOM_NO_CSUM_RESET) &&
	    skb->summed == SKEP_SUMMED_UNNECESSARY)
		skb->summed = SKEP_SUMMED_NONE;
	return error;
}

u64 skep_do_skb_adjust_room(HELPER_ARGS)
{
	int error = adjust(skep_pointer(r1), (s32)r2, (u32)r3, r4);

	UNUSED_5;
	skep_env_show(skep_env(run));
	return skep_result(error);
}

/* ---- a header around a packet that is routed */

enum { ENCAP_MAX = 256, NO_CHECK_BELOW = 5, UDP = 17, UDP_HEADER = 8 };

/* Bytes that a header must at least have: with UDP behind it, UDP's own. */
static u32 least_header(const skep_iphdr *ip)
{
	const skep_ipv6hdr *ip6 = (const skep_ipv6hdr *)ip;
	u32 least = ip->version == 4 ? ip->ihl * 4u : SKEP_IP6_HEADER;
	u8 next = ip->version == 4 ? ip->protocol : ip6->nexthdr;

	return next == UDP ? least + UDP_HEADER : least;
}

static int check_header(const skep_iphdr *ip, u32 size)
{
	if (size < SKEP_IP4_HEADER || size > ENCAP_MAX)
		return -EINVAL;
	if (ip->version != 4 && ip->version != 6)
		return -EINVAL;
	return size < least_header(ip) ? -EINVAL : 0;
}

/* Linux adds up at least five words; of a shorter header it takes the first half word. */
static u16 sum_header(const skep_iphdr *ip)
{
	u16 first;

	if (ip->ihl >= NO_CHECK_BELOW)
		return skep_csum_fold(skep_csum(ip, ip->ihl * 4u, 0));
	memcpy(&first, ip, sizeof(first));
	return first;
}

static int push_header(struct skep_skb *skb, const void *header, u32 size)
{
	skep_iphdr *ip;
	int error = check_header(header, size) ?: skep_skb_push(skb, size);

	if (error)
		return error;
	skb->encapsulated = true;
	skb->network = memcpy(skb->room.data, header, size);
	skep_skb_sum_add(skb, header, size, 0);
	skep_skb_forget_hash(skb);
	ip = (skep_iphdr *)skb->network;
	skep_skb_set_protocol(skb, ip->version == 4 ? ETH_P_IP : ETH_P_IPV6);
	if (ip->version == 4 && !ip->check)
		ip->check = sum_header(ip);
	return skb->user.gso_size ? -SKEP_ENOTSUPP : 0;
}

/* A packet on its way out has no route here, from which the room before it would be known; headers
 * of segment routing need one as well. */
u64 skep_do_lwt_push_encap(HELPER_ARGS)
{
	struct skep_env *env = skep_env(run);
	int error = -EINVAL;

	UNUSED_5;
	if ((u32)r2 == BPF_LWT_ENCAP_IP && env->prog_type == BPF_PROG_TYPE_LWT_IN)
		error = push_header(skep_pointer(r1), skep_pointer(r3), (u32)r4);
	skep_env_show(env);
	return skep_result(error);
}
