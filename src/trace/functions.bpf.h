/* SPDX-License-Identifier: GPL-2.0 OR BSD-2-Clause */
/* For programs called in programs and libraries: the cookie is the number of the place. */
#ifndef SKEP_TRACE_FUNCTIONS_BPF_H
#define SKEP_TRACE_FUNCTIONS_BPF_H

#include "trace/rows.bpf.h"
#include "trace/stacks.bpf.h"

/* False: this process is not wanted. */
static inline __attribute__((always_inline)) bool begin_key(struct skep_trace_key *key, void *ctx)
{
	if (!wanted())
		return false;
	__builtin_memset(key, 0, sizeof(*key));
	key->pid = bpf_get_current_pid_tgid() >> 32;
	key->id = (u32)bpf_get_attach_cookie(ctx);
	bpf_get_current_comm(key->comm, sizeof(key->comm));
	take_stacks(ctx, &key->user_stack, &key->kernel_stack);
	return true;
}

#endif
