/* SPDX-License-Identifier: BSD-2-Clause */
/* Perf events that programs are attached to. Private to the room. */
#ifndef SKEP_SYSCALL_PROBES_H
#define SKEP_SYSCALL_PROBES_H

#include <limits.h>

#include "syscall/system.h"

struct perf_event_attr;

/* What an event is about that the caller describes; -errno as of perf_event_open(2), -ENOSYS if
 * programs cannot be attached to it. */
SKEP_MUST_USE int skep_probe_parse(const struct skep_bpf_call *call,
				   const struct perf_event_attr *event, struct skep_probe *probe);
void skep_probe_fini(struct skep_probe *probe);

/* Puts a program on an event, as Linux allows it; -errno. */
SKEP_MUST_USE int skep_probe_set(struct skep *skep, struct skep_perf_entity *e,
				 struct skep_prog_entity *prog, u64 cookie);

/* Takes it from there. The system's mutex is held. */
void skep_probe_clear(struct skep_probe *probe);

/* Whether a path of the caller's means a file; *size, and what it is called without links (`real`
 * may be NULL). -errno, `special` if it is no regular file. */
SKEP_MUST_USE int skep_probe_file(const struct skep_bpf_call *call, const char *name, int special,
				  u64 *size, char real[PATH_MAX]);

#endif
