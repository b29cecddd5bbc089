/* SPDX-License-Identifier: BSD-2-Clause */
#ifndef SKEP_TESTS_VERIFY_INTERPRETER_H
#define SKEP_TESTS_VERIFY_INTERPRETER_H

#include "base/alloc.h"
#include "vm/vm.h"

skep_entry interpreter_watched;

/* Is called before each instruction, with r0 to r10; false stops the run. Whoever links this has
 * it. */
bool interpreter_look(struct skep_run *run, u32 insn, const u64 *r);

/* Code that runs in it; freed with skep_code_free. */
struct skep_code *interpreter_make(const struct skep_prog *prog, const struct skep_helpers *helpers,
				   struct skep_diag *d);

#endif
