/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* What runs when a clock ticks on its processor, or when an event of perf happens. */
#include "trace/rows.bpf.h"
#include "trace/stacks.bpf.h"

SEC("perf_event")
int on_sample(void *ctx)
{
	u64 both = bpf_get_current_pid_tgid();
	struct skep_trace_key key = {.pid = both >> 32};

	if (!both || !wanted()) /* 0: nothing runs */
		return 0;
	bpf_get_current_comm(key.comm, sizeof(key.comm));
	take_stacks(ctx, &key.user_stack, &key.kernel_stack);
	add_one(&key);
	return 0;
}
