/* SPDX-License-Identifier: BSD-2-Clause */
/* Lines in the form of Linux's trace_pipe. A reader has one end of a socket: writing to it raises
 * no signal when the reader is gone. */
#include "syscall/trace.h"

#include <errno.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/array.h"
#include "syscall/system.h"

enum { KEPT_MAX = 256 * 1024 }; /* bytes */

void skep_trace_init(struct skep_trace *trace)
{
	pthread_mutex_init(&trace->mutex, NULL);
}

void skep_trace_fini(struct skep_trace *trace)
{
	for (size_t i = 0; i < trace->readers.count; i++)
		close(trace->readers.data[i]);
	skep_free(trace->readers.data);
	skep_buffer_fini(&trace->kept);
	pthread_mutex_destroy(&trace->mutex);
}

/* Which process and CPU a line is from is not known here: the columns are there for those who take
 * lines apart. */
static void format(struct skep_buffer *b, const char *text, size_t length)
{
	bool ends = length && text[length - 1] == '\n';
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	skep_buffer_printf(b, "%16s-%-7d [%03d] ..... %6lld.%06ld: bpf_trace_printk: ", "skep", 0,
			   0, (long long)t.tv_sec, t.tv_nsec / 1000);
	skep_buffer_bytes(b, text, length);
	skep_buffer_text(b, ends ? "" : "\n");
}

/* To all readers; those that are gone are forgotten. The mutex is held. */
static void hand_out(struct skep_trace *trace, const struct skep_buffer *line)
{
	for (size_t i = trace->readers.count; i--;) {
		int fd = trace->readers.data[i];

		if (send(fd, line->data, line->count, MSG_NOSIGNAL | MSG_DONTWAIT) >= 0 ||
		    errno == EAGAIN)
			continue;
		close(fd);
		trace->readers.data[i] = trace->readers.data[--trace->readers.count];
	}
}

void skep_trace_line(struct skep_trace *trace, const char *text, size_t length)
{
	struct skep_buffer line = {0};

	format(&line, text, length);
	pthread_mutex_lock(&trace->mutex);
	if (!line.failed)
		hand_out(trace, &line);
	if (!trace->readers.count && trace->kept.count + line.count <= KEPT_MAX)
		skep_buffer_bytes(&trace->kept, line.data, line.count);
	pthread_mutex_unlock(&trace->mutex);
	skep_buffer_fini(&line);
}

int skep_trace_open(struct skep_trace *trace)
{
	int ends[2], error = 0;

	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends))
		return -errno;
	pthread_mutex_lock(&trace->mutex);
	if (!SKEP_PUSH(&trace->readers, ends[0])) {
		error = -ENOMEM;
	} else {
		hand_out(trace, &trace->kept);
		skep_buffer_fini(&trace->kept);
		trace->kept = (struct skep_buffer){0};
	}
	pthread_mutex_unlock(&trace->mutex);
	if (error) {
		close(ends[0]);
		close(ends[1]);
	}
	return error ?: ends[1];
}

long skep_cmd_trace_pipe(struct skep_bpf_call *call)
{
	return skep_trace_open(&call->skep->trace);
}
