/* SPDX-License-Identifier: BSD-2-Clause */
/* Keys that constants of a program are blinded with. */
#ifndef SKEP_JIT_KEY_H
#define SKEP_JIT_KEY_H

#include "base/types.h"

/* The key behind *last, which is 0 before the first; none of its bytes is 0. Nobody can know the
 * first. */
u64 skep_jit_next_key(u64 *last);

#endif
