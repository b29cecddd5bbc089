/* SPDX-License-Identifier: BSD-2-Clause */
/* Text for manual pages. */
#ifndef SKEP_DOCS_ROFF_H
#define SKEP_DOCS_ROFF_H

#include <stdbool.h>
#include <stddef.h>

/* Writes a text to standard output so that roff takes it literally. */
void skep_roff_put(const char *text, size_t length);
void skep_roff_text(const char *text);

#endif
