/* SPDX-License-Identifier: BSD-2-Clause */
/* What the targets of the assembler have in common. */
#ifndef SKEP_FUZZ_ASM_ROUND_H
#define SKEP_FUZZ_ASM_ROUND_H

#include "prog/prog.h"

/* Ends the run unless the program's text, in every form, reads back as the same instructions and
 * data. */
void asm_round(const struct skep_prog *prog);

#endif
