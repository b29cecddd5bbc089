/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Tells of packets through a ring buffer and through perf events, and takes what user space sends
 * through another one. */
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

struct {
	__uint(type, BPF_MAP_TYPE_USER_RINGBUF);
	__uint(max_entries, 4096);
} orders SEC(".maps");

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

__u64 sum;

static long add_order(struct bpf_dynptr *order, void *context)
{
	__u64 number = 0;

	if (bpf_dynptr_read(&number, sizeof(number), order, 0, 0))
		return 1;
	sum += number;
	return 0;
}

SEC("xdp")
int take(struct xdp_md *ctx)
{
	return bpf_user_ringbuf_drain(&orders, add_order, NULL, 0);
}

char _license[] SEC("license") = "GPL";
