/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Writes to rings of all kinds, and reads what user space sent, for polled.c. */
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 4096);
} ring SEC(".maps"), other SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_USER_RINGBUF);
	__uint(max_entries, 4096);
} sent SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_PERF_EVENT_ARRAY);
	__uint(key_size, 4);
	__uint(value_size, 4);
} events SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, __u64);
} array SEC(".maps");

__u64 flags = 0;
__u64 seen = 0;

SEC("tc")
int to_ring(struct __sk_buff *skb)
{
	__u64 value = 7;

	return bpf_ringbuf_output(&ring, &value, sizeof(value), flags) != 0;
}

SEC("tc")
int to_other(struct __sk_buff *skb)
{
	__u64 value = 8;

	return bpf_ringbuf_output(&other, &value, sizeof(value), flags) != 0;
}

SEC("tc")
int to_event(struct __sk_buff *skb)
{
	__u64 value = 9;

	return bpf_perf_event_output(skb, &events, BPF_F_CURRENT_CPU, &value, sizeof(value)) != 0;
}

static long count(struct bpf_dynptr *sample, void *context)
{
	seen++;
	return 0;
}

SEC("tc")
int drain(struct __sk_buff *skb)
{
	return bpf_user_ringbuf_drain(&sent, count, 0, flags);
}

char _license[] SEC("license") = "GPL";
