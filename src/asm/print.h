/* SPDX-License-Identifier: BSD-2-Clause */
/* One instruction as text. */
#ifndef SKEP_ASM_PRINT_H
#define SKEP_ASM_PRINT_H

#include <linux/bpf.h>
#include <skep/asm.h>

#include "base/buffer.h"

/* Appends an instruction without a newline; insn[1] is read for a 64-bit immediate alone. What is
 * no instruction becomes a comment that shows its fields. */
void skep_asm_print(struct skep_buffer *b, const struct bpf_insn *insn, enum skep_syntax syntax);

#endif
