/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Prints the length of each packet. */
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

SEC("xdp")
int talk(struct xdp_md *ctx)
{
	bpf_printk("a packet of %d bytes", ctx->data_end - ctx->data);
	return XDP_PASS;
}

char _license[] SEC("license") = "GPL";
