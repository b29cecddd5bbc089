/* SPDX-License-Identifier: BSD-2-Clause */
/* Tracepoints of the kernel that runs, and the events that tracefs shows of them and of system
 * calls. Private to the room. */
#ifndef SKEP_SYSCALL_TRACEPOINTS_H
#define SKEP_SYSCALL_TRACEPOINTS_H

#include "syscall/system.h"

/* Whether a raw tracepoint program can be attached to a name. Each is one if there are no types. */
bool skep_tracepoint_is(struct skep *skep, const char *name);

/* How many bytes of context a raw tracepoint gives; UINT32_MAX if there are no types. */
u32 skep_tracepoint_context(struct skep *skep, const char *name);

/* The name of the tracepoint that a type of the kernel's is for; "" if it is none. */
const char *skep_tracepoint_of(struct skep *skep, u32 type);

/* The number by which perf_event_open(2) knows an event of tracefs, where tracefs cannot be read;
 * 0 if there is no such event. */
u32 skep_tracepoint_number(struct skep *skep, const char *group, const char *name);

/* Whether a number is one of those. */
bool skep_tracepoint_is_own(u64 number);

enum { SKEP_EVENT_NAME = 128 };

/* The name of the event of a number, which may be Linux's where tracefs can be read; false if there
 * is none. */
bool skep_tracepoint_named(struct skep *skep, u64 number, char name[SKEP_EVENT_NAME]);

/* How many bytes of context an event of a name gives; UINT32_MAX if that is not known. */
u32 skep_tracepoint_fields(struct skep *skep, const char *name);

#endif
