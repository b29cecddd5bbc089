/* SPDX-License-Identifier: BSD-2-Clause */
/* What BTF says of the program's own functions. */
#ifndef SKEP_VERIFY_TYPES_H
#define SKEP_VERIFY_TYPES_H

#include "verify/walk.h"

/* What a global function takes. */
enum skep_param_kind {
	SKEP_PARAM_NUMBER,
	SKEP_PARAM_CTX,
	SKEP_PARAM_MEM,
	SKEP_PARAM_DYNPTR,
	SKEP_PARAM_KERNEL,   /* a pointer to a struct of the kernel */
	SKEP_PARAM_ANYWHERE, /* memory to be read, whatever the address */
	SKEP_PARAM_ARENA,
};

struct skep_param {
	u8 kind;   /* enum skep_param_kind */
	u16 flags; /* MEM, KERNEL: those of the register */
	u32 size;  /* MEM: bytes; KERNEL: the type's id */
};

struct skep_signature {
	struct skep_param params[5];
	u32 count;
};

/* Whether a function is global: verified on its own, by its types alone. */
bool skep_func_is_global(const struct skep_walk *w, u32 func);

/* How many registers a function takes, as far as BTF says. */
u32 skep_func_arity(const struct skep_walk *w, u32 func);

/* The name of a function, or "". */
const char *skep_func_name(const struct skep_walk *w, u32 func);

/* params.c: reads what a global function takes; refuses types that Linux does not know what to do
 * with. */
SKEP_MUST_USE bool skep_func_signature(struct skep_walk *w, u32 func, struct skep_signature *s);

/* ... and what the function has in the register then. */
struct skep_reg skep_param_value(struct skep_walk *w, const struct skep_param *p);

/* What func_info tells must be of the program's functions, and those that end from within return
 * int. */
SKEP_MUST_USE bool skep_func_check_info(struct skep_walk *w);

#endif
