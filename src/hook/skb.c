/* SPDX-License-Identifier: BSD-2-Clause */
/* Types that see socket buffers: a packet with what a driver and the network stack know of it.
 * Linux: net/bpf/test_run.c, net/ethernet/eth.c. */
#include <arpa/inet.h>
#include <errno.h>
#include <linux/if_ether.h>
#include <linux/if_packet.h>
#include <string.h>
#include <sys/socket.h>

#include "base/alloc.h"
#include "hook/hook.h"
#include "map/object.h"
#include "vm/checksum.h"
#include "vm/headers.h"
#include "vm/packet.h"

enum {
	HEADROOM = 512,
	PAD = 64,	 /* bytes that PROG_TEST_RUN has before a packet */
	BLOCK = 1 << 17, /* bytes for a packet and what programs put around it */
	TEST_MAX = 4096 - PAD - SKEP_SKB_BEHIND, /* bytes of a packet through PROG_TEST_RUN */
	PACKET_MAX = (1 << 16) + ETH_HLEN,
	GSO_SEGS_MAX = 65535,
	WIRE_MAX = 65536,
	TCP_CLOSED = 7,
	HEADER_ROOM = 16, /* bytes that a link-layer header takes where there is no room for it */
};

struct skb_stage {
	struct skep_stage stage;
	struct skep_skb skb;
	struct __sk_buff user; /* the context as it is shown */
	bool summed;	       /* the sum of what is left is to be the one that is kept */
	u8 memory[BLOCK];
};

/* Programs that are entered with the link-layer header. */
static bool is_l2(const struct skep_env *env)
{
	return env->prog_type == BPF_PROG_TYPE_SCHED_CLS ||
	       env->prog_type == BPF_PROG_TYPE_SCHED_ACT;
}

/* Programs that may reach the packet directly. */
static bool sees_packet(const struct skep_env *env)
{
	return env->prog_type != BPF_PROG_TYPE_SOCKET_FILTER;
}

static void init(struct skep_stage *stage)
{
	struct skb_stage *s = (struct skb_stage *)stage;

	stage->env.context = &s->skb;
	stage->env.context_size = sizeof(s->skb);
	stage->run.packet = &stage->env.packet;
	s->skb.room.start = s->memory;
	s->skb.room.limit = s->memory + BLOCK;
}

/* What maps hold for the socket goes with it. */
static void free_values(struct skep_skb *skb)
{
	struct skep_socket_value *value;

	while ((value = skb->values)) {
		skb->values = value->next;
		if (value->map)
			skep_map_drop(value->map, value->value);
		skep_free(value);
	}
}

static void fini(struct skep_stage *stage)
{
	free_values(&((struct skb_stage *)stage)->skb);
}

/* ---- what the Ethernet header tells */

static u16 ethernet_protocol(const u8 *packet, u32 size)
{
	u16 type = (u16)(packet[12] << 8 | packet[13]);

	if (type >= ETH_P_802_3_MIN)
		return type;
	if (size >= ETH_HLEN + 2 && packet[ETH_HLEN] == 0xff && packet[ETH_HLEN + 1] == 0xff)
		return ETH_P_802_3;
	return ETH_P_802_2;
}

static u32 packet_type(const u8 *packet, const struct skep_device *device)
{
	if (memcmp(packet, device->mac, ETH_ALEN) == 0)
		return PACKET_HOST;
	if (!(packet[0] & 1))
		return PACKET_OTHERHOST;
	return memcmp(packet, device->broadcast, ETH_ALEN) ? PACKET_MULTICAST : PACKET_BROADCAST;
}

/* ---- the packet */

/* Takes back what programs and their helpers write: all else of a context stays as it is. */
static void forget(struct skep_skb *skb)
{
	struct __sk_buff *user = &skb->user;

	user->mark = user->queue_mapping = 0;
	user->vlan_present = user->vlan_tci = user->vlan_proto = 0;
	user->priority = user->tc_index = user->hash = user->tc_classid = 0;
	for (u32 i = 0; i < SKEP_COUNT(user->cb); i++)
		user->cb[i] = 0;
	user->tstamp = user->tstamp_type = 0;
	skb->transport = NULL;
	skb->summed = SKEP_SUMMED_NONE;
	skb->csum_level = 0;
	skb->mac_length = skb->csum = 0;
	skb->has_hash = skb->encapsulated = skb->has_tunnel = false;
}

