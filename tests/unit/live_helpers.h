/* SPDX-License-Identifier: BSD-2-Clause */
/* Helpers and maps as the tests of liveness have them: Linux's numbers, what matters of their
 * prototypes. */
#ifndef SKEP_UNIT_LIVE_HELPERS_H
#define SKEP_UNIT_LIVE_HELPERS_H

#include "verify/code.h"

/* For struct skep_vcode_input. Maps by descriptor: 1 has keys of 4 bytes and values of 16, 2 has
 * keys of 8 and values that hold pointers; of others nothing is known. */
bool live_call(const void *context, const struct skep_vinsn *insn, struct skep_vcall *call);

/* context is the array of instructions. */
struct skep_vmap live_map(const void *context, u32 slot);

#endif
