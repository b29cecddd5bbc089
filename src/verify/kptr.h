/* SPDX-License-Identifier: BSD-2-Clause */
/* Pointers that are kept in fields of map values and of objects (kptr): to structs of the kernel,
 * or to objects of the program's own types.
 *
 * Where the field owns what it points to, only bpf_kptr_xchg changes it; what is read lives as long
 * as the RCU read lock is held. Where it does not, any pointer of its type may be stored, and what
 * is read may be gone. */
#ifndef SKEP_VERIFY_KPTR_H
#define SKEP_VERIFY_KPTR_H

#include "verify/local.h"

/* Whether a field is such a pointer. */
bool skep_special_is_kptr(const struct skep_special *s);

/* A load or store that touches part of field `s` of a map value. */
SKEP_MUST_USE bool skep_kptr_access(struct skep_walk *w, const struct skep_access *a,
				    const struct skep_special *s);

/* ---- bpf_kptr_xchg */

/* What a pointer in field `s`, of map or object r, looks like: its type, without a reference. */
SKEP_MUST_USE bool skep_kptr_type(struct skep_walk *w, const struct skep_reg *r,
				  const struct skep_special *s, struct skep_reg *kept);

/* Whether r<number> may be put where `kept` is: what the program owns, of exactly that type. */
SKEP_MUST_USE bool skep_kptr_takes(struct skep_walk *w, u32 number, const struct skep_reg *kept);

/* r<number> has been put there: who had it no longer owns it. */
SKEP_MUST_USE bool skep_kptr_give(struct skep_walk *w, u32 number);

#endif
