/* SPDX-License-Identifier: BSD-2-Clause */
/* BPF_MAP_TYPE_RINGBUF: records of any size from many writers to one reader, in memory that the
 * reader maps.
 *
 * The map's file is laid out as Linux's mapping: at 0 the page with the consumer's position, which
 * the reader writes; then the page with the producer's position; then max_entries bytes of data,
 * and as many again, which Linux shows as the same data once more. Here they are memory of their
 * own: a record begins in the first part and is written on into the second where it is too long, so
 * that it lies as a whole where a reader of Linux's ring buffers looks for it. Records, positions
 * and capacity are those of Linux. Only who puts records together from both ends of the first part
 * would see a difference. */
#ifndef SKEP_MAP_RINGBUF_H
#define SKEP_MAP_RINGBUF_H

#include "map/map.h"

/* Room for a record of `size` bytes, NULL: there is none, or more than the ring has; given back by
 * one of the two calls below. flags must be 0. */
void *skep_ringbuf_reserve(struct skep_map *map, u64 size, u64 flags);

/* Records become visible in the order of reserve. flags: BPF_RB_NO_WAKEUP, BPF_RB_FORCE_WAKEUP. */
void skep_ringbuf_submit(void *record, u64 flags);
void skep_ringbuf_discard(void *record, u64 flags);

/* Copies a record in; -EINVAL for unknown flags, -EAGAIN if there is no room. */
int skep_ringbuf_output(struct skep_map *map, const void *data, u64 size, u64 flags);

/* BPF_RB_AVAIL_DATA, _RING_SIZE, _CONS_POS, _PROD_POS; 0 for others. */
u64 skep_ringbuf_query(struct skep_map *map, u64 what);

/* Where the pages of the memory file are, in this process. */
const void *skep_ringbuf_pages(struct skep_map *map);

/* Called with each sample; 1: enough. */
struct skep_drain {
	long (*visit)(void *context, const void *sample, u32 size);
	void *context;
};

/* BPF_MAP_TYPE_USER_RINGBUF, the same file with reader and writer exchanged: visits what user space
 * sent, 128 Ki samples at most. Returns how many; -EBUSY if another drain runs; -EINVAL or -E2BIG
 * for what user space wrote wrongly. flags as in submit: who is woken is the sender. */
long skep_user_ringbuf_drain(struct skep_map *map, struct skep_drain what, u64 flags);

#endif
