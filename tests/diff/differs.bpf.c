/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* All that can differ does, because it is the time, which comes only once. */
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

struct record {
	__u64 time;
	__u32 size;
};

const struct record *unused __attribute__((unused));
__u64 last;
__u64 packets;

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 1024);
	__type(key, __u64);
	__type(value, struct record);
} times SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, struct record);
} newest SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 65536);
} records SEC(".maps");

SEC("xdp")
int differs(struct xdp_md *ctx)
{
	void *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
	struct record record = {.time = bpf_ktime_get_ns(), .size = end - data};
	__u64 number = packets++;
	__u32 zero = 0;

	if (data + sizeof(__u64) > end)
		return XDP_DROP;
	*(__u64 *)data = record.time;
	last = record.time;
	bpf_map_update_elem(&times, &number, &record, BPF_ANY);
	bpf_map_update_elem(&newest, &zero, &record, BPF_ANY);
	bpf_ringbuf_output(&records, &record, sizeof(record), 0);
	return (int)record.time;
}

/* The same, but for what a packet is like. */
SEC("xdp")
int agrees(struct xdp_md *ctx)
{
	return ctx->data_end - ctx->data > 100 ? XDP_PASS : XDP_TX;
}

char LICENSE[] SEC("license") = "GPL";
