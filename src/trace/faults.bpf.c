/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Page faults: how many, for each process, by what was done. */
#include "trace/rows.bpf.h"

/* Of the error code that the processor pushes (x86). */
enum { WRITE = 1 << 1, EXECUTE = 1 << 4 };

enum { BY_READ, BY_WRITE, BY_EXECUTE, OF_KERNEL = 3 }; /* names in faults.c */

struct trace_event_raw_exceptions {
	unsigned long error_code;
} KERNEL;

static inline void count_fault(u64 error_code, u32 of)
{
	u64 both = bpf_get_current_pid_tgid();
	struct skep_trace_key key = {.pid = both >> 32, .id = BY_READ};

	if (!wanted())
		return;
	if (error_code & WRITE)
		key.id = BY_WRITE;
	if (error_code & EXECUTE)
		key.id = BY_EXECUTE;
	key.id += of;
	bpf_get_current_comm(key.comm, sizeof(key.comm));
	add_one(&key);
}

static inline void on_user(u64 *ctx)
{
	count_fault(ctx[2], 0);
}

ON_TRACEPOINT(page_fault_user, on_user)
ON_PLAIN(exceptions, page_fault_user, on_user, exceptions, 0, 0, e->error_code)

static inline void on_kernel(u64 *ctx)
{
	count_fault(ctx[2], OF_KERNEL);
}

ON_TRACEPOINT(page_fault_kernel, on_kernel)
ON_PLAIN(exceptions, page_fault_kernel, on_kernel, exceptions, 0, 0, e->error_code)
