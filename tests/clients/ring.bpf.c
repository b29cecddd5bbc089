/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Tells of packets through a ring buffer. */
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

struct event {
	__u32 number, length;
};

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 4096);
} events SEC(".maps");

const volatile __u32 limit = 20;
__u32 seen;
__u32 step = 1;

SEC("xdp")
int report(struct xdp_md *ctx)
{
	__u32 length = ctx->data_end - ctx->data;
	struct event *event;

	seen += step;
	if (length < limit)
		return XDP_DROP;
	event = bpf_ringbuf_reserve(&events, sizeof(*event), 0);
	if (!event)
		return XDP_ABORTED;
	event->number = seen;
	event->length = length;
	bpf_ringbuf_submit(event, 0);
	return XDP_PASS;
}

char _license[] SEC("license") = "GPL";
