/* SPDX-License-Identifier: BSD-2-Clause */
/* From code that has been written to code that runs. */
#ifndef SKEP_JIT_INSTALL_H
#define SKEP_JIT_INSTALL_H

#include "jit/jumps.h"
#include "vm/vm.h"

/* Puts code where it will run and makes the program use it. False, with nothing changed, if that
 * cannot be: with *d set if there is no memory for it, it is too long, or the system does not allow
 * it; without a word, *far being set, if its calls out do not reach from there. */
SKEP_MUST_USE bool skep_jit_install(struct skep_code *code, const struct skep_jit_draft *draft,
				    bool *far, struct skep_diag *d);

#endif
