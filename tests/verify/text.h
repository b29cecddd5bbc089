/* SPDX-License-Identifier: BSD-2-Clause */
/* The text of one program: sets put in, maps numbered, raw instructions kept apart. */
#ifndef SKEP_TESTS_VERIFY_TEXT_H
#define SKEP_TESTS_VERIFY_TEXT_H

#include <skep/prog.h>

#include "subject.h"

enum { SET_ROWS = 96, SETS = 32, SET_TEXT = 400 };

/* `-- set NAME`: rows of a key and a text. */
struct set {
	char name[16];
	u32 count;
	struct {
		char key[32];
		char text[SET_TEXT];
	} rows[SET_ROWS];
};

/* Reads the rows. Returns NULL, or what is wrong with them. */
const char *set_read(struct set *s, const char *name, const char *text);

/* What stands for `$name`. */
struct binding {
	const char *name, *text; /* borrowed */
};

/* Puts bindings into a text: the longest name counts. The result is the caller's. */
char *text_bind(const char *text, const struct binding *bindings, u32 count);

/* What names in programs stand for. */
struct names {
	const struct subject_maps *maps;
	const struct skep_kernel *kernel; /* for kfunc[NAME]; NULL: there are none */
	const struct btf *types;	  /* for type[NAME]; NULL: there are none */
};

/* Assembles. NULL with the reason in `wrong`. */
struct skep_prog *text_assemble(const char *text, const struct names *names,
				char wrong[SUBJECT_TEXT]);

#endif
