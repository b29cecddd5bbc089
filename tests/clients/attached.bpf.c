/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Programs for bpftool to attach without links. */
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

SEC("cgroup_skb/egress") int egress(struct __sk_buff *skb)
{
	return 1;
}

SEC("cgroup/connect4") int connect4(struct bpf_sock_addr *address)
{
	return 1;
}

SEC("flow_dissector") int flow(struct __sk_buff *skb)
{
	return 0;
}

SEC("sk_msg") int message(struct sk_msg_md *m)
{
	return 1;
}

char _license[] SEC("license") = "GPL";
