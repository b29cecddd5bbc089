/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* For programs that sum up in the kernel: a row for each key. */
#ifndef SKEP_TRACE_ROWS_BPF_H
#define SKEP_TRACE_ROWS_BPF_H

#include "trace/kernel.bpf.h"

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, SKEP_TRACE_ROWS);
	__type(key, struct skep_trace_key);
	__type(value, struct skep_trace_sum);
} rows SEC(".maps");

static const struct skep_trace_sum empty_sum;

static inline u32 slot_of(u64 value)
{
	u32 slot = 0;

	if (filter.step) {
		value /= filter.step;
		return value < SKEP_TRACE_SLOTS ? value : SKEP_TRACE_SLOTS - 1;
	}
	for (u32 step = 32; step; step /= 2)
		if (value >> step) {
			value >>= step;
			slot += step;
		}
	return slot < SKEP_TRACE_SLOTS ? slot : SKEP_TRACE_SLOTS - 1;
}

/* The row of a key, made if need be; NULL, and counted as lost, if there is no room. */
static inline struct skep_trace_sum *find_row(const struct skep_trace_key *key)
{
	struct skep_trace_sum *sum = bpf_map_lookup_elem(&rows, key);

	if (sum)
		return sum;
	bpf_map_update_elem(&rows, key, &empty_sum, BPF_NOEXIST);
	sum = bpf_map_lookup_elem(&rows, key);
	if (!sum)
		count_lost();
	return sum;
}

/* Adds one value to the row of a key. */
static inline void add_value(const struct skep_trace_key *key, u64 value, bool error)
{
	struct skep_trace_sum *sum = find_row(key);
	u32 slot = slot_of(value);

	if (!sum)
		return;
	__sync_fetch_and_add(&sum->count, 1);
	__sync_fetch_and_add(&sum->total, value);
	if (error)
		__sync_fetch_and_add(&sum->errors, 1);
	if (value > sum->most)
		sum->most = value;
	if (slot < SKEP_TRACE_SLOTS)
		__sync_fetch_and_add(&sum->slots[slot], 1);
}

/* Counts one in the row of a key. */
static inline void add_one(const struct skep_trace_key *key)
{
	struct skep_trace_sum *sum = find_row(key);

	if (sum)
		__sync_fetch_and_add(&sum->count, 1);
}

#endif
