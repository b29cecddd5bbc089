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

struct counted {
	struct bpf_spin_lock lock;
	__u32 total;
};

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, struct counted);
} counts SEC(".maps");

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

/* The number is changed behind the test's back: what is tested is a copy. */
SEC("xdp")
int bound_on_a_copy(struct xdp_md *ctx)
{
	__u32 zero = 0;
	struct table *table = bpf_map_lookup_elem(&tables, &zero);
	__u64 index = ctx->rx_queue_index, copy;

	if (!table)
		return XDP_PASS;
	copy = index;
	asm volatile("%[index] *= 4" : [index] "+r"(index));
	if (copy > 15)
		return XDP_PASS;
	return *(__u8 *)((void *)table->values + index);
}

/* A 64-bit number, of which the test sees the lower half. */
SEC("xdp")
int test_of_32_bits(struct xdp_md *ctx)
{
	__u32 zero = 0;
	struct table *table = bpf_map_lookup_elem(&tables, &zero);
	__u64 index = bpf_ktime_get_ns();

	if (!table)
		return XDP_PASS;
	asm volatile goto("r6 = %[index]; if w6 > 15 goto %l[out]"
			  :
			  : [index] "r"(index)
			  : "r6"
			  : out);
	return *(__u8 *)((void *)table->values + index);
out:
	return XDP_PASS;
}

SEC("xdp")
int variable_stack_offset(struct xdp_md *ctx)
{
	__u8 seen[16] = {0};
	__u32 index = ctx->rx_queue_index;

	asm volatile("" : "+m"(seen));
	if (index > 16)
		return XDP_PASS;
	return *(volatile __u8 *)&seen[index];
}

/* As hand-written assembly does it: nothing has been put into the register. */
SEC("socket")
int uninitialised_value(struct __sk_buff *skb)
{
	int result;

	asm volatile("%[result] = r9" : [result] "=r"(result));
	return result;
}

SEC("tc")
int lock_held(struct __sk_buff *skb)
{
	__u32 zero = 0;
	struct counted *counted = bpf_map_lookup_elem(&counts, &zero);

	if (!counted)
		return 0;
	bpf_spin_lock(&counted->lock);
	counted->total++;
	if (skb->len > 1500)
		return 1;
	bpf_spin_unlock(&counted->lock);
	return 0;
}

static __attribute__((noinline)) int deep(struct xdp_md *ctx)
{
	char bytes[300];

	asm volatile("" : : "r"(bytes) : "memory");
	return bytes[ctx->rx_queue_index & 255];
}

SEC("xdp")
int stack_too_deep(struct xdp_md *ctx)
{
	char bytes[300];

	asm volatile("" : : "r"(bytes) : "memory");
	return deep(ctx) + bytes[ctx->rx_queue_index & 255] ? XDP_PASS : XDP_DROP;
}

SEC("xdp")
int endless_loop(struct xdp_md *ctx)
{
	while (bpf_get_prandom_u32())
		asm volatile("");
	return XDP_PASS;
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
