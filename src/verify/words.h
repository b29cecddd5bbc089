/* SPDX-License-Identifier: BSD-2-Clause */
/* Parts of the sentences that refusals are told in. Texts live as long as the walk. */
#ifndef SKEP_VERIFY_WORDS_H
#define SKEP_VERIFY_WORDS_H

#include "verify/walk.h"

/* What a register holds: "a number", "a pointer to struct task_struct". */
const char *skep_words_reg(struct skep_walk *w, const struct skep_reg *r);

/* What a pointer leads to: "the stack", "a map value". */
const char *skep_words_target(struct skep_walk *w, const struct skep_reg *r);

/* Numbers: "7", "-4 to 7", "any number". */
const char *skep_words_range(struct skep_walk *w, s64 min, s64 max);

/* " from -4 on"; "" if there is as good as no bound. */
const char *skep_words_from(struct skep_walk *w, s64 min);

/* Who an instruction calls, and where: "bpf_ringbuf_reserve at instruction 5". */
const char *skep_words_call(struct skep_walk *w, u32 insn);

/* Bytes: "byte 8", "bytes 8 to 11". */
const char *skep_words_bytes(struct skep_walk *w, s64 first, u32 size);

/* The current instruction as it is printed. */
const char *skep_words_insn(struct skep_walk *w);

#endif
