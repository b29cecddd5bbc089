/* SPDX-License-Identifier: BSD-2-Clause */
/* Telling profilers and debuggers of machine code. */
#ifndef SKEP_JIT_PROFILE_H
#define SKEP_JIT_PROFILE_H

#include "vm/vm.h"

/* Tells what options->profile asks for about code->native. False with *d set if a file could not
 * be written, or memory ran out. Thread-safe. */
SKEP_MUST_USE bool skep_jit_announce(struct skep_code *code,
				     const struct skep_code_options *options, struct skep_diag *d);

#endif
