/* SPDX-License-Identifier: BSD-2-Clause */
/* Timers in values of maps, and the thread that runs what they call. Private to the room.
 *
 * A timer is known by the address of its field, which holds the address of the timer: a field that
 * holds something else is of a new element, and the timer is none any more. That an element was
 * deleted is seen when its time has come, because the map no longer has it. */
#ifndef SKEP_SYSCALL_TIMERS_H
#define SKEP_SYSCALL_TIMERS_H

#include "vm/env.h"

struct skep;
struct skep_timers;

/* NULL if memory ran out. */
SKEP_MUST_USE struct skep_timers *skep_timers_new(struct skep *skep);

/* Ends the thread; then all maps forget their timers. NULL is allowed for both. */
void skep_timers_stop(struct skep_timers *timers);
void skep_timers_free(struct skep_timers *timers);

/* Forgets the timers of a map, when what they call has returned; whether programs were used. */
bool skep_timers_forget(struct skep_timers *timers, const struct skep_map *map);

extern const struct skep_timer_services skep_timer_services;

#endif
