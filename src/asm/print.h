/* SPDX-License-Identifier: BSD-2-Clause */
/* One instruction as text. */
#ifndef SKEP_ASM_PRINT_H
#define SKEP_ASM_PRINT_H

#include <linux/bpf.h>
#include <skep/asm.h>

#include "asm/pattern.h"
#include "base/buffer.h"

/* Appends an instruction without a newline; insn[1] is read for a 64-bit immediate alone. What is
 * no instruction becomes a comment that shows its fields. */
void skep_asm_print(struct skep_buffer *b, const struct bpf_insn *insn, enum skep_syntax syntax);

/* The same with names in place of numbers. */
void skep_asm_print_named(struct skep_buffer *b, const struct bpf_insn *insn,
			  enum skep_syntax syntax, const struct skep_operand_names *names);

/* The name of the map or data that an instruction has by its index; NULL if it has none, or no
 * name. Borrowed from the program. */
const char *skep_asm_map_name(const struct skep_prog *prog, const struct bpf_insn *insn);

#endif
