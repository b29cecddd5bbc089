/* SPDX-License-Identifier: BSD-2-Clause */
/* Programs as text, in two syntaxes: as Linux's verifier log and bpftool print them
 * (`r1 += 2`, `if r1 > 0x5 goto pc+3`), and with mnemonics (`add %r1, 2`, `jgt %r1, 5, +3`). */
#ifndef SKEP_ASM_H
#define SKEP_ASM_H

#include <skep/prog.h>

enum skep_syntax { SKEP_SYNTAX_LINUX, SKEP_SYNTAX_MNEMONIC };

struct skep_text_options {
	enum skep_syntax syntax;
	bool listing; /* with index and opcode: `12: (15) if r1 == 0x5 goto pc+3` */
	bool data;    /* its data before it, so that it reads back whole */
};

/* Returns the program's text, one instruction a line, which skep_prog_parse reads back to the same
 * instructions (also the listing). The caller frees it with skep_text_free (skep/filter.h).
 * `options` is borrowed; NULL is plain Linux syntax. What is no instruction shows as its eight
 * bytes. NULL with *d set if memory ran out. Thread-safe. */
SKEP_API char *skep_prog_text(const struct skep_prog *prog, const struct skep_text_options *options,
			      struct skep_diag *d);

/* Reads a program; each line may be in either syntax.
 *
 *   text  NUL-terminated, borrowed for the call. A line has labels (`name:`), an instruction, both
 * or neither; jumps and local calls go to a label or a distance (+3, pc+3); helpers are called by
 * number or name; ';' and '//' begin a comment, '#' does at the start of a word. A line
 * `.data NAME "text" 00ff 00*64` makes read-only data (another line of that name behind it goes
 * on), `.map NAME` declares a map; instructions have them as map[NAME] and map[NAME][0]+OFFSET
 *
 * Returns a program that the caller frees with skep_prog_free, checked as skep_code_new checks it;
 * or NULL with *d set to the line, column and reason. Thread-safe. */
SKEP_API struct skep_prog *skep_prog_parse(enum skep_prog_type type, const char *text,
					   struct skep_diag *d);

#endif
