/* SPDX-License-Identifier: BSD-2-Clause */
/* Text of JSON (RFC 8259). */
#ifndef SKEP_BASE_JSON_H
#define SKEP_BASE_JSON_H

#include "base/buffer.h"

/* Appends a string with its quotes. What is not UTF-8 becomes U+FFFD. */
void skep_json_string(struct skep_buffer *b, const char *text);

#endif
