/* SPDX-License-Identifier: BSD-2-Clause */
/* The functions of a program as it runs. Private to the room. */
#ifndef SKEP_SYSCALL_FUNCTIONS_H
#define SKEP_SYSCALL_FUNCTIONS_H

#include "syscall/system.h"

/* The code that runs, or what was loaded where nothing runs. */
struct skep_runnable {
	const struct bpf_insn *insns;
	const u32 *origin; /* slots of what was loaded; NULL: they are the same */
	u32 count;
};

struct skep_runnable skep_prog_runnable(const struct skep_prog_entity *e);

/* In the order of their machine code, which is that of their instructions. */
struct skep_functions {
	u32 count;
	u32 *starts; /* owned; slots of runnable code */
};

/* How many a program has; 0: memory ran out. */
u32 skep_functions_count(const struct skep_prog_entity *e);

/* False if memory ran out. */
bool skep_functions_init(struct skep_functions *f, const struct skep_prog_entity *e);
void skep_functions_fini(struct skep_functions *f);

/* Of a program that is machine code: where that of a function begins, and how many bytes it has. */
u64 skep_function_address(const struct skep_functions *f, const struct skep_prog_entity *e, u32 i);
u32 skep_function_length(const struct skep_functions *f, const struct skep_prog_entity *e, u32 i);

/* By its types, the program's if they tell of no functions. */
const char *skep_function_name(const struct skep_functions *f, const struct skep_prog_entity *e,
			       u32 i);

#endif
