/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Who may talk to a container: addresses have labels, and packets pass whose labels, protocol and
 * port are allowed together. To be attached where packets go to the container. */
#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <linux/in.h>
#include <linux/ip.h>
#include <linux/pkt_cls.h>

#include <bpf/bpf_endian.h>
#include <bpf/bpf_helpers.h>

enum verdict { ALLOWED, NO_LABEL, FORBIDDEN, MALFORMED, VERDICTS };

struct rule {
	__u32 from, to; /* labels */
	__u16 port;	/* of the destination; 0 where the protocol has none */
	__u16 protocol;
};

struct counter {
	__u64 packets, bytes;
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 4096);
	__type(key, __be32);
	__type(value, __u32);
} labels SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 4096);
	__type(key, struct rule);
	__type(value, __u8);
} rules SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, VERDICTS);
	__type(key, __u32);
	__type(value, struct counter);
} verdicts SEC(".maps");

static __always_inline int read_port(struct __sk_buff *skb, const struct iphdr *ip, __u16 *port)
{
	__be16 ports[2];

	if (ip->protocol != IPPROTO_TCP && ip->protocol != IPPROTO_UDP)
		return 0;
	if (bpf_skb_load_bytes(skb, ETH_HLEN + ip->ihl * 4, ports, sizeof(ports)))
		return -1;
	*port = bpf_ntohs(ports[1]);
	return 0;
}

static __always_inline enum verdict judge(struct __sk_buff *skb)
{
	struct rule rule = {};
	struct iphdr ip;
	__u32 *from, *to;

	if (bpf_skb_load_bytes(skb, ETH_HLEN, &ip, sizeof(ip)) || read_port(skb, &ip, &rule.port))
		return MALFORMED;
	from = bpf_map_lookup_elem(&labels, &ip.saddr);
	to = bpf_map_lookup_elem(&labels, &ip.daddr);
	if (!from || !to)
		return NO_LABEL;
	rule.from = *from;
	rule.to = *to;
	rule.protocol = ip.protocol;
	return bpf_map_lookup_elem(&rules, &rule) ? ALLOWED : FORBIDDEN;
}

SEC("tc")
int tc_policy(struct __sk_buff *skb)
{
	struct counter *counter;
	__u32 verdict;

	if (skb->protocol != bpf_htons(ETH_P_IP))
		return TC_ACT_OK;
	verdict = judge(skb);
	counter = bpf_map_lookup_elem(&verdicts, &verdict);
	if (counter) {
		counter->packets++;
		counter->bytes += skb->len;
	}
	return verdict == ALLOWED ? TC_ACT_OK : TC_ACT_SHOT;
}

char LICENSE[] SEC("license") = "Dual BSD/GPL";
