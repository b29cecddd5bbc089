/* SPDX-License-Identifier: BSD-2-Clause */
/* Where bpf(2) of this process goes: to a system of skep, in this process or behind a broker, or to
 * Linux. libbpf and others call it through syscall(3), which this room supplies to the program that
 * links it. */
#ifndef SKEP_PRELOAD_ROUTE_H
#define SKEP_PRELOAD_ROUTE_H

#include "syscall/skep.h"

/* From here on bpf(2) goes to a system, borrowed until the next call; NULL: to Linux, as at the
 * start. Returns the one before. The route is the whole process's, because libc's entry points say
 * nothing of who calls. */
struct skep *skep_route_set(struct skep *skep);

/* Whether it goes to a system in this process. */
bool skep_route_is_set(void);

/* From here on bpf(2) goes through a function where it would go to Linux. */
void skep_route_far(long (*far)(const struct skep_bpf_args *args));

/* Whether it goes to Linux. */
bool skep_route_is_linux(void);

/* One call that goes the chosen way, but never to Linux: -ENOSYS there. */
long skep_route_call(const struct skep_bpf_args *args);

#endif
