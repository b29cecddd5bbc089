/* SPDX-License-Identifier: BSD-2-Clause */
/* Filling a struct skep_diag. Each function returns false, so that a caller can write
 * `return skep_fail(...)`. Only the first failure is kept: a filled diag is left as it is.
 * d may be NULL where the caller does not want to know why. Not for sharing between threads. */
#ifndef SKEP_BASE_DIAG_H
#define SKEP_BASE_DIAG_H

#include <skep/diag.h>
#include <stdarg.h>

#include "base/types.h"

/* Fails at no particular place. */
SKEP_COLD SKEP_PRINTF(3, 4) bool skep_fail(struct skep_diag *d, enum skep_error code,
					   const char *what, ...);

/* Fails at a place. */
SKEP_COLD SKEP_PRINTF(4, 5) bool skep_fail_at(struct skep_diag *d, enum skep_error code,
					      struct skep_place place, const char *what, ...);

/* The same with the arguments as a va_list. */
SKEP_COLD bool skep_fail_va(struct skep_diag *d, enum skep_error code, struct skep_place place,
			    const char *what, va_list args);

/* Adds what to do to a diag that has just been filled; a hint that is there stays. */
SKEP_COLD SKEP_PRINTF(2, 3) bool skep_hint(struct skep_diag *d, const char *hint, ...);

/* Memory ran out. */
SKEP_COLD bool skep_fail_nomem(struct skep_diag *d);

/* Places. */
struct skep_place skep_place_insn(u64 index);
struct skep_place skep_place_offset(u64 offset);

/* The place of `length` bytes at `offset` of `text`: counts the lines before it.
 * O(offset): for errors and warnings only. */
struct skep_place skep_place_text(const char *text, size_t offset, size_t length);

#endif
