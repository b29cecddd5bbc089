/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Requests to block devices, when they are done. */
#include "trace/events.bpf.h"

#include "trace/block.bpf.h"

static inline void tell(const struct asked *asked)
{
	struct skep_trace_event *e = new_event(sizeof(*e), 0);
	u64 now;

	if (!e)
		return;
	now = e->head.time;
	e->head = asked->head;
	e->head.time = now;
	e->numbers[0] = asked->operation;
	e->numbers[1] = asked->sector;
	e->numbers[2] = asked->bytes;
	e->numbers[3] = (asked->given ? asked->given : now) - asked->head.time;
	e->numbers[4] = now - asked->head.time;
	e->numbers[5] = asked->error;
	__builtin_memcpy(e->text, asked->disk, sizeof(asked->disk));
	send(e);
}

static inline void on_done(u64 *ctx)
{
	end_request(ctx[0], tell);
}

ON_TRACEPOINT(block_io_done, on_done)
ON_TRACEPOINT(block_io_start, on_begin)
