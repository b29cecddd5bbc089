/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* What XDP can do with a frame, and nothing else: see bench/xdp.sh. */
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

struct {
	__uint(type, BPF_MAP_TYPE_PERCPU_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, __u64);
} seen SEC(".maps");

const volatile __u32 target = 0; /* interface of act_redirect */

static __always_inline void count(void)
{
	__u32 key = 0;
	__u64 *number = bpf_map_lookup_elem(&seen, &key);

	if (number)
		++*number;
}

SEC("xdp")
int act_drop(struct xdp_md *ctx)
{
	count();
	return XDP_DROP;
}

SEC("xdp")
int act_pass(struct xdp_md *ctx)
{
	count();
	return XDP_PASS;
}

SEC("xdp")
int act_tx(struct xdp_md *ctx)
{
	count();
	return XDP_TX;
}

SEC("xdp")
int act_redirect(struct xdp_md *ctx)
{
	count();
	return bpf_redirect(target, 0);
}

char LICENSE[] SEC("license") = "Dual BSD/GPL";
