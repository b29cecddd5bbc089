/* SPDX-License-Identifier: BSD-2-Clause */
/* Tests that are data. A .t file is a comment (anything before the first section) and sections:
 *
 *	What this shows.
 *	-- asm
 *	r0 = 1
 *	exit
 *	-- result
 *	0x1
 *
 * A line `-- NAME` opens a section; its text goes to the next such line. Blank lines at its end do
 * not count; a text that is not empty ends in one newline. */
#ifndef SKEP_TESTS_DATAFILE_H
#define SKEP_TESTS_DATAFILE_H

#include <stdbool.h>
#include <stddef.h>

enum { DATAFILE_SECTIONS = 32 };

struct datafile_section {
	char *name;    /* owned */
	char *text;    /* owned */
	unsigned line; /* of its first line of text, from 1 */
};

struct datafile {
	char *path;    /* owned */
	char *comment; /* owned; what stands before the first section */
	struct datafile_section sections[DATAFILE_SECTIONS];
	size_t count;
};

/* Reads a file; false (and a TAP failure that says why) if it is no data file. Free it either way.
 */
bool datafile_read(const char *path, struct datafile *f);
void datafile_free(struct datafile *f);

/* The last two parts of the path: a short name for TAP lines. Borrowed from f. */
const char *datafile_name(const struct datafile *f);

/* The text of a section, borrowed until the file is freed or blessed; NULL if there is none. */
const char *datafile_get(const struct datafile *f, const char *section);

/* One TAP result: the section's text is `got`. With `bless` a difference is written into the file
 * instead, and the section made if it is missing. */
void datafile_expect(struct datafile *f, const char *section, const char *got, bool bless);

/* Reads a text of hex digits (white space between bytes, comments from '#' to the end of a line)
 * into a malloc'd block of *size bytes, which is the caller's. NULL if the text is no hex. */
unsigned char *datafile_hex(const char *text, size_t *size);

/* Calls `run` for each file *.t below `directory`, in the order of their names. Returns how many
 * there were; none is a TAP failure. */
int datafile_each(const char *directory, void (*run)(struct datafile *f, void *context),
		  void *context);

/* Whether the arguments of main hold --bless. */
bool datafile_blessing(int argc, char **argv);

#endif
