/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Tells of packets through a ring buffer and through perf events. */
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

struct event {
	__u32 number, length;
};

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 4096);
} events SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_PERF_EVENT_ARRAY);
	__uint(key_size, 4);
	__uint(value_size, 4);
} samples SEC(".maps");

const volatile __u32 limit = 20;
__u32 seen;
__u32 step = 1;

SEC("xdp")
int report(struct xdp_md *ctx)
{
	__u32 length = ctx->data_end - ctx->data;
	struct event *event, sample;

	seen += step;
	if (length < limit)
		return XDP_DROP;
	event = bpf_ringbuf_reserve(&events, sizeof(*event), 0);
	if (!event)
		return XDP_ABORTED;
	event->number = seen;
	event->length = length;
	bpf_ringbuf_submit(event, 0);
	sample.number = seen;
	sample.length = length;
	bpf_perf_event_output(ctx, &samples, BPF_F_CURRENT_CPU, &sample, sizeof(sample));
	return XDP_PASS;
}

char _license[] SEC("license") = "GPL";
