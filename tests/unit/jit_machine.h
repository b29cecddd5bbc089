/* SPDX-License-Identifier: BSD-2-Clause */
/* What test_jit.c has to know of the processor: jit_x86_64.c or jit_arm64.c. */
#ifndef SKEP_TEST_JIT_MACHINE_H
#define SKEP_TEST_JIT_MACHINE_H

#include "jit/jit.h"

struct engine {
	const char *name;
	bool native;
	u32 features; /* the processor's */
	bool blind, retpolines;
};

enum { ENGINES = 8 }; /* at most */

/* Fills in the kinds of machine code there are, the best last; returns how many. What this
 * processor has may be more than the least, not less than what is tried. */
u32 jit_machine_engines(struct engine *list);

/* skep_jit_compile for certain features. */
bool jit_machine_compile(struct skep_code *code, u32 features, struct skep_diag *d);

/* Whether code has a constant of 32 bits in it. */
bool jit_machine_holds(const struct skep_native *native, u32 value);

/* Tests that ask for one processor alone: what its code is, and how long. */
void jit_machine_test(void);

/* Of test_jit.c: a program of `count` instructions, the last of which is an exit; the caller frees.
 */
struct bpf_insn *jit_fill(u32 count, enum skep_insn_id id, struct bpf_insn fields);

/* Of test_jit.c: r0 of a program as machine code; *size is the bytes of that. */
u64 jit_run(const struct bpf_insn *insns, u32 count, size_t *size);

#endif
