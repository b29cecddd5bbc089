/* SPDX-License-Identifier: BSD-2-Clause */
/* Records as perf_event_open(2) describes them: PERF_RECORD_SAMPLE with raw data and perhaps the
 * time, PERF_RECORD_LOST. A record that reaches the end of the data goes on at its start. */
#include "map/perf_ring.h"

#include <errno.h>
#include <linux/bpf.h>
#include <linux/perf_event.h>
#include <string.h>
#include <time.h>

#include "map/prog_table.h"
#include "map/spin.h"

enum { PARTS = 2 };

struct lost_record {
	struct perf_event_header header;
	u64 id, lost;
};

struct sample_head {
	struct perf_event_header header;
	u64 time; /* left out where samples have none */
};

static void put(struct skep_perf_ring *ring, const void *from, u64 size)
{
	u64 at = ring->head & (ring->data_size - 1), first = ring->data_size - at;

	if (first > size)
		first = size;
	memcpy(ring->data + at, from, first);
	memcpy(ring->data, (const u8 *)from + first, size - first);
	ring->head += size;
}

static u64 now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (u64)t.tv_sec * 1000000000u + (u64)t.tv_nsec;
}

static void put_lost(struct skep_perf_ring *ring)
{
	struct lost_record record = {.header = {.type = PERF_RECORD_LOST, .size = sizeof(record)},
				     .id = ring->id,
				     .lost = ring->lost};

	put(ring, &record, sizeof(record));
	ring->lost = 0;
}

/* Bytes of a sample with its length, filled up to a multiple of 8. */
static u32 sample_size(const struct skep_perf_ring *ring, u32 raw)
{
	u32 head = ring->has_time ? sizeof(struct sample_head) : sizeof(struct perf_event_header);

	return (head + (u32)sizeof(u32) + raw + 7) & ~7u;
}

static void put_sample(struct skep_perf_ring *ring, const struct skep_perf_part *parts, u32 raw)
{
	static const u8 zeros[8];
	u32 size = sample_size(ring, raw);
	struct sample_head head = {.header = {.type = PERF_RECORD_SAMPLE, .size = (u16)size},
				   .time = ring->has_time ? now() : 0};
	u32 before = ring->has_time ? sizeof(head) : sizeof(head.header);
	u32 length = size - before - (u32)sizeof(length);

	put(ring, &head, before);
	put(ring, &length, sizeof(length));
	for (u32 i = 0; i < PARTS; i++)
		if (parts[i].size)
			put(ring, parts[i].data, parts[i].size);
	put(ring, zeros, length - raw);
}

static bool has_room(const struct skep_perf_ring *ring, u64 size)
{
	u64 tail = __atomic_load_n(&ring->page->data_tail, __ATOMIC_ACQUIRE);

	return ring->overwrite ? size <= ring->data_size
			       : ring->head - tail + size < ring->data_size;
}

/* Whether the sample was written; the lock is held. */
static bool write_sample(struct skep_perf_ring *ring, const struct skep_perf_part *parts, u32 raw)
{
	u64 size = sample_size(ring, raw) + (ring->lost ? sizeof(struct lost_record) : 0);

	if (!ring->page || size > UINT16_MAX || !has_room(ring, size)) {
		ring->lost++;
		return false;
	}
	if (ring->lost)
		put_lost(ring);
	put_sample(ring, parts, raw);
	__atomic_store_n(&ring->page->data_head, ring->head, __ATOMIC_RELEASE);
	return true;
}

int skep_perf_ring_write(struct skep_perf_ring *ring, const struct skep_perf_part parts[2])
{
	u32 raw = parts[0].size + parts[1].size;
	bool written, wake = false;

	skep_spin_lock(&ring->lock);
	written = write_sample(ring, parts, raw);
	if (written && ++ring->since_wake >= ring->wake_events) {
		ring->since_wake = 0;
		wake = true;
	}
	skep_spin_unlock(&ring->lock);
	if (wake && ring->waker.call)
		ring->waker.call(ring->waker.context);
	return written ? 0 : -ENOSPC;
}

int skep_perf_output(struct skep_map *map, u64 flags, u32 cpu, const struct skep_perf_part parts[2])
{
	u32 index = (u32)(flags & BPF_F_INDEX_MASK);
	struct skep_map_held held;
	struct skep_perf_ring *ring;

	if (flags & ~(u64)BPF_F_INDEX_MASK)
		return -EINVAL;
	if (index == (u32)BPF_F_CURRENT_CPU)
		index = cpu;
	if (index >= map->shape.max_entries)
		return -E2BIG;
	if (!map->ops->held(map, &index, &held))
		return -ENOENT;
	ring = held.object;
	if (ring->cpu != UINT32_MAX && ring->cpu != cpu)
		return -EOPNOTSUPP;
	return skep_perf_ring_write(ring, parts);
}
