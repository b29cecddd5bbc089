/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Counts packets: a hash, global data of all kinds, a function that two programs call. */
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 16);
	__type(key, __u32);
	__type(value, __u64);
} counts SEC(".maps");

const volatile int limit = 64;
__u64 seen, bytes;
int level = 3;
char label[16] = "bee";

static __attribute__((noinline)) int count_at(__u32 key)
{
	__u64 *value = bpf_map_lookup_elem(&counts, &key), one = 1;

	if (value) {
		__sync_fetch_and_add(value, 1);
		return 1;
	}
	bpf_map_update_elem(&counts, &key, &one, BPF_ANY);
	return 0;
}

SEC("xdp")
int count(struct xdp_md *ctx)
{
	void *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;

	seen++;
	bytes += end - data;
	if (end - data < limit)
		return XDP_DROP;
	count_at(level);
	return XDP_PASS;
}

SEC("xdp")
int known(struct xdp_md *ctx)
{
	return count_at(9) ? XDP_TX : XDP_PASS;
}

char _license[] SEC("license") = "GPL";
