/* SPDX-License-Identifier: BSD-2-Clause */
/* Programs that are an operation of one of the kernel's structs (struct_ops). */
#ifndef SKEP_VERIFY_OPS_H
#define SKEP_VERIFY_OPS_H

#include "verify/walk.h"

/* Refuses programs of this type that cannot be the operation that they say. */
SKEP_MUST_USE bool skep_ops_fit(struct skep_walk *w);

/* As what type a program asks for a helper; 0: it may not call it, whatever its type may. */
u32 skep_ops_asks_as(const struct skep_walk *w, s32 helper);

/* Whether an argument of the operation, a pointer, may be NULL. */
bool skep_ops_nullable(const struct skep_walk *w, u32 number);

#endif
