/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* What objects may have: programs of several types, tail calls, redirects, printing, and maps and
 * variables of many kinds. */
#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <linux/in.h>
#include <linux/in6.h>
#include <linux/ip.h>
#include <linux/pkt_cls.h>
#include <stdbool.h>

#include <bpf/bpf_endian.h>
#include <bpf/bpf_helpers.h>

enum colour { RED, GREEN = 5, BLUE = -1 };

struct kinds {
	bool yes;
	char name[8];
	__s16 small;
	enum colour colour;
	__u8 low : 3, high : 5;
	__be16 port;
	__be64 wide;
	struct in6_addr address;
	__u8 mac[6], bytes[3];
	__u16 pair[2];
	union {
		__u32 number;
		__u8 parts[4];
	};
	struct {
		__u32 inner;
	};
	void *pointer;
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 4);
	__type(key, __s32);
	__type(value, struct kinds);
} kinds SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 4);
	__uint(key_size, 4);
	__uint(value_size, 6);
} untyped SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_HASH);
	__uint(max_entries, 256);
	__type(key, __u8);
	__type(value, __u64);
} protocols SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_QUEUE);
	__uint(max_entries, 4);
	__type(value, __u32);
} sizes SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_DEVMAP);
	__uint(max_entries, 4);
	__type(key, __u32);
	__type(value, struct bpf_devmap_val);
} ports SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 4096);
} records SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_PERF_EVENT_ARRAY);
	__uint(max_entries, 4);
	__uint(key_size, 4);
	__uint(value_size, 4);
} samples SEC(".maps");

int next(struct xdp_md *ctx);

struct {
	__uint(type, BPF_MAP_TYPE_PROG_ARRAY);
	__uint(max_entries, 2);
	__uint(key_size, sizeof(__u32));
	__array(values, int(void *));
} programs SEC(".maps") = {.values = {[1] = (void *)&next}};

struct inner {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, __u32);
} one SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY_OF_MAPS);
	__uint(max_entries, 2);
	__type(key, __u32);
	__array(values, struct inner);
} inners SEC(".maps");

struct sample {
	__u16 number, other;
	char text[6];
};

static __noinline long send(struct xdp_md *ctx, struct sample *sample)
{
	return bpf_perf_event_output(ctx, &samples, BPF_F_CURRENT_CPU, sample, sizeof(*sample));
}

const volatile __u32 interface = 0, print = 0;
__u32 pair[2] = {1, 2};

static __always_inline __u8 protocol_of(void *data, void *end)
{
	struct ethhdr *eth = data;
	struct iphdr *ip = (void *)(eth + 1);

	if ((void *)(ip + 1) > end || eth->h_proto != bpf_htons(ETH_P_IP))
		return 0;
	return ip->protocol;
}

static __always_inline void note(__u8 protocol, __u32 size)
{
	__u64 first = 1, *count = bpf_map_lookup_elem(&protocols, &protocol);

	if (count)
		++*count;
	else
		bpf_map_update_elem(&protocols, &protocol, &first, BPF_ANY);
	bpf_map_push_elem(&sizes, &size, BPF_EXIST);
	if (protocol == IPPROTO_ICMP)
		bpf_ringbuf_output(&records, &size, sizeof(size), 0);
}

SEC("xdp")
int first(struct xdp_md *ctx)
{
	void *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
	__u8 protocol = protocol_of(data, end);

	note(protocol, end - data);
	if (print && protocol == IPPROTO_ICMP)
		bpf_printk("ICMP, %d bytes", (int)(end - data));
	if (protocol == IPPROTO_UDP)
		bpf_tail_call(ctx, &programs, 1);
	if (protocol == IPPROTO_TCP)
		return bpf_redirect(interface, 0);
	return XDP_PASS;
}

SEC("xdp")
int next(struct xdp_md *ctx)
{
	struct sample sample = {1, 2, "abc"};

	send(ctx, &sample);
	return bpf_redirect_map(&ports, 2, XDP_DROP);
}

SEC("socket")
int keep_40(struct __sk_buff *skb)
{
	return skb->len > 60 ? 40 : 0;
}

SEC("cgroup_skb/ingress")
int only_ip(struct __sk_buff *skb)
{
	return skb->protocol == bpf_htons(ETH_P_IP);
}

SEC("tc")
int mark(struct __sk_buff *skb)
{
	if (skb->protocol == bpf_htons(ETH_P_ARP))
		return bpf_redirect(interface, 0);
	if (skb->protocol == bpf_htons(ETH_P_8021Q))
		bpf_clone_redirect(skb, 1, 0);
	return skb->protocol == bpf_htons(ETH_P_IP) ? TC_ACT_PIPE : TC_ACT_STOLEN;
}

char LICENSE[] SEC("license") = "Dual BSD/GPL";
