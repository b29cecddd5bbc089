/* SPDX-License-Identifier: BSD-2-Clause */
/* Memory that helpers take for what a program keeps on its stack. The program gives it back, the
 * verifier sees to that; what a run has left that was stopped goes with skep_lend_end_all(). */
#ifndef SKEP_VM_LEND_H
#define SKEP_VM_LEND_H

#include "vm/env.h"

/* Not initialised; NULL: there is no memory. */
SKEP_MUST_USE void *skep_lend(struct skep_env *env, size_t size);
void skep_lend_end(void *memory);
void skep_lend_end_all(struct skep_env *env);

#endif
