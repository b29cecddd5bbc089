/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* How often functions of programs and libraries are called. */
#include "trace/functions.bpf.h"

SEC("uprobe")
int on_call(void *ctx)
{
	struct skep_trace_key key;

	if (begin_key(&key, ctx))
		add_one(&key);
	return 0;
}