static void fill(struct skb_stage *s, const u8 *packet, u32 size, const struct skep_device *device)
{
	struct skep_env *env = &s->stage.env;
	struct skep_skb *skb = &s->skb;
	u8 *at = s->memory + HEADROOM;

	forget(skb);
	memcpy(at, packet, size);
	skb->mac = at;
	skb->network = at + ETH_HLEN;
	skb->room.data = is_l2(env) ? at : skb->network;
	skb->tail = at + size;
	skb->headroom = PAD + (u32)(skb->room.data - at);
	skb->memory = skep_skb_memory(PAD + size + SKEP_SKB_BEHIND);
	skb->user.protocol = htons(ethernet_protocol(packet, size));
	skb->user.pkt_type = packet_type(packet, device);
	skb->user.ifindex = device->index;
	skep_env_show(env);
}

/* The socket that PROG_TEST_RUN gives every packet. -EINVAL: its IP header is not all there. */
static int give_socket(struct skep_skb *skb)
{
	struct bpf_sock *sock = &skb->sock;
	u32 size = (u32)(skb->tail - skb->network);

	free_values(skb);
	*sock = (struct bpf_sock){.state = TCP_CLOSED, .rx_queue_mapping = -1};
	if (skb->user.protocol == htons(ETH_P_IP)) {
		const skep_iphdr *ip = (const skep_iphdr *)skb->network;

		if (size < sizeof(*ip))
			return -EINVAL;
		sock->family = AF_INET;
		sock->src_ip4 = ip->saddr;
		sock->dst_ip4 = ip->daddr;
	} else if (skb->user.protocol == htons(ETH_P_IPV6)) {
		const skep_ipv6hdr *ip = (const skep_ipv6hdr *)skb->network;

		if (size < sizeof(*ip))
			return -EINVAL;
		sock->family = AF_INET6;
		memcpy(sock->src_ip6, &ip->saddr, sizeof(sock->src_ip6));
		memcpy(sock->dst_ip6, &ip->daddr, sizeof(sock->dst_ip6));
	}
	skb->user.sk = sock;
	skb->user.family = sock->family;
	skb->user.local_ip4 = sock->src_ip4;
	skb->user.remote_ip4 = sock->dst_ip4;
	memcpy(skb->user.local_ip6, sock->src_ip6, sizeof(sock->src_ip6));
	memcpy(skb->user.remote_ip6, sock->dst_ip6, sizeof(sock->dst_ip6));
	return 0;
}

static int put_packet(struct skep_stage *stage, const void *packet, u32 size)
{
	struct skb_stage *s = (struct skb_stage *)stage;
	const struct skep_device *device = skep_env_device(&stage->env, stage->env.device);

	if (size < ETH_HLEN)
		return -EINVAL;
	if (size > PACKET_MAX)
		return -EMSGSIZE;
	if (!device)
		return -ENODEV;
	fill(s, packet, size, device);
	s->skb.transport = s->skb.network;
	s->skb.user.ingress_ifindex = device->index;
	s->skb.user.wire_len = size;
	return 0;
}

/* ---- the context of a caller */

/* Fields that a caller may set; all else must be zero. */
static const struct {
	u16 from, to;
} settable[] = {
#define FIELDS(first, last)                                                                        \
	{                                                                                          \
		offsetof(struct __sk_buff, first),                                                 \
		    offsetof(struct __sk_buff, last) + sizeof(((struct __sk_buff *)0)->last)       \
	}
    FIELDS(mark, mark),	      FIELDS(priority, ifindex),  FIELDS(cb, cb),
    FIELDS(tstamp, gso_segs), FIELDS(gso_size, gso_size), FIELDS(hwtstamp, hwtstamp),
#undef FIELDS
};

static bool is_zero(const u8 *bytes, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (bytes[i])
			return false;
	return true;
}

static bool sets_others(const struct __sk_buff *user)
{
	size_t at = 0;

	for (size_t i = 0; i < SKEP_COUNT(settable); i++) {
		if (!is_zero((const u8 *)user, at, settable[i].from))
			return true;
		at = settable[i].to;
	}
	return !is_zero((const u8 *)user, at, sizeof(*user));
}

