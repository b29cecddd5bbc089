/* SPDX-License-Identifier: BSD-2-Clause */
/* The names that a text gives: labels, blocks of data. Collected in the order of the text, sorted
 * once, then searched. One thread at a time. */
#ifndef SKEP_ASM_NAMES_H
#define SKEP_ASM_NAMES_H

#include "base/types.h"

struct skep_name {
	const char *text; /* borrowed; no NUL behind it */
	u32 length;	  /* bytes */
	u32 index;	  /* what it stands for */
};

struct skep_names {
	struct skep_name *data; /* owned */
	size_t count, room;
};

void skep_names_fini(struct skep_names *names);

/* False if memory ran out. */
SKEP_MUST_USE bool skep_names_add(struct skep_names *names, struct skep_name name);

/* Sorts, so that names can be found. Returns a name that stands twice, in its second place, or
 * NULL. */
const struct skep_name *skep_names_sort(struct skep_names *names);

/* Finds a name among sorted ones, or NULL. */
const struct skep_name *skep_names_find(const struct skep_names *names, const char *text,
					u32 length);

#endif
