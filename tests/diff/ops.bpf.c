/* SPDX-License-Identifier: BSD-2-Clause */
/* Operations of a struct of the kernel's: a map of struct_ops, whose value is a type of the kernel,
 * and the programs that it names. Nothing is registered. */
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

struct sock;

struct tcp_congestion_ops {
	__u32 (*ssthresh)(struct sock *sk);
	void (*cong_avoid)(struct sock *sk, __u32 ack, __u32 acked);
	__u32 (*undo_cwnd)(struct sock *sk);
	char name[16];
};

SEC("struct_ops/threshold")
__u32 threshold(__u64 *ctx)
{
	return ctx[0] != 0;
}

SEC("struct_ops/avoid")
void avoid(__u64 *ctx)
{
}

SEC("struct_ops/undo")
__u32 undo(__u64 *ctx)
{
	return 2;
}

SEC(".struct_ops")
struct tcp_congestion_ops ops = {
    .ssthresh = (void *)threshold,
    .cong_avoid = (void *)avoid,
    .undo_cwnd = (void *)undo,
    .name = "skep_ops",
};

char _license[] SEC("license") = "GPL";
