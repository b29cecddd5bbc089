/* SPDX-License-Identifier: BSD-2-Clause */
/* Places in programs and libraries: functions, and marks for tracing (USDT), by pattern. */
#ifndef SKEP_TRACE_PLACES_H
#define SKEP_TRACE_PLACES_H

#include <skep/diag.h>

#include "base/types.h"

struct skep_trace_place {
	char *name;  /* owned: "malloc", "libc:setjmp" */
	u64 offset;  /* in the file */
	u64 counter; /* offset of the number of those who listen; 0: none */
};

/* Zero-initialised. */
struct skep_places {
	struct skep_trace_place *data;
	size_t count, room;
	char path[4096]; /* of the file */
};

/* Finds the places that "FILE:PATTERN" names. FILE is a path, a command in PATH, or what a process
 * has mapped; PATTERN is one of the shell's. False with *d set.
 *
 *   pid    the process; 0: this one
 *   marks  of the marks "PROVIDER:NAME", not of the functions */
SKEP_MUST_USE bool skep_places_find(struct skep_places *p, const char *target, u32 pid, bool marks,
				    struct skep_diag *d);

void skep_places_fini(struct skep_places *p);

#endif
