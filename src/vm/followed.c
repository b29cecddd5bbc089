/* SPDX-License-Identifier: BSD-2-Clause */
#include <string.h>

#include "base/bytes.h"
#include "isa/alu.h"
#include "vm/atomic.h"
#include "vm/env.h"
#include "vm/vm.h"

/* The checked interpreter once more, with somebody who looks before each instruction: how far a run
 * goes, and what is in its registers. */
#define INTERPRETER skep_interpret_followed
#define START                                                                                      \
	memset(stack, 0, sizeof(stack));                                                           \
	r[0] = r[5] = r[6] = r[7] = r[8] = r[9] = 0;                                               \
	run->stack_start = (u64)(uintptr_t)stack
#define BEFORE                                                                                     \
	if (!run->budget--) {                                                                      \
		run->fault = SKEP_FAULT_BUDGET;                                                    \
		goto stopped;                                                                      \
	}                                                                                          \
	if (!run->look(run, (u32)(op - code->ops), r))                                             \
	goto stopped
#define RETURNED    run->stack_start = r[10] - (depth + 1) * SKEP_STACK_FRAME
#define FRAME	    run->stack_end = r[10]
#define CALLED_BACK r[0] = r[6] = r[7] = r[8] = r[9] = 0
#define ACCESS(at, size, write)                                                                    \
	if (!skep_run_allows(run, at, size, write))                                                \
	goto stopped
#define TABLE(at)                                                                                  \
	if (!skep_run_knows_table(run, at))                                                        \
	goto stopped
#define ALIGNED(at, size)                                                                          \
	if (at % (size)) {                                                                         \
		run->fault = SKEP_FAULT_ALIGN;                                                     \
		run->fault_address = at;                                                           \
		run->fault_size = size;                                                            \
		goto stopped;                                                                      \
	}
#define ARGUMENTS(number)                                                                          \
	if (!skep_run_allows_call(run, number, r))                                                 \
	goto stopped
#define LEAVE return r[0]
#include "vm/interp.inc"
