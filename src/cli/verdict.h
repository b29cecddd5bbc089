/* SPDX-License-Identifier: BSD-2-Clause */
/* What a verifier said of a program, as text. */
#ifndef SKEP_CLI_VERDICT_H
#define SKEP_CLI_VERDICT_H

#include "base/buffer.h"
#include "object/verify.h"

/* Appends the verdict with the reasons of a refusal; `verbose` adds what the verifier did. */
void skep_verdict_text(struct skep_buffer *b, const struct skep_object_verdict *v, bool verbose);

#endif
