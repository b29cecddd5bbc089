/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* How often programs and libraries come to the places that they marked for tracing. */
#include "trace/functions.bpf.h"

SEC("uprobe")
int on_mark(void *ctx)
{
	struct skep_trace_key key;

	if (begin_key(&key, ctx))
		add_one(&key);
	return 0;
}
