/* SPDX-License-Identifier: BSD-2-Clause */
/* Memory of one phase (compile, verify, lower): handed out piece by piece, given back at once.
 * One thread at a time. */
#ifndef SKEP_BASE_ARENA_H
#define SKEP_BASE_ARENA_H

#include "base/types.h"

struct skep_arena_block; /* private */

struct skep_arena {
	struct skep_arena_block *newest; /* owned list, newest first; NULL while empty */
};

/* An arena starts as {0}; fini frees all that it handed out and leaves it empty and usable. */
void skep_arena_fini(struct skep_arena *arena);

/* Returns `size` zeroed bytes, 16-byte aligned, borrowed until skep_arena_fini; NULL if memory ran
 * out. */
SKEP_MUST_USE void *skep_arena_alloc(struct skep_arena *arena, size_t size);

/* Returns room for `count` zeroed objects of `size` bytes; NULL also if the product overflows. */
SKEP_MUST_USE void *skep_arena_array(struct skep_arena *arena, size_t count, size_t size);

/* Returns a NUL-terminated copy of `length` bytes, borrowed until skep_arena_fini, or NULL. */
SKEP_MUST_USE char *skep_arena_text(struct skep_arena *arena, const char *text, size_t length);

#endif
