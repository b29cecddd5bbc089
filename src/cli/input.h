/* SPDX-License-Identifier: BSD-2-Clause */
/* Files that are read and written as a whole. */
#ifndef SKEP_CLI_INPUT_H
#define SKEP_CLI_INPUT_H

#include <skep/diag.h>

#include "base/buffer.h"

/* Appends all bytes of a file, "-" is standard input. False with *d set. */
SKEP_MUST_USE bool skep_input_read(const char *path, struct skep_buffer *b, struct skep_diag *d);

/* What to call a file in messages: its path, or "standard input". */
const char *skep_input_name(const char *path);

/* Whether what was read is text to its end; a byte 0 would hide the rest. False with *d set. */
SKEP_MUST_USE bool skep_input_is_text(const struct skep_buffer *b, struct skep_diag *d);

/* Reads bytes from a text of hex digits, two a byte; white space, commas and 0x stand between them.
 * False with *d set to the place in the text. */
SKEP_MUST_USE bool skep_input_hex(const char *text, struct skep_buffer *bytes, struct skep_diag *d);

/* Writes a file; NULL and "-" are standard output. False with *d set. */
SKEP_MUST_USE bool skep_output_write(const char *path, const void *bytes, size_t size,
				     struct skep_diag *d);

#endif
