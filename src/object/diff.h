/* SPDX-License-Identifier: BSD-2-Clause */
/* One object loaded twice, in skep and in Linux, and where what it does differs: verdict and bytes
 * of each packet, records of ring buffers, elements of maps, variables. One thread. */
#ifndef SKEP_OBJECT_DIFF_H
#define SKEP_OBJECT_DIFF_H

#include <skep/packet.h>

#include "object/running.h"

struct skep_diff;

enum skep_diff_kind {
	SKEP_DIFF_VERDICTS, /* a packet that skep does not run has none there */
	SKEP_DIFF_BYTES,    /* of types that can change packets */
	SKEP_DIFF_EVENTS,
	SKEP_DIFF_ELEMENTS,
	SKEP_DIFF_VARIABLES,
	SKEP_DIFF_KINDS,
};

enum skep_diff_side { SKEP_DIFF_SKEP, SKEP_DIFF_LINUX, SKEP_DIFF_SIDES };

/* Borrowed for the call. */
struct skep_difference {
	enum skep_diff_kind kind;
	u64 packet;			    /* counted from 1; 0: it is not about one */
	const char *name;		    /* of a map or variable; NULL: it is about a packet */
	const char *key;		    /* of an element; NULL: it has none */
	const char *sides[SKEP_DIFF_SIDES]; /* what is there; NULL: nothing is */
};

struct skep_diff_options {
	const char *path, *prog; /* as in struct skep_running_options */
	/* Maps, ring buffers, sections and variables that may differ; with members of their values
	 * behind a dot these alone: "events.time". */
	const char *const *ignored;
	u32 ignored_count; /* at most 64 */
	bool json;	   /* values are printed so */
	void (*refused)(void *context, const struct skep_object_verdict *verdict);
	void (*different)(void *context, const struct skep_difference *difference);
	void *context;
};

struct skep_diff_counts {
	u64 packets;
	u64 untried; /* of these: BPF_PROG_TEST_RUN takes none as short or long */
	u64 compared[SKEP_DIFF_KINDS], different[SKEP_DIFF_KINDS];
	u64 nanoseconds[SKEP_DIFF_SIDES]; /* that the program took */
};

/* Opens the object for both sides. NULL with *d set. The caller owns it; options are borrowed. */
SKEP_MUST_USE struct skep_diff *skep_diff_new(const struct skep_diff_options *options,
					      struct skep_diag *d);
void skep_diff_free(struct skep_diff *diff); /* NULL is allowed */

/* One side: to set and load it as its own, after skep_running_enter(). */
struct skep_running *skep_diff_running(struct skep_diff *diff, enum skep_diff_side side);

/* Runs both sides, which are loaded, on the next packets. False with *d set. */
SKEP_MUST_USE bool skep_diff_run(struct skep_diff *diff, const struct skep_packet *packets,
				 u32 count, struct skep_diag *d);

/* Compares what maps and variables hold. False with *d set, also where nothing is called as one of
 * the ignored. */
SKEP_MUST_USE bool skep_diff_finish(struct skep_diff *diff, struct skep_diag *d);

struct skep_diff_counts skep_diff_counts(const struct skep_diff *diff);

#endif
