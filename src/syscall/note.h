/* SPDX-License-Identifier: BSD-2-Clause */
/* What whoever started a command is told once: that the events which its programs wait for do not
 * come. Private to the room. */
#ifndef SKEP_SYSCALL_NOTE_H
#define SKEP_SYSCALL_NOTE_H

#include "syscall/system.h"

/* A program is attached to events of the host. The first time it is kept as a text, which the
 * command NOTE hands out. */
void skep_note_link(struct skep *skep, const struct skep_link_entity *link);
void skep_note_perf(struct skep *skep, const struct skep_perf_entity *perf,
		    const struct skep_prog_entity *prog);

#endif
