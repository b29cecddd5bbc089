/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Programs as people write them that Linux refuses, each for one reason. */
#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <linux/ip.h>

#include <bpf/bpf_helpers.h>

struct pair {
	__u8 first;
	__u32 second;
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 16);
	__type(key, struct pair);
	__type(value, __u64);
} pairs SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 4096);
} records SEC(".maps");

struct table {
	__u32 count;
	__u32 values[16];
};

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, struct table);
} tables SEC(".maps");

SEC("xdp")
int unchecked_lookup(struct xdp_md *ctx)
{
	struct pair key;
	__u64 *value;

	__builtin_memset(&key, 0, sizeof(key));
	value = bpf_map_lookup_elem(&pairs, &key);
	*value += 1;
	return XDP_PASS;
}

SEC("xdp")
int missing_packet_check(struct xdp_md *ctx)
{
	struct ethhdr *eth = (void *)(long)ctx->data;
	struct iphdr *ip = (void *)(eth + 1);

	if ((void *)(eth + 1) > (void *)(long)ctx->data_end)
		return XDP_DROP;
	return ip->ttl > 1 ? XDP_PASS : XDP_DROP;
}

SEC("xdp")
int unbounded_index(struct xdp_md *ctx)
{
	__u32 zero = 0;
	struct table *table = bpf_map_lookup_elem(&tables, &zero);

	return table ? table->values[table->count] & 1 : XDP_PASS;
}

SEC("xdp")
int signed_comparison(struct xdp_md *ctx)
{
	__u32 zero = 0;
	struct table *table = bpf_map_lookup_elem(&tables, &zero);
	int index;

	if (!table)
		return XDP_PASS;
	index = *(volatile int *)&table->count;
	return index < 16 ? table->values[index] & 1 : XDP_PASS;
}

SEC("xdp")
int leaked_record(struct xdp_md *ctx)
{
	__u64 *record = bpf_ringbuf_reserve(&records, sizeof(*record), 0);

	if (!record)
		return XDP_PASS;
	*record = 1;
	if (ctx->rx_queue_index > 7)
		return XDP_DROP;
	bpf_ringbuf_submit(record, 0);
	return XDP_PASS;
}

SEC("socket")
int helper_not_allowed(struct __sk_buff *skb)
{
	return bpf_skb_change_head(skb, 14, 0);
}

char LICENSE[] SEC("license") = "Dual BSD/GPL";
