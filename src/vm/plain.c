/* SPDX-License-Identifier: BSD-2-Clause */
#include <string.h>

#include "base/bytes.h"
#include "isa/alu.h"
#include "vm/atomic.h"
#include "vm/vm.h"

/* The interpreter that pays for nothing. */
#define INTERPRETER skep_interpret_plain
#define START
#define BEFORE
#define FRAME
#define ACCESS(at, size, write)
#define ALIGNED(at, size)
#include "vm/interp.inc"
