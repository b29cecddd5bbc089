/* SPDX-License-Identifier: BSD-2-Clause */
/* What the verifier of a system said, in the words of this room. Private to it. */
#ifndef SKEP_OBJECT_TELL_H
#define SKEP_OBJECT_TELL_H

#include "object/verify.h"

struct skep_loading;

typedef void skep_tell_each(void *context, const struct skep_object_verdict *verdict);

/* Hands over the verdict on a program, of which `v` says what is known before it is loaded. */
void skep_tell(const struct skep_loading *loading, struct skep_object_verdict v,
	       skep_tell_each *each, void *context);

#endif
