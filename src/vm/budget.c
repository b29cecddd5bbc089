/* SPDX-License-Identifier: BSD-2-Clause */
#include <string.h>

#include "base/bytes.h"
#include "isa/alu.h"
#include "vm/atomic.h"
#include "vm/env.h"
#include "vm/vm.h"

/* The interpreter that counts. */
#define INTERPRETER skep_interpret_budget
#define START
#define BEFORE                                                                                     \
	if (!run->budget--) {                                                                      \
		run->fault = SKEP_FAULT_BUDGET;                                                    \
		goto stopped;                                                                      \
	}
#define RETURNED
#define FRAME
#define CALLED_BACK
#define ACCESS(at, size, write)
#define TABLE(at)
#define ALIGNED(at, size)
#define ARGUMENTS(number)
#define LEAVE return r[0]
#include "vm/interp.inc"
