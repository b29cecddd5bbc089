/* SPDX-License-Identifier: BSD-2-Clause */
/* What programs of Linux did in an interval, from two lists of what lives, and how it looks. */
#ifndef SKEP_CLI_TOP_TABLE_H
#define SKEP_CLI_TOP_TABLE_H

#include "base/buffer.h"
#include "linux/programs.h"

enum { SKEP_TOP_PAST = 8 }; /* intervals that a sparkline shows */

struct skep_top_row {
	struct skep_linux_program program;
	u64 runs, nanoseconds;	 /* in this interval */
	u64 past[SKEP_TOP_PAST]; /* runs in the last intervals, the newest last */
};

/* One interval; all zero before the first. */
struct skep_top_table {
	struct skep_top_row *rows; /* owned; the busiest first */
	size_t count;
	struct skep_linux_map *maps; /* owned; the fullest first */
	size_t map_count;
	size_t ended;	 /* programs that are gone since the interval before */
	u64 nanoseconds; /* length of the interval */
};

/* Makes the table of an interval from the one before and what lives now; both stay the caller's.
 * A program that was not there before has run since it was loaded. False: memory ran out. */
SKEP_MUST_USE bool skep_top_table_next(struct skep_top_table *t,
				       const struct skep_top_table *before,
				       const struct skep_linux_living *now, u64 nanoseconds);
void skep_top_table_fini(struct skep_top_table *t);

/* Appends a table to be read, of so many lines at most; 0: all there are. */
void skep_top_table_print(struct skep_buffer *b, const struct skep_top_table *t, u32 lines);

/* Appends an object a line. */
void skep_top_table_json(struct skep_buffer *b, const struct skep_top_table *t);

#endif
