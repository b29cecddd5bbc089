/* SPDX-License-Identifier: BSD-2-Clause */
/* What a comparison is made of. Private to the room. */
#ifndef SKEP_OBJECT_DIFF_PARTS_H
#define SKEP_OBJECT_DIFF_PARTS_H

#include "base/arena.h"
#include "object/diff.h"
#include "object/lane.h"

enum { SKEP_DIFF_IGNORED = 64 };

/* What became of a packet. */
struct skep_diff_outcome {
	bool ran, changed; /* changed: it has bytes of its own */
	u32 verdict, size;
	const u8 *data; /* in the arena */
};

/* A record of a ring buffer, an element of a map, or a variable. */
struct skep_diff_entry {
	enum skep_diff_kind kind;
	u32 order;  /* of the map or variable in the object */
	u32 number; /* of the entry in it, which counts where there is no key */
	const char *name;
	struct skep_value_type key_type;
	const void *key;	     /* NULL: there is none */
	const char *key_text, *text; /* in the arena */
};

/* One of the two, with what it did since it was compared last. */
struct skep_diff_half {
	struct skep_diff *diff;
	struct skep_running *running;
	struct skep_running_lane *lane; /* once it runs */
	struct skep_arena arena;	/* of what follows */
	struct skep_diff_outcome *outcomes;
	struct {
		struct skep_diff_entry *data;
		size_t count, room;
	} entries;
	u32 order;   /* of the map or variable that is listed */
	u32 number;  /* of the next element in it */
	bool failed; /* memory ran out */
};

struct skep_diff {
	struct skep_diff_options options;
	struct skep_diff_half halves[SKEP_DIFF_SIDES];
	const struct skep_packet *packets; /* that run */
	u64 *numbers;			   /* of those that are compared, counted from 1 */
	struct skep_diff_counts counts;
	u64 met;      /* bits of options.ignored that something is called by */
	u64 misnamed; /* ... whose member the type does not have */
};

/* Whether something is to be left out, by either of two names; NULL: it has one. */
bool skep_diff_ignores(struct skep_diff *diff, const char *name, const char *other);

/* Keeps an entry with the text of its value, in which ignored members are zero. */
void skep_diff_keep(struct skep_diff_half *half, struct skep_diff_entry entry,
		    const struct skep_value_type *type, const void *value);

/* Compares the entries of both halves and forgets them. */
void skep_diff_entries(struct skep_diff *diff);

#endif
