/* SPDX-License-Identifier: BSD-2-Clause */
/* The stream of lines that programs print, as clients read it from trace_pipe. Private to the room;
 * from any thread. */
#ifndef SKEP_SYSCALL_TRACE_H
#define SKEP_SYSCALL_TRACE_H

#include <pthread.h>

#include "base/buffer.h"

struct skep_trace {
	pthread_mutex_t mutex; /* of all below */
	struct {
		int *data; /* our ends of sockets */
		size_t count, room;
	} readers;
	struct skep_buffer kept; /* while there are no readers, up to a limit */
};

void skep_trace_init(struct skep_trace *trace);
void skep_trace_fini(struct skep_trace *trace);

/* Adds a line. Readers that do not keep up lose it. */
void skep_trace_line(struct skep_trace *trace, const char *text, size_t length);

/* A descriptor from which lines can be read: those that nobody has read, then what comes; -errno.
 */
int skep_trace_open(struct skep_trace *trace);

#endif
