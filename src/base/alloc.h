/* SPDX-License-Identifier: BSD-2-Clause */
/* The only way to memory. The product links alloc.c; tests link tests/fault_alloc.c instead, which
 * can make the n-th call fail. Nobody else calls malloc, so that a test can fail each in turn. */
#ifndef SKEP_BASE_ALLOC_H
#define SKEP_BASE_ALLOC_H

#include "base/types.h"

/* Returns `size` zeroed bytes that the caller owns, or NULL. Thread-safe. */
SKEP_MUST_USE void *skep_alloc(size_t size);

/* Grows or shrinks; new bytes are not zeroed. On NULL the old block is as it was. Thread-safe. */
SKEP_MUST_USE void *skep_realloc(void *block, size_t size);

/* Gives back; NULL is allowed. Thread-safe. */
void skep_free(void *block);

#endif
