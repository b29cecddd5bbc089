/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* A load balancer: packets to a service go to one of its servers inside another IP header. A
 * connection keeps its server; a new one gets the server that its addresses hash to in a ring of
 * consistent hashing that user space fills (Maglev: Eisenbud et al., NSDI 2016). */
#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <linux/in.h>
#include <linux/ip.h>
#include <linux/tcp.h>

#include <bpf/bpf_endian.h>
#include <bpf/bpf_helpers.h>

enum { RING = 251, SERVERS = 256, TTL = 64 };

struct connection {
	__be32 from, to;
	__be16 from_port, to_port;
};

struct server {
	__be32 address;
	__u8 mac[ETH_ALEN];
	__u8 unused[2];
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 64);
	__type(key, __be32);
	__type(value, __u32);
} services SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, RING);
	__type(key, __u32);
	__type(value, __u32);
} ring SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, SERVERS);
	__type(key, __u32);
	__type(value, struct server);
} servers SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_LRU_HASH);
	__uint(max_entries, 65536);
	__type(key, struct connection);
	__type(value, __u32);
} connections SEC(".maps");

const volatile __be32 own_address = 0;
const volatile __u8 own_mac[ETH_ALEN] = {};
__u64 sent = 0, missed = 0;

static __always_inline __u32 mix(__u32 hash, __u32 word)
{
	hash ^= word;
	hash *= 0x9e3779b1;
	return hash ^ (hash >> 15);
}

static __always_inline __u32 hash_of(const struct connection *c)
{
	return mix(mix(mix(0, c->from), c->to), (__u32)c->from_port << 16 | c->to_port);
}

static __always_inline struct server *choose(const struct connection *c)
{
	__u32 *number = bpf_map_lookup_elem(&connections, c), place;

	if (!number) {
		place = hash_of(c) % RING;
		number = bpf_map_lookup_elem(&ring, &place);
		if (!number)
			return 0;
		bpf_map_update_elem(&connections, c, number, BPF_ANY);
	}
	return bpf_map_lookup_elem(&servers, number);
}

static __always_inline __u16 checksum(const struct iphdr *ip)
{
	const __u16 *word = (const void *)ip;
	__u32 sum = 0;

#pragma unroll
	for (int i = 0; i < (int)(sizeof(*ip) / sizeof(*word)); i++)
		sum += word[i];
	sum = (sum & 0xffff) + (sum >> 16);
	return ~(__u16)(sum + (sum >> 16));
}

static __always_inline void write_ip(struct iphdr *ip, const struct server *server, __u16 length)
{
	ip->version = 4;
	ip->ihl = sizeof(*ip) / 4;
	ip->tos = 0;
	ip->tot_len = bpf_htons(length);
	ip->id = 0;
	ip->frag_off = 0;
	ip->ttl = TTL;
	ip->protocol = IPPROTO_IPIP;
	ip->check = 0;
	ip->saddr = own_address;
	ip->daddr = server->address;
	ip->check = checksum(ip);
}

static __always_inline int wrap(struct xdp_md *ctx, const struct server *server, __u16 length)
{
	struct ethhdr *eth;
	struct iphdr *ip;

	if (bpf_xdp_adjust_head(ctx, -(int)sizeof(*ip)))
		return XDP_DROP;
	eth = (void *)(long)ctx->data;
	ip = (void *)(eth + 1);
	if ((void *)(ip + 1) > (void *)(long)ctx->data_end)
		return XDP_DROP;
	__builtin_memcpy(eth->h_dest, server->mac, ETH_ALEN);
	for (int i = 0; i < ETH_ALEN; i++)
		eth->h_source[i] = own_mac[i];
	eth->h_proto = bpf_htons(ETH_P_IP);
	write_ip(ip, server, length + sizeof(*ip));
	__sync_fetch_and_add(&sent, 1);
	return XDP_TX;
}

SEC("xdp")
int xdp_balancer(struct xdp_md *ctx)
{
	void *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
	struct ethhdr *eth = data;
	struct iphdr *ip = (void *)(eth + 1);
	struct tcphdr *tcp = (void *)(ip + 1);
	struct connection c = {};
	struct server *server;

	if ((void *)(tcp + 1) > end || eth->h_proto != bpf_htons(ETH_P_IP))
		return XDP_PASS;
	if (ip->ihl != sizeof(*ip) / 4 || ip->protocol != IPPROTO_TCP)
		return XDP_PASS;
	c.to = ip->daddr;
	if (!bpf_map_lookup_elem(&services, &c.to))
		return XDP_PASS;
	c.from = ip->saddr;
	c.from_port = tcp->source;
	c.to_port = tcp->dest;
	server = choose(&c);
	if (!server) {
		__sync_fetch_and_add(&missed, 1);
		return XDP_DROP;
	}
	return wrap(ctx, server, bpf_ntohs(ip->tot_len));
}

char LICENSE[] SEC("license") = "Dual BSD/GPL";
