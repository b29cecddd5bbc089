/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* An overlay of frames (VXLAN, RFC 7348): containers on several hosts are on one Ethernet, whose
 * frames travel in UDP between the hosts. tc_wrap takes what leaves the bridge of the containers
 * and sends it to the host that has the receiver; tc_unwrap takes what comes from there and gives
 * it to the bridge. A vxlan device of Linux at the other end cannot tell. */
#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <linux/in.h>
#include <linux/ip.h>
#include <linux/pkt_cls.h>
#include <linux/udp.h>

#include <bpf/bpf_endian.h>
#include <bpf/bpf_helpers.h>

enum {
	TTL = 64,
	PORT = 4789,	    /* RFC 7348, section 5 */
	FIRST_PORT = 49152, /* of senders */
	DONT_FRAGMENT = 0x4000,
	FRAGMENT = 0x3fff, /* of a packet: its offset, and whether more follow */
};

enum way { WRAPPED, UNWRAPPED, WAYS };

struct vxlan {
	__be32 flags;	/* NETWORK_IS_SAID */
	__be32 network; /* in the upper three bytes */
};

#define NETWORK_IS_SAID 0x08000000

/* What is put before a frame. */
struct outer {
	struct ethhdr eth;
	struct iphdr ip;
	struct udphdr udp;
	struct vxlan vxlan;
} __attribute__((packed));

struct mac {
	__u8 bytes[ETH_ALEN];
};

/* A host, as those on its network know it. */
struct host {
	__be32 address;
	struct mac mac;
	__u8 unused[2];
};

struct counter {
	__u64 packets, bytes; /* bytes of the frame inside */
};

/* Which host has a receiver; that of ff:ff:ff:ff:ff:ff also gets what no entry is for. */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 1024);
	__type(key, struct mac);
	__type(value, struct host);
} places SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, WAYS);
	__type(key, __u32);
	__type(value, struct counter);
} moved SEC(".maps");

/* Frames from each sender behind the other hosts. */
struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 1024);
	__type(key, struct mac);
	__type(value, __u64);
} senders SEC(".maps");

const volatile __u32 network = 0; /* its number, 24 bits */
const volatile __be32 own_address = 0;
const volatile struct mac own_mac = {};
/* Interfaces: to the other hosts, and to the bridge. */
const volatile __u32 to_hosts = 0, to_bridge = 0;

static __always_inline void count(enum way which, __u64 bytes)
{
	__u32 way = which;
	struct counter *counter = bpf_map_lookup_elem(&moved, &way);

	if (!counter)
		return;
	counter->packets++;
	counter->bytes += bytes;
}

static __always_inline __u16 checksum(struct iphdr *ip)
{
	__u64 sum = bpf_csum_diff(0, 0, (__be32 *)ip, sizeof(*ip), 0);

	sum = (sum & 0xffff) + (sum >> 16);
	return ~(__u16)(sum + (sum >> 16));
}

/* Frames of one sender to one receiver have one source port, so that they stay in order. */
static __always_inline __be16 source_port(const struct ethhdr *frame)
{
	__u32 hash = 0;

	for (int i = 0; i < ETH_ALEN; i++)
		hash = hash * 31 + (frame->h_dest[i] ^ frame->h_source[i]);
	return bpf_htons(FIRST_PORT + hash % (65536 - FIRST_PORT));
}

static __always_inline void fill(struct outer *o, const struct host *host, __u32 bytes)
{
	o->eth.h_proto = bpf_htons(ETH_P_IP);
	__builtin_memcpy(o->eth.h_dest, &host->mac, ETH_ALEN);
	__builtin_memcpy(o->eth.h_source, (const void *)&own_mac, ETH_ALEN);
	o->vxlan.flags = bpf_htonl(NETWORK_IS_SAID);
	o->vxlan.network = bpf_htonl(network << 8);
	bytes += sizeof(o->vxlan) + sizeof(o->udp);
	o->udp.dest = bpf_htons(PORT);
	o->udp.len = bpf_htons(bytes); /* no checksum: RFC 7348, section 5 */
	o->ip.version = 4;
	o->ip.ihl = sizeof(o->ip) / 4;
	o->ip.tot_len = bpf_htons(bytes + sizeof(o->ip));
	o->ip.frag_off = bpf_htons(DONT_FRAGMENT);
	o->ip.ttl = TTL;
	o->ip.protocol = IPPROTO_UDP;
	o->ip.saddr = own_address;
	o->ip.daddr = host->address;
}

SEC("tc")
int tc_wrap(struct __sk_buff *skb)
{
	struct mac to, all = {{0xff, 0xff, 0xff, 0xff, 0xff, 0xff}};
	struct ethhdr frame;
	struct outer outer = {};
	struct iphdr ip;
	__u32 bytes = skb->len;
	struct host *host;

	if (bpf_skb_load_bytes(skb, 0, &frame, sizeof(frame)))
		return TC_ACT_SHOT;
	__builtin_memcpy(&to, frame.h_dest, ETH_ALEN);
	host = bpf_map_lookup_elem(&places, &to);
	if (!host)
		host = bpf_map_lookup_elem(&places, &all);
	if (!host)
		return TC_ACT_SHOT;
	fill(&outer, host, bytes);
	outer.udp.source = source_port(&frame);
	ip = outer.ip;
	outer.ip.check = checksum(&ip);
	if (bpf_skb_change_head(skb, sizeof(outer), 0) ||
	    bpf_skb_store_bytes(skb, 0, &outer, sizeof(outer), 0))
		return TC_ACT_SHOT;
	count(WRAPPED, bytes);
	return bpf_redirect(to_hosts, 0);
}

static __always_inline int is_ours(const struct outer *o)
{
	return o->eth.h_proto == bpf_htons(ETH_P_IP) && o->ip.ihl == sizeof(o->ip) / 4 &&
	       o->ip.protocol == IPPROTO_UDP && !(o->ip.frag_off & bpf_htons(FRAGMENT)) &&
	       o->ip.daddr == own_address && o->udp.dest == bpf_htons(PORT) &&
	       o->vxlan.flags & bpf_htonl(NETWORK_IS_SAID) &&
	       bpf_ntohl(o->vxlan.network) >> 8 == network;
}

static __always_inline void remember(const struct ethhdr *frame)
{
	__u64 one = 1, *frames;
	struct mac from;

	__builtin_memcpy(&from, frame->h_source, ETH_ALEN);
	frames = bpf_map_lookup_elem(&senders, &from);
	if (frames)
		__sync_fetch_and_add(frames, 1);
	else
		bpf_map_update_elem(&senders, &from, &one, BPF_ANY);
}

/* What is taken off lies behind the outer Ethernet header, which the inner one takes the place of.
 */
SEC("tc")
int tc_unwrap(struct __sk_buff *skb)
{
	struct ethhdr frame;
	struct outer outer;

	if (bpf_skb_load_bytes(skb, 0, &outer, sizeof(outer)) || !is_ours(&outer))
		return TC_ACT_OK;
	if (bpf_skb_load_bytes(skb, sizeof(outer), &frame, sizeof(frame)) ||
	    bpf_skb_adjust_room(skb, -(int)sizeof(outer), BPF_ADJ_ROOM_MAC, 0) ||
	    bpf_skb_store_bytes(skb, 0, &frame, sizeof(frame), 0))
		return TC_ACT_SHOT;
	remember(&frame);
	count(UNWRAPPED, skb->len);
	return bpf_redirect(to_bridge, 0);
}

char LICENSE[] SEC("license") = "Dual BSD/GPL";
