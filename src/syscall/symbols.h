/* SPDX-License-Identifier: BSD-2-Clause */
/* Functions of the kernel that runs, by its /proc/kallsyms: names are there for everybody,
 * addresses for root. Private to the room. */
#ifndef SKEP_SYSCALL_SYMBOLS_H
#define SKEP_SYSCALL_SYMBOLS_H

#include <stddef.h>

#include "base/types.h"

struct skep_symbol {
	u64 address;	  /* 0: hidden */
	const char *line; /* kind, name and module, with the line's end; borrowed for the visit */
	const char *name; /* in it, not ended */
	size_t length;	  /* of the name */
};

/* Visits all functions; not at all if they cannot be read. */
void skep_symbols_each(void (*visit)(void *context, const struct skep_symbol *s), void *context);

/* How many functions have a name. */
u32 skep_symbols_count(const char *name);

#endif
