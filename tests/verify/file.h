/* SPDX-License-Identifier: BSD-2-Clause */
/* A theme: many small programs in one file, each with what becomes of it.
 *
 *	What the theme is.
 *	-- type xdp                          what programs are loaded as, until the next such line
 *	-- maps                              maps of all that follow: maps.c
 *	values array 4 48 1
 *	-- funcs                             types of functions (funcs.c) of all that follow
 *	-- before                            instructions before each of the programs that follow
 *	-- after                             ... and behind them
 *	-- case stores below the stack       a program
 *	*(u64 *)(r10 - 520) = 0
 *	-- refuse stack @0                   ... is refused, with this class, at this instruction
 *	-- case stores in it
 *	...
 *	-- accept
 *
 * A table is one program for each pair of its sets' rows; `$P` stands for the row's text, in which
 * ';' ends an instruction. Its cells say "ok" or class and instruction.
 *
 *	-- set P
 *	ctx    r2 = r1
 *	stack  r2 = r10
 *	-- set OP
 *	+=
 *	-=
 *	-- table pointers in arithmetic: P OP
 *	$P
 *	r2 $OP 1
 *	-- expect
 *	P      +=   -=
 *	ctx    ok   ok
 *	stack  ok   arithmetic@1
 *
 * `-- facts` behind a case has what is known of its instructions (facts.c).
 *
 * `-- reasons` has all reasons why it is refused that do not follow from each other.
 *
 * `-- example` behind a case that is refused has an input with which it traps (example.c); nothing
 *if there is none.
 *
 * Structs of the program stand in `-- funcs` (subject.h), which comes before the maps whose values
 *are such; type[NAME] is the number of one.
 *
 * `-- kernel` before programs that call functions of the kernel, kfunc[NAME]: they are left out
 * where its types are not those of Linux 6.18. var[NAME] is a variable of the kernel, struct[NAME]
 *the number of a struct, off[STRUCT.MEMBER] an offset in one.
 *
 * Where Linux does otherwise, `-- linux accept: why`, `-- linux refuse: why` or in tables
 * `-- linux ROW COLUMN accept: why` says so. map[NAME] names a map; `raw HEX` is an instruction in
 * bytes. */
#ifndef SKEP_TESTS_VERIFY_FILE_H
#define SKEP_TESTS_VERIFY_FILE_H

#include <stddef.h>

struct section {
	char *head; /* owned; the line behind "-- " */
	char *text; /* owned */
};

struct theme {
	const char *path; /* borrowed */
	char *comment;	  /* owned */
	struct {
		struct section *data;
		size_t count, room;
	} sections;
};

/* Reads a file; false if it cannot be read. Free it either way. */
_Bool theme_read(struct theme *t, const char *path);
void theme_free(struct theme *t);

/* Writes it back. */
void theme_write(const struct theme *t);

/* Puts a section at a place, before the one that is there. */
void theme_insert(struct theme *t, size_t at, const char *head, const char *text);

/* Makes the section at a place another. */
void theme_set(struct theme *t, size_t at, const char *head, const char *text);

/* Whether a section's head begins with a word; what is behind it, or NULL. */
const char *section_is(const struct section *s, const char *word);

#endif
