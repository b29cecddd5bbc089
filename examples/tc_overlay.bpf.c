/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* An overlay: packets to containers of another host travel inside another IP header between the
 * hosts (RFC 2003). tc_wrap puts it on where they leave the host, tc_unwrap takes it off where they
 * come in. */
#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <linux/in.h>
#include <linux/ip.h>
#include <linux/pkt_cls.h>

#include <bpf/bpf_endian.h>
#include <bpf/bpf_helpers.h>

enum { TTL = 64 };

enum way { WRAPPED, UNWRAPPED, WAYS };

struct network {
	__u32 prefix; /* bits */
	__be32 address;
};

struct counter {
	__u64 packets, bytes; /* bytes without the header that is put on */
};

/* Which host has the containers of a network. */
struct {
	__uint(type, BPF_MAP_TYPE_LPM_TRIE);
	__uint(max_entries, 1024);
	__uint(map_flags, BPF_F_NO_PREALLOC);
	__type(key, struct network);
	__type(value, __be32);
} hosts SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, WAYS);
	__type(key, __u32);
	__type(value, struct counter);
} moved SEC(".maps");

const volatile __be32 own_address = 0;

static __always_inline void count(enum way which, __u64 bytes)
{
	__u32 way = which;
	struct counter *counter = bpf_map_lookup_elem(&moved, &way);

	if (!counter)
		return;
	counter->packets++;
	counter->bytes += bytes;
}

static __always_inline int read_ip(struct __sk_buff *skb, struct iphdr *ip)
{
	if (skb->protocol != bpf_htons(ETH_P_IP))
		return -1;
	return bpf_skb_load_bytes(skb, ETH_HLEN, ip, sizeof(*ip));
}

static __always_inline __u16 checksum(struct iphdr *ip)
{
	__u64 sum = bpf_csum_diff(0, 0, (__be32 *)ip, sizeof(*ip), 0);

	sum = (sum & 0xffff) + (sum >> 16);
	return ~(__u16)(sum + (sum >> 16));
}

SEC("tc")
int tc_wrap(struct __sk_buff *skb)
{
	struct network to = {.prefix = 32};
	struct iphdr ip, outer = {};
	__u32 bytes = skb->len;
	__be32 *host;

	if (read_ip(skb, &ip))
		return TC_ACT_OK;
	to.address = ip.daddr;
	host = bpf_map_lookup_elem(&hosts, &to);
	if (!host)
		return TC_ACT_OK;
	outer.version = 4;
	outer.ihl = sizeof(outer) / 4;
	outer.tot_len = bpf_htons(bpf_ntohs(ip.tot_len) + sizeof(outer));
	outer.ttl = TTL;
	outer.protocol = IPPROTO_IPIP;
	outer.saddr = own_address;
	outer.daddr = *host;
	outer.check = checksum(&outer);
	if (bpf_skb_adjust_room(skb, sizeof(outer), BPF_ADJ_ROOM_MAC,
				BPF_F_ADJ_ROOM_ENCAP_L3_IPV4) ||
	    bpf_skb_store_bytes(skb, ETH_HLEN, &outer, sizeof(outer), 0))
		return TC_ACT_SHOT;
	count(WRAPPED, bytes);
	return TC_ACT_OK;
}

SEC("tc")
int tc_unwrap(struct __sk_buff *skb)
{
	struct iphdr ip;

	if (read_ip(skb, &ip) || ip.protocol != IPPROTO_IPIP || ip.daddr != own_address ||
	    ip.ihl != sizeof(ip) / 4)
		return TC_ACT_OK;
	if (bpf_skb_adjust_room(skb, -(int)sizeof(ip), BPF_ADJ_ROOM_MAC, 0))
		return TC_ACT_SHOT;
	count(UNWRAPPED, skb->len);
	return TC_ACT_OK;
}

char LICENSE[] SEC("license") = "Dual BSD/GPL";
