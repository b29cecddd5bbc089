/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Programs for network.py to attach: one for XDP, one for tc. */
#include <linux/bpf.h>
#include <linux/pkt_cls.h>

#include <bpf/bpf_helpers.h>

SEC("xdp")
int pass(struct xdp_md *ctx)
{
	(void)ctx;
	return XDP_PASS;
}

SEC("tc")
int let(struct __sk_buff *ctx)
{
	(void)ctx;
	return TC_ACT_OK;
}

char LICENSE[] SEC("license") = "Dual BSD/GPL";
