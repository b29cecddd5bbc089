/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Programs that end, and that Linux refuses: it follows all ways through their loops, and comes to
 * its limit. */
#include <linux/bpf.h>

#include <bpf/bpf_helpers.h>

enum { WORDS = 24, SEARCHES = 16, STEPS = 10, ENTRIES = 1 << STEPS };

struct table {
	__u32 values[ENTRIES];
};

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, struct table);
} tables SEC(".maps");

/* Entries that are looked at in the order of their numbers. */
SEC("socket")
int sort(struct __sk_buff *skb)
{
	__u32 zero = 0, sum = 0;
	struct table *table = bpf_map_lookup_elem(&tables, &zero);
	__u64 words[WORDS];

	if (!table)
		return 0;
#pragma clang loop unroll(disable)
	for (int i = 0; i < WORDS; i++)
		words[i] = bpf_get_prandom_u32() % ENTRIES;
#pragma clang loop unroll(disable)
	for (int i = 0; i < WORDS - 1; i++) {
#pragma clang loop unroll(disable)
		for (int j = 0; j < WORDS - 1; j++) {
			__u64 a = words[j], b = words[j + 1];

			if (a > b) {
				words[j] = b;
				words[j + 1] = a;
			}
		}
	}
#pragma clang loop unroll(disable)
	for (int i = 0; i < WORDS; i++)
		if (words[i] < ENTRIES)
			sum = 31 * sum + table->values[words[i]];
	return sum;
}

SEC("socket")
int search(struct __sk_buff *skb)
{
	__u32 zero = 0, found = 0;
	struct table *table = bpf_map_lookup_elem(&tables, &zero);

	if (!table)
		return 0;
#pragma clang loop unroll(disable)
	for (int i = 0; i < SEARCHES; i++) {
		__u32 key = bpf_get_prandom_u32(), low = 0, high = ENTRIES;

#pragma clang loop unroll(disable)
		for (int step = 0; step < STEPS; step++) {
			__u32 middle = (low + high) / 2;

			if (middle >= ENTRIES)
				break;
			if (table->values[middle] < key)
				low = middle + 1;
			else
				high = middle;
		}
		found += low;
	}
	return found;
}

char _license[] SEC("license") = "Dual BSD/GPL";
