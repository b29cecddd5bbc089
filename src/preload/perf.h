/* SPDX-License-Identifier: BSD-2-Clause */
/* Perf events under the route. An event is Linux's if Linux opens it, and skep's in three cases:
 * programs write to it; a program of skep's is set on it, whose descriptor means nothing to Linux;
 * or Linux refuses it to this user, or does not know it, and it is a tracepoint, a probe, or for
 * all processes of a CPU. Those two are stand-ins: they never happen. */
#ifndef SKEP_PRELOAD_PERF_H
#define SKEP_PRELOAD_PERF_H

#include "base/types.h"

/* perf_event_open(2); -errno. */
long skep_perf_open(const long args[6]);

/* Whether Linux says that to who may not, or of what it does not know. */
bool skep_perf_is_refused(long result);

/* Puts a stand-in in place of an event of Linux's, at the same descriptor; false if it is none that
 * this process or its parents have opened. */
bool skep_perf_adopt(int fd);

/* PERF_EVENT_IOC_SET_BPF; -ENOTTY: neither event nor program is one of skep's. */
long skep_perf_set(int fd, int prog);

/* Says on stderr, the first time that a program is attached to events of the host, that they do not
 * come. */
void skep_perf_note(void);

#endif
