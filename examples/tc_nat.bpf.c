/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Address translation in traffic control, for both directions of an interface: on the way out the
 * source becomes the address outside, on the way in the destination becomes the host that began the
 * connection. */
#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <linux/in.h>
#include <linux/ip.h>
#include <linux/pkt_cls.h>
#include <linux/tcp.h>
#include <linux/udp.h>
#include <stddef.h>

#include <bpf/bpf_endian.h>
#include <bpf/bpf_helpers.h>

enum { IP_AT = ETH_HLEN, L4_AT = ETH_HLEN + sizeof(struct iphdr) };

struct remote {
	__be32 address;
	__be16 port, own_port;
	__u32 protocol;
};

struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 16384);
	__type(key, struct remote);
	__type(value, __be32);
} inside SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, 2);
	__type(key, __u32);
	__type(value, __u64);
} translated SEC(".maps");

enum direction { OUT, IN };

/* The address outside, and the network of the hosts inside. */
const volatile __be32 outside = 0, inside_net = 0, inside_mask = 0;

struct packet {
	__be32 from, to;
	__be16 from_port, to_port;
	__u32 protocol;
};

static __always_inline int read_packet(struct __sk_buff *skb, struct packet *p)
{
	struct iphdr ip;
	__be16 ports[2];

	if (skb->protocol != bpf_htons(ETH_P_IP) || bpf_skb_load_bytes(skb, IP_AT, &ip, sizeof(ip)))
		return -1;
	if (ip.ihl != sizeof(ip) / 4 || (ip.protocol != IPPROTO_TCP && ip.protocol != IPPROTO_UDP))
		return -1;
	if (bpf_skb_load_bytes(skb, L4_AT, ports, sizeof(ports)))
		return -1;
	p->from = ip.saddr;
	p->to = ip.daddr;
	p->from_port = ports[0];
	p->to_port = ports[1];
	p->protocol = ip.protocol;
	return 0;
}

static __always_inline int replace(struct __sk_buff *skb, const struct packet *p, int at,
				   __be32 before, __be32 after)
{
	int check = p->protocol == IPPROTO_TCP ? L4_AT + (int)offsetof(struct tcphdr, check)
					       : L4_AT + (int)offsetof(struct udphdr, check);
	__u64 flags = BPF_F_PSEUDO_HDR | sizeof(after);

	if (p->protocol == IPPROTO_UDP)
		flags |= BPF_F_MARK_MANGLED_0;
	if (bpf_l4_csum_replace(skb, check, before, after, flags) ||
	    bpf_l3_csum_replace(skb, IP_AT + offsetof(struct iphdr, check), before, after,
				sizeof(after)) ||
	    bpf_skb_store_bytes(skb, at, &after, sizeof(after), 0))
		return TC_ACT_SHOT;
	return TC_ACT_OK;
}

static __always_inline void count(enum direction which)
{
	__u32 direction = which;
	__u64 *number = bpf_map_lookup_elem(&translated, &direction);

	if (number)
		++*number;
}

static __always_inline int translate_out(struct __sk_buff *skb, const struct packet *p)
{
	struct remote key = {};

	key.address = p->to;
	key.port = p->to_port;
	key.own_port = p->from_port;
	key.protocol = p->protocol;
	if (bpf_map_update_elem(&inside, &key, &p->from, BPF_ANY))
		return TC_ACT_SHOT;
	count(OUT);
	return replace(skb, p, IP_AT + offsetof(struct iphdr, saddr), p->from, outside);
}

static __always_inline int translate_in(struct __sk_buff *skb, const struct packet *p)
{
	struct remote key = {};
	__be32 *host;

	key.address = p->from;
	key.port = p->from_port;
	key.own_port = p->to_port;
	key.protocol = p->protocol;
	host = bpf_map_lookup_elem(&inside, &key);
	/* What no host inside began is for this one. */
	if (!host)
		return TC_ACT_OK;
	count(IN);
	return replace(skb, p, IP_AT + offsetof(struct iphdr, daddr), p->to, *host);
}

SEC("tc")
int tc_nat(struct __sk_buff *skb)
{
	struct packet p;

	if (read_packet(skb, &p))
		return TC_ACT_OK;
	if (p.to == outside)
		return translate_in(skb, &p);
	if ((p.from & inside_mask) == inside_net)
		return translate_out(skb, &p);
	return TC_ACT_OK;
}

char LICENSE[] SEC("license") = "Dual BSD/GPL";
