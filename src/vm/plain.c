/* SPDX-License-Identifier: BSD-2-Clause */
#include <string.h>

#include "base/bytes.h"
#include "isa/alu.h"
#include "vm/atomic.h"
#include "vm/env.h"
#include "vm/vm.h"

/* The interpreter that pays for nothing. */
#define INTERPRETER skep_interpret_plain
#define START
#define BEFORE
#define RETURNED
#define FRAME
#define CALLED_BACK
#define ACCESS(at, size, write)
#define TABLE(at)
#define ALIGNED(at, size)
#define ARGUMENTS(number)
/* The next packet of a batch costs no call. */
#define LEAVE                                                                                      \
	do {                                                                                       \
		if (!run->more)                                                                    \
			return r[0];                                                               \
		*run->verdicts++ = (u32)r[0];                                                      \
		run->more--;                                                                       \
		run->packet++;                                                                     \
		r[1] = (u64)(uintptr_t)run->packet->data;                                          \
		r[2] = run->packet->caplen;                                                        \
		r[3] = run->packet->wirelen;                                                       \
		r[4] = (u64)(uintptr_t)run->packet;                                                \
		op = code->ops;                                                                    \
		GO();                                                                              \
	} while (0)
#include "vm/interp.inc"
