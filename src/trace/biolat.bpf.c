/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* How long requests to block devices take, by device and operation. */
#include "trace/rows.bpf.h"

#include "trace/block.bpf.h"

static inline void tell(const struct asked *asked)
{
	struct skep_trace_key key = {.id = asked->operation};

	__builtin_memcpy(key.comm, asked->disk, sizeof(key.comm) - 1);
	add_value(&key, (bpf_ktime_get_ns() - asked->head.time) / 1000, asked->error);
}

static inline void on_done(u64 *ctx)
{
	end_request(ctx[0], tell);
}

ON_TRACEPOINT(block_io_done, on_done)
ON_TRACEPOINT(block_io_start, on_begin)
