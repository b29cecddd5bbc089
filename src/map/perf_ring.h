/* SPDX-License-Identifier: BSD-2-Clause */
/* What the elements of a BPF_MAP_TYPE_PERF_EVENT_ARRAY hold: rings that user space maps as it maps
 * a perf event, a page with positions and then the data. Who opens an event makes the memory, and
 * hands it over in a struct skep_perf_ring. */
#ifndef SKEP_MAP_PERF_RING_H
#define SKEP_MAP_PERF_RING_H

#include "map/map.h"

struct perf_event_mmap_page;

struct skep_perf_ring {
	struct perf_event_mmap_page
	    *page; /* NULL: not mapped by anybody, what is written is lost */
	u8 *data;
	u64 data_size;	 /* bytes, a power of two */
	u32 cpu;	 /* whose events; UINT32_MAX: of all */
	bool overwrite;	 /* mapped read-only: nobody moves data_tail */
	bool has_time;	 /* samples carry PERF_SAMPLE_TIME */
	u32 wake_events; /* the reader is woken each so many samples; 0: each */
	u64 id;		 /* of the event, in records of losses */
	struct skep_map_waker waker;
	/* ---- the writer's */
	u32 lock, since_wake;
	u64 head, lost; /* position behind the last record; samples since then without room */
};

/* Raw data in two parts, as a helper appends the bytes of a packet; either may be empty. */
struct skep_perf_part {
	const void *data;
	u32 size;
};

/* Writes a PERF_RECORD_SAMPLE, behind a PERF_RECORD_LOST if samples were lost before. -ENOSPC: it
 * is lost. Thread-safe. */
int skep_perf_ring_write(struct skep_perf_ring *ring, const struct skep_perf_part parts[2]);

/* bpf_perf_event_output(): to the ring of the element that `flags` name (BPF_F_INDEX_MASK, or
 * BPF_F_CURRENT_CPU for `cpu`). -EINVAL for other flags, -E2BIG outside the map, -ENOENT for an
 * empty element, -EOPNOTSUPP for a ring of another CPU. */
int skep_perf_output(struct skep_map *map, u64 flags, u32 cpu,
		     const struct skep_perf_part parts[2]);

#endif
