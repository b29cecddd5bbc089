/* SPDX-License-Identifier: BSD-2-Clause */
/* Waking who waits for data. Private to the room. */
#ifndef SKEP_SYSCALL_EVENTS_H
#define SKEP_SYSCALL_EVENTS_H

#include "syscall/system.h"

/* What wakes a writer's readers, or a reader's senders; `events` lives as long as the ring. */
struct skep_map_waker skep_events_waker(struct skep_events *events, bool senders);

void skep_events_fini(struct skep_events *events);

/* Whether memory of an entity may be mapped, and what is to be done before that; -errno, as Linux
 * refuses. */
int skep_perf_mmap(struct skep_perf_entity *e, const struct skep_mmap_attr *how);

#endif
