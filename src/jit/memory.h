/* SPDX-License-Identifier: BSD-2-Clause */
/* Memory for machine code: written first, then run, never both at once. */
#ifndef SKEP_JIT_MEMORY_H
#define SKEP_JIT_MEMORY_H

#include <skep/diag.h>

#include "base/types.h"

/* Returns at least `size` writable bytes, within reach of `near` where the system allows it; NULL
 * with *d set if there are none. `number` is one that no other live memory was made with. */
SKEP_MUST_USE u8 *skep_jit_memory_new(size_t size, const void *near, u64 number,
				      struct skep_diag *d);

/* From now on it can be run and not be written. False with *d set if the system does not allow it.
 */
SKEP_MUST_USE bool skep_jit_memory_seal(u8 *memory, size_t size, struct skep_diag *d);

/* `size` is what was asked for. */
void skep_jit_memory_free(u8 *memory, size_t size);

#endif
