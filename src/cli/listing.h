/* SPDX-License-Identifier: BSD-2-Clause */
/* A program as a listing that the assembler reads back: functions as labels, all that is no
 * instruction in comments. */
#ifndef SKEP_CLI_LISTING_H
#define SKEP_CLI_LISTING_H

#include <skep/asm.h>

#include "base/buffer.h"
#include "object/object.h"

enum { SKEP_LISTING_ERRORS = 8 }; /* errors that are told, the others are counted */

struct skep_listing {
	const struct skep_prog *prog;
	const struct skep_object *object; /* that the program is of; NULL: of none */
	enum skep_syntax syntax;
	bool bytes; /* each instruction's bytes behind it */
	bool json;

	u32 error_count; /* instructions that could not be decoded, or the program is wrong */
	struct skep_diag errors[SKEP_LISTING_ERRORS];
	u32 next_function, next_line, next_extern; /* of the object */
	const struct skep_object_line *shown;	   /* the line of source that was listed last */
};

/* Appends the listing. What is no instruction is shown, and counted with its reason; if all are,
 * what else keeps the listing from being assembled is counted. */
void skep_listing_print(struct skep_listing *l, struct skep_buffer *b);

#endif
