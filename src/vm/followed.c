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
#define LOOK                                                                                       \
	if (!run->look(run, (u32)(op - code->ops), r))                                             \
	goto stopped
#define ARGUMENTS(number)                                                                          \
	if (!skep_run_allows_call(run, number, r))                                                 \
	goto stopped
#include "vm/checked.inc"
