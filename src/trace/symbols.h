/* SPDX-License-Identifier: BSD-2-Clause */
/* Names of addresses: of the kernel (/proc/kallsyms), and of processes while they live, from the
 * files that they have mapped (.symtab and .dynsym). What was read once is kept. One thread. */
#ifndef SKEP_TRACE_SYMBOLS_H
#define SKEP_TRACE_SYMBOLS_H

#include "base/types.h"

struct skep_symbols;

/* NULL if memory ran out. */
struct skep_symbols *skep_symbols_new(void);

/* The function at an address, lent until the symbols are freed: its name; "[libfoo.so+0x1234]" if
 * the file does not tell; "0x7f..." if the process has gone, or has no file there. NULL if memory
 * ran out. */
const char *skep_symbols_kernel(struct skep_symbols *s, u64 address);
const char *skep_symbols_user(struct skep_symbols *s, u32 pid, u64 address);

/* Forgets what is known of processes, which may have changed since, or have gone. */
void skep_symbols_refresh(struct skep_symbols *s);

/* Frees; NULL is allowed. */
void skep_symbols_free(struct skep_symbols *s);

#endif
