/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Requests to block devices, when they are done. */
#include "trace/events.bpf.h"

#include "trace/block.bpf.h"

SEC("tp_btf/block_io_done")
int on_done(u64 *ctx)
{
	u64 address = ctx[0], now;
	struct asked *asked = bpf_map_lookup_elem(&requests, &address);
	struct skep_trace_event *e;

	if (!asked)
		return 0;
	e = new_event(sizeof(*e), 0);
	if (e) {
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
	bpf_map_delete_elem(&requests, &address);
	return 0;
}