static int take_context(struct skep_skb *skb, const struct __sk_buff *user)
{
	u32 length = skep_skb_length(skb);

	if (sets_others(user))
		return -EINVAL;
	if (user->wire_len && (user->wire_len < length || user->wire_len > WIRE_MAX))
		return -EINVAL;
	if (user->gso_segs > GSO_SEGS_MAX)
		return -EINVAL;
	skb->user.mark = user->mark;
	skb->user.priority = user->priority;
	skb->user.ingress_ifindex = user->ingress_ifindex;
	skb->user.tstamp = user->tstamp;
	memcpy(skb->user.cb, user->cb, sizeof(user->cb));
	skb->user.wire_len = user->wire_len ? user->wire_len : length;
	skb->user.gso_segs = user->gso_segs;
	skb->user.gso_size = (u16)user->gso_size;
	skb->user.hwtstamp = user->hwtstamp;
	return 0;
}

static u32 sum_of_all(const struct skep_skb *skb)
{
	return skep_csum(skb->network, (size_t)(skb->tail - skb->network), 0);
}

static int put(struct skep_stage *stage, const struct skep_stage_input *in)
{
	struct skb_stage *s = (struct skb_stage *)stage;
	struct skep_skb *skb = &s->skb;
	const struct skep_device *device;
	int error;

	s->user = (struct __sk_buff){0};
	if (in->context)
		memcpy(&s->user, in->context, in->context_size);
	device = skep_env_device(&stage->env, s->user.ifindex > 1 ? s->user.ifindex : 1);
	if (!device)
		return -ENODEV;
	stage->env.device = device->index;
	memset(&skb->user, 0, sizeof(skb->user));
	fill(s, in->packet, (u32)in->size, device);
	error = give_socket(skb);
	if (!sees_packet(&stage->env))
		skb->room.end = skb->room.meta = NULL;
	if (!error && in->context)
		error = take_context(skb, &s->user);
	s->summed = in->summed;
	if (in->summed) {
		skb->summed = SKEP_SUMMED_COMPLETE;
		skb->csum = sum_of_all(skb);
	}
	return error;
}

/* ---- what is left */

/* Where the packet begins for those who get it: a link-layer header is put before network packets.
 */
static u8 *begin(struct skb_stage *s)
{
	struct skep_skb *skb = &s->skb;

	if (is_l2(&s->stage.env))
		return skb->room.data;
	return memset(skb->room.data - ETH_HLEN, 0, ETH_HLEN);
}

/* Whether Linux has memory for the link-layer header, if it is put. */
static bool has_header_room(const struct skb_stage *s)
{
	const struct skep_skb *skb = &s->skb;

	if (is_l2(&s->stage.env) || skb->headroom >= ETH_HLEN)
		return true;
	return skep_skb_more_memory(skb->memory, HEADER_ROOM);
}

static int check(struct skep_stage *stage)
{
	struct skb_stage *s = (struct skb_stage *)stage;
	struct skep_skb *skb = &s->skb;

	if (!has_header_room(s))
		return -ENOMEM;
	if (!s->summed)
		return 0;
	return skep_csum_fold(skb->csum) != skep_csum_fold(sum_of_all(skb)) ? -EBADMSG : 0;
}

static const u8 *result(struct skep_stage *stage, size_t *size)
{
	struct skb_stage *s = (struct skb_stage *)stage;
	const u8 *from = begin(s);

	*size = (size_t)(s->skb.tail - from);
	return from;
}

static const void *shown(struct skep_stage *stage, size_t *size)
{
	struct skb_stage *s = (struct skb_stage *)stage;
	const struct __sk_buff *now = &s->skb.user;
	struct __sk_buff *user = &s->user;

	*size = sizeof(*user);
	user->mark = now->mark;
	user->priority = now->priority;
	user->ingress_ifindex = now->ingress_ifindex;
	user->ifindex = now->ifindex;
	user->tstamp = now->tstamp;
	memcpy(user->cb, now->cb, sizeof(user->cb));
	user->wire_len = now->wire_len;
	user->gso_segs = now->gso_segs;
	user->hwtstamp = now->hwtstamp;
	return user;
}

const struct skep_hook_ops skep_hook_skb = {
    .size = sizeof(struct skb_stage),
    .kind = SKEP_STAGE_SKB,
    .context_kind = SKEP_CONTEXT_SKB,
    .packet_max = TEST_MAX,
    .context_size = sizeof(struct __sk_buff),
    .init = init,
    .put = put,
    .packet = put_packet,
    .check = check,
    .result = result,
    .shown = shown,
    .fini = fini,
};
