/* SPDX-License-Identifier: BSD-2-Clause */
/* The closest of several words to a misspelt one. Plain values; nothing is allocated. */
#ifndef SKEP_FILTER_SPELL_H
#define SKEP_FILTER_SPELL_H

#include "base/types.h"

struct skep_spell {
	const char *word; /* borrowed; not NUL-terminated */
	size_t length;
	const char *best; /* the closest that was tried, NULL while none is close */
	u32 cost;	  /* letters to change in it, 0: only upper and lower case differ */
};

/* Starts with the word that is not known. */
void skep_spell_init(struct skep_spell *s, const char *word, size_t length);

/* Offers a word that is known; kept if closer than all before and close at all. */
void skep_spell_try(struct skep_spell *s, const char *known);

#endif
