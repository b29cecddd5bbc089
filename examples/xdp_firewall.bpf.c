/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* A firewall at the driver: packets from blocked networks and to closed ports are dropped, what
 * passes is counted per processor, and what is dropped is reported through a ring buffer. */
#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <linux/in.h>
#include <linux/ip.h>
#include <linux/tcp.h>
#include <linux/udp.h>

#include <bpf/bpf_endian.h>
#include <bpf/bpf_helpers.h>

enum reason { PASSED, BLOCKED_NETWORK, CLOSED_PORT, MALFORMED, REASONS };

struct network {
	__u32 prefix; /* bits */
	__be32 address;
};

struct port {
	__u16 number;
	__u8 protocol;
	__u8 unused;
};

struct event {
	__u64 time; /* nanoseconds */
	__be32 from, to;
	struct port port;
	enum reason reason;
};

struct counter {
	__u64 packets, bytes;
};

struct {
	__uint(type, BPF_MAP_TYPE_LPM_TRIE);
	__uint(max_entries, 1024);
	__uint(map_flags, BPF_F_NO_PREALLOC);
	__type(key, struct network);
	__type(value, __u32);
} networks SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 256);
	__type(key, struct port);
	__type(value, __u32);
} ports SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, REASONS);
	__type(key, __u32);
	__type(value, struct counter);
} counters SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 1 << 16);
} events SEC(".maps");

/* What is known of a packet. */
struct flow {
	__be32 from, to;
	struct port port;
};

static __always_inline enum reason read_ports(void *at, void *end, struct flow *flow)
{
	__be16 *ports = at;

	if ((void *)(ports + 2) > end)
		return MALFORMED;
	flow->port.number = bpf_ntohs(ports[1]);
	return PASSED;
}

static __always_inline enum reason read_flow(struct iphdr *ip, void *end, struct flow *flow)
{
	__u32 length;

	if ((void *)(ip + 1) > end || ip->version != 4)
		return MALFORMED;
	length = ip->ihl * 4;
	if (length < sizeof(*ip))
		return MALFORMED;
	flow->from = ip->saddr;
	flow->to = ip->daddr;
	flow->port.protocol = ip->protocol;
	if (ip->protocol != IPPROTO_TCP && ip->protocol != IPPROTO_UDP)
		return PASSED;
	return read_ports((void *)ip + length, end, flow);
}

static __always_inline enum reason judge(struct flow *flow)
{
	struct network from = {32, flow->from};

	if (bpf_map_lookup_elem(&networks, &from))
		return BLOCKED_NETWORK;
	return bpf_map_lookup_elem(&ports, &flow->port) ? CLOSED_PORT : PASSED;
}

static __always_inline void count(__u32 reason, __u64 bytes)
{
	struct counter *counter = bpf_map_lookup_elem(&counters, &reason);

	if (!counter)
		return;
	counter->packets++;
	counter->bytes += bytes;
}

/* Not inlined, so that BTF has struct event, by which readers print it. */
static __noinline void fill(struct event *event, const struct flow *flow, enum reason reason)
{
	event->time = bpf_ktime_get_ns();
	event->from = flow->from;
	event->to = flow->to;
	event->port = flow->port;
	event->reason = reason;
}

static __always_inline void report(const struct flow *flow, enum reason reason)
{
	struct event *event = bpf_ringbuf_reserve(&events, sizeof(*event), 0);

	if (!event)
		return;
	fill(event, flow, reason);
	bpf_ringbuf_submit(event, 0);
}

SEC("xdp")
int xdp_firewall(struct xdp_md *ctx)
{
	void *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
	struct ethhdr *eth = data;
	struct flow flow = {};
	enum reason reason;

	if ((void *)(eth + 1) > end)
		return XDP_DROP;
	if (eth->h_proto != bpf_htons(ETH_P_IP))
		return XDP_PASS;
	reason = read_flow((void *)(eth + 1), end, &flow);
	if (reason == PASSED)
		reason = judge(&flow);
	count(reason, end - data);
	if (reason == PASSED)
		return XDP_PASS;
	report(&flow, reason);
	return XDP_DROP;
}

char LICENSE[] SEC("license") = "Dual BSD/GPL";
