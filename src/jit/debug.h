/* SPDX-License-Identifier: BSD-2-Clause */
/* What a debugger is told of machine code: where the stack pointer is, and where functions begin.
 * Noted while code is written, if it was asked for. */
#ifndef SKEP_JIT_DEBUG_H
#define SKEP_JIT_DEBUG_H

#include "jit/jumps.h"

enum { SKEP_JIT_NO_REGISTER = 0xff };

/* From here on. Registers have DWARF's numbers. */
struct skep_jit_mark {
	struct skep_jit_label place; /* placed: `at` is counted from the start of the code */
	s32 depth;		     /* bytes from `base` to the caller's frame */
	u8 base;		     /* the register counted from */
	u8 saved;  /* a register of the caller that lies just `depth` bytes below its frame */
	bool part; /* nothing of what was said before holds: this is called, not gone on to */
};

struct skep_jit_debug {
	struct {
		struct skep_jit_mark *data; /* owned; ascending places */
		size_t count, room;
	} marks;
	struct {
		u32 *data; /* owned; slots of the program where functions begin, ascending */
		size_t count, room;
	} functions;
	u32 *offsets; /* owned; of the functions, from the start of the code; once placed */
	void *teller; /* of who tells the debugger */
};

/* NULL is allowed. */
void skep_jit_debug_free(struct skep_jit_debug *debug);

#endif
