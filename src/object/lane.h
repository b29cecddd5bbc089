/* SPDX-License-Identifier: BSD-2-Clause */
/* The program of a running object on packets: a lane for each thread that runs it, with a virtual
 * CPU of its own, and what was counted in it. In Linux, the CPU is the thread's. */
#ifndef SKEP_OBJECT_LANE_H
#define SKEP_OBJECT_LANE_H

#include <skep/packet.h>

#include "object/running.h"
#include "object/verdicts.h"

struct skep_running_lane;

enum { SKEP_TALLY_MAX = 64 }; /* names that are counted apart from one another */

/* How often something was named. */
struct skep_tally {
	const void *thing; /* a map; NULL: an interface; or the code of a program */
	const char *name;  /* of it; NULL: there is none; set by skep_running_sum() */
	u32 target;	   /* key or interface */
	u64 count;
};

struct skep_tallies {
	struct skep_tally rows[SKEP_TALLY_MAX];
	u32 count;
	u64 others; /* for which there was no row left */
};

struct skep_counts {
	u64 packets, bytes;		 /* that the program ran on */
	u64 refused;			 /* packets that are too short or too long for its type */
	u64 nanoseconds;		 /* that it took */
	u64 verdicts[SKEP_VERDICTS_MAX]; /* by row of skep_verdicts_of() */
	u64 fates[SKEP_FATES];
	struct skep_tallies targets; /* of packets that were redirected; Linux does not say */
	struct skep_tallies
	    ends; /* of runs that ended in another program, by tail calls; the same */
};

/* What became of a packet; lent for the call. */
struct skep_outcome {
	enum skep_fate fate;
	u32 verdict;
	const u8 *data;
	u32 size; /* bytes that are left of it */
};

/* Who wants to know. NULL: nobody, which is cheaper. */
typedef void skep_outcome_take(void *context, u32 packet, const struct skep_outcome *outcome);

/* NULL with *d set. The caller owns it; at most options.cpus at a time. */
SKEP_MUST_USE struct skep_running_lane *skep_running_lane_new(struct skep_running *r,
							      struct skep_diag *d);
void skep_running_lane_free(struct skep_running_lane *lane); /* NULL is allowed */

/* Runs the program on packets, one after the other. Records that it sent to ring buffers are handed
 * on meanwhile. One thread at a time for one lane. */
void skep_running_lane_run(struct skep_running_lane *lane, const struct skep_packet *packets,
			   u32 count, skep_outcome_take *take, void *context);

/* Adds what a lane counted. The first of the sum is to be all zeros. */
void skep_running_sum(const struct skep_running_lane *lane, struct skep_counts *sum);

#endif
