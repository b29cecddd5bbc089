/* SPDX-License-Identifier: BSD-2-Clause */
/* Operations on numbers as far as Linux sees what they give; with options->beyond, as far as can be
 * seen. */
#ifndef SKEP_VERIFY_SEEN_H
#define SKEP_VERIFY_SEEN_H

#include "verify/walk.h"

/* d = d op s, as the instruction says. */
void skep_seen_alu(const struct skep_walk *w, const struct skep_vinsn *i, struct skep_scalar *d,
		   const struct skep_scalar *s);

/* The low 1, 2 or 4 bytes, without their sign or with it. */
void skep_seen_truncate(const struct skep_walk *w, struct skep_scalar *v, u32 bytes);
void skep_seen_sign_extend(const struct skep_walk *w, struct skep_scalar *v, u32 bytes, u32 bits);

#endif
