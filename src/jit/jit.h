/* SPDX-License-Identifier: BSD-2-Clause */
/* Machine code in place of the interpreter. One of x86_64.c, arm64.c and absent.c is built. */
#ifndef SKEP_JIT_H
#define SKEP_JIT_H

#include "vm/vm.h"

/* Makes decoded code run as machine code. False with *d set if that cannot be; the code is then as
 * it was. */
SKEP_MUST_USE bool skep_jit_compile(struct skep_code *code, struct skep_diag *d);

/* As skep_code_new_with, with helpers that have no prototypes; `helpers` is copied, its table
 * borrowed; NULL: those of the options. */
SKEP_MUST_USE struct skep_code *skep_code_make(const struct skep_prog *prog,
					       const struct skep_code_options *options,
					       const struct skep_helpers *helpers,
					       struct skep_diag *d);

#endif
