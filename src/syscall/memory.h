/* SPDX-License-Identifier: BSD-2-Clause */
/* The caller's memory, whose addresses need not be right: that of this process or of another one.
 */
#ifndef SKEP_SYSCALL_MEMORY_H
#define SKEP_SYSCALL_MEMORY_H

#include "base/types.h"

struct skep_bpf_call;

/* -EFAULT if not all of it can be read or written. */
SKEP_MUST_USE int skep_memory_read(const struct skep_bpf_call *call, void *to, u64 from,
				   size_t size);
SKEP_MUST_USE int skep_memory_write(const struct skep_bpf_call *call, u64 to, const void *from,
				    size_t size);

/* Reads a text of at most `size` bytes with its NUL; cuts a longer one. */
SKEP_MUST_USE int skep_memory_text(const struct skep_bpf_call *call, char *to, u64 from,
				   size_t size);

#endif
