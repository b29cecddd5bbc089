/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* What a socket receives: bytes by protocol in an array, packets by size in a histogram of powers
 * of two, and the senders that were seen. */
#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <linux/ip.h>
#include <stddef.h>

#include <bpf/bpf_endian.h>
#include <bpf/bpf_helpers.h>

enum { BUCKETS = 17 };

struct sender {
	__u64 packets, bytes;
};

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 256);
	__type(key, __u32);
	__type(value, __u64);
} protocols SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 4096);
	__type(key, __be32);
	__type(value, struct sender);
} senders SEC(".maps");

__u64 sizes[BUCKETS] = {};

static __always_inline __u32 log2_of(__u32 number)
{
	__u32 log = 0;

	for (int i = 0; i < BUCKETS - 1; i++) {
		number >>= 1;
		if (!number)
			break;
		log++;
	}
	return log;
}

/* Another CPU may meet the same sender first: then this packet is added to what it began. */
static __always_inline void count_sender(__be32 address, __u32 bytes)
{
	struct sender *sender = bpf_map_lookup_elem(&senders, &address), first = {1, bytes};

	if (!sender) {
		if (!bpf_map_update_elem(&senders, &address, &first, BPF_NOEXIST))
			return;
		sender = bpf_map_lookup_elem(&senders, &address);
		if (!sender)
			return;
	}
	__sync_fetch_and_add(&sender->packets, 1);
	__sync_fetch_and_add(&sender->bytes, bytes);
}

/* Bytes of the IP header, wherever the data begins: sockets see packets with their link-layer
 * header or without. */
static __always_inline int read_ip(struct __sk_buff *skb, __u32 offset, void *to, __u32 size)
{
	return bpf_skb_load_bytes_relative(skb, offset, to, size, BPF_HDR_START_NET);
}

SEC("socket")
int sock_stats(struct __sk_buff *skb)
{
	__u32 protocol = 0, bucket = log2_of(skb->len);
	__be32 from;
	__u64 *bytes;

	if (bucket < BUCKETS)
		__sync_fetch_and_add(&sizes[bucket], 1);
	if (skb->protocol != bpf_htons(ETH_P_IP) ||
	    read_ip(skb, offsetof(struct iphdr, protocol), &protocol, 1) ||
	    read_ip(skb, offsetof(struct iphdr, saddr), &from, sizeof(from)))
		return skb->len;
	bytes = bpf_map_lookup_elem(&protocols, &protocol);
	if (bytes)
		__sync_fetch_and_add(bytes, skb->len);
	count_sender(from, skb->len);
	return skb->len;
}

char LICENSE[] SEC("license") = "Dual BSD/GPL";
