/* SPDX-License-Identifier: BSD-2-Clause */
/* PROG_STREAM_READ_BY_FD: what a program has written to one of its streams, which goes by that. */
#include <errno.h>
#include <string.h>

#include "base/alloc.h"
#include "syscall/memory.h"
#include "syscall/system.h"
#include "vm/streams.h"

/* attr of the command, as Linux 6.18 has it. */
struct stream_attr {
	u64 buffer;
	u32 size, number, prog;
};

static long take(const struct skep_bpf_call *call, struct skep_streams *streams,
		 const struct stream_attr *attr)
{
	size_t size = attr->size < SKEP_STREAM_LIMIT ? attr->size : SKEP_STREAM_LIMIT;
	char *text = skep_alloc(size + 1);
	int error;

	if (!text)
		return -ENOMEM;
	size = skep_streams_take(streams, attr->number, text, size);
	error = skep_memory_write(call, attr->buffer, text, size);
	skep_free(text);
	return error ?: (long)size;
}

long skep_cmd_stream_read(struct skep_bpf_call *call)
{
	struct skep_prog_entity *prog;
	struct stream_attr attr;
	int error = 0;
	long result = 0;

	memcpy(&attr, call->bytes, sizeof(attr));
	prog = skep_entity_get(call, SKEP_ENTITY_PROG, (int)attr.prog, &error);
	if (!prog)
		return error;
	if (attr.number < 1 || attr.number > SKEP_STREAMS)
		result = -ENOENT;
	else if (prog->streams && attr.size)
		result = take(call, prog->streams, &attr);
	skep_entity_put(prog);
	return result;
}
