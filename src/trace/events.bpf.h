/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* For programs that send an event for each thing that they see. */
#ifndef SKEP_TRACE_EVENTS_BPF_H
#define SKEP_TRACE_EVENTS_BPF_H

#include "trace/kernel.bpf.h"

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, SKEP_TRACE_RING);
} events SEC(".maps");

enum { SHORT_EVENT = offsetof(struct skep_trace_event, text) };

/* Room for an event, its numbers zero and its head that of this process; NULL, and counted as lost,
 * if nobody reads fast enough. The size is a constant for the verifier. */
static inline __attribute__((always_inline)) struct skep_trace_event *new_event(u64 size, u32 kind)
{
	struct skep_trace_event *e = bpf_ringbuf_reserve(&events, size, 0);

	if (!e) {
		count_lost();
		return NULL;
	}
	fill_head(&e->head, kind);
	__builtin_memset(e->numbers, 0, sizeof(e->numbers));
	if (size > SHORT_EVENT)
		e->text[0] = 0;
	return e;
}

/* To wake a reader costs several microseconds, as the processor interrupts itself for it: skep
 * looks by itself (SKEP_TRACE_LOOK), and is woken where that may be too late. What it has not taken
 * then grows through this band, in which each event wakes it. */
static inline void send(struct skep_trace_event *e)
{
	u64 waiting = bpf_ringbuf_query(&events, BPF_RB_AVAIL_DATA);
	bool wakes = waiting - SKEP_TRACE_RING / 8 < SKEP_TRACE_RING / 8;

	bpf_ringbuf_submit(e, wakes ? BPF_RB_FORCE_WAKEUP : BPF_RB_NO_WAKEUP);
}

#endif
