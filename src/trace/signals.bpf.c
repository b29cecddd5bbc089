/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* Signals that are sent: by whom, to whom, and what became of them. */
#include "trace/events.bpf.h"

static inline void on_signal(u64 *ctx)
{
	struct task_struct *to = (void *)ctx[2];
	struct skep_trace_event *e;

	if (!wanted() && !wanted_task(to))
		return;
	e = new_event(sizeof(*e), 0);
	if (!e)
		return;
	e->numbers[0] = (u32)ctx[0];
	e->numbers[1] = (u32)BPF_CORE_READ(to, tgid);
	e->numbers[2] = (u32)ctx[4];
	bpf_probe_read_kernel_str(e->text, SKEP_TRACE_COMM, to->comm);
	send(e);
}

ON_TRACEPOINT(signal_generate, on_signal)
