/* SPDX-License-Identifier: BSD-2-Clause */
#include <string.h>

#include "base/bytes.h"
#include "isa/alu.h"
#include "vm/atomic.h"
#include "vm/env.h"
#include "vm/vm.h"

/* The interpreter that looks at every access, so that it can be the judge of the others. What a
 * program has not written reads as 0. */
#define INTERPRETER skep_interpret_checked
#define LOOK
#define ARGUMENTS(number)                                                                          \
	if (!skep_run_allows_call(run, number, r))                                                 \
	goto stopped
#include "vm/checked.inc"
