/* SPDX-License-Identifier: BSD-2-Clause */
/* A text of JSON as a tree. More is read than RFC 8259 allows, as it is typed in a shell: numbers
 * may be hexadecimal (0x1f), and a comma may stand before a closing bracket. */
#ifndef SKEP_OBJECT_JSON_H
#define SKEP_OBJECT_JSON_H

#include <skep/diag.h>

#include "base/arena.h"

enum skep_json_kind {
	SKEP_JSON_NULL,
	SKEP_JSON_FALSE,
	SKEP_JSON_TRUE,
	SKEP_JSON_NUMBER,
	SKEP_JSON_TEXT,
	SKEP_JSON_ARRAY,
	SKEP_JSON_OBJECT,
};

struct skep_json {
	enum skep_json_kind kind;
	const char *name;	 /* of a member of an object */
	const char *text;	 /* of a text; a number as it is spelled */
	size_t at, length;	 /* bytes of the source */
	struct skep_json *first; /* element or member */
	struct skep_json *next;	 /* behind this one */
};

/* Reads a text that holds one value. NULL with *d set to the place of what is wrong. */
SKEP_MUST_USE struct skep_json *skep_json_parse(struct skep_arena *arena, const char *text,
						struct skep_diag *d);

/* The same value as a text: a member's name, which stands before it. */
struct skep_json skep_json_name(const struct skep_json *member);

#endif
