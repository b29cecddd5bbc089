/* SPDX-License-Identifier: BSD-2-Clause */
/* What BTF says of the program's own functions. */
#ifndef SKEP_VERIFY_TYPES_H
#define SKEP_VERIFY_TYPES_H

#include "verify/walk.h"

/* What a global function takes. */
enum skep_param_kind { SKEP_PARAM_NUMBER, SKEP_PARAM_CTX, SKEP_PARAM_MEM };

struct skep_param {
	u8 kind;   /* enum skep_param_kind */
	bool null; /* MEM: may be NULL */
	u32 size;  /* MEM: bytes */
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

/* Reads what a global function takes; refuses types that Linux does not know what to do with. */
SKEP_MUST_USE bool skep_func_signature(struct skep_walk *w, u32 func, struct skep_signature *s);

/* What func_info tells must be of the program's functions, and those that end from within return
 * int. */
SKEP_MUST_USE bool skep_func_check_info(struct skep_walk *w);

#endif
