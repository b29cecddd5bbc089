/* SPDX-License-Identifier: BSD-2-Clause */
/* Telling gdb of machine code. */
#ifndef SKEP_JIT_GDB_H
#define SKEP_JIT_GDB_H

#include "vm/vm.h"

/* Until code->native is released, gdb knows it by `name`. False with *d set if memory ran out.
 * Thread-safe. */
SKEP_MUST_USE bool skep_jit_tell_gdb(struct skep_code *code, const char *name, struct skep_diag *d);

#endif
