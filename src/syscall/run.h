/* SPDX-License-Identifier: BSD-2-Clause */
/* Running a program of a system on many packets, without a call of bpf(2) for each. A lane has a
 * virtual CPU and a row of stages: packets are put on all of them, the programs run one after the
 * other, and what they made of their packets can be looked at. One thread at a time for one lane;
 * many lanes at once. */
#ifndef SKEP_SYSCALL_RUN_H
#define SKEP_SYSCALL_RUN_H

#include <skep/packet.h>

#include "base/types.h"

struct skep;
struct skep_lane;

enum { SKEP_LANE_ROW = 16 }; /* packets at a time */

struct skep_lane_result {
	int error;	/* -errno: the type takes no such packet, nothing ran */
	u32 verdict;	/* the low half of r0 */
	const u8 *data; /* the packet as it is now; NULL: programs of the type change none */
	size_t size;	/* bytes of it */
	/* Where the program said that the packet goes, whether it returned that or not. */
	const void *map; /* see skep_lane_map_id(); NULL: `target` is an interface */
	u32 target;	 /* or key */
	/* What ran last: not `program`'s own code if it was a tail call. */
	const void *ended;
};

/* A lane for the program of a descriptor; waits for a virtual CPU that no run has. NULL: -EBADF or
 * -EINVAL for the descriptor, -EOPNOTSUPP for a program that cannot run here, -ENOMEM. The caller
 * owns it; `skep` is borrowed until skep_lane_free. */
SKEP_MUST_USE struct skep_lane *skep_lane_new(struct skep *skep, int program, int *error);
void skep_lane_free(struct skep_lane *lane);

/* Runs the program on up to SKEP_LANE_ROW packets; results[i] is that of packets[i], lent until the
 * next call. Returns the nanoseconds that the programs took. */
u64 skep_lane_run(struct skep_lane *lane, const struct skep_packet *packets, u32 count,
		  struct skep_lane_result *results);

/* What skep_lane_result.ended is where no tail call was made. */
const void *skep_lane_own(const struct skep_lane *lane);

/* The id of a map that a result names, or of a program that one ended in; 0: it is gone. */
u32 skep_lane_map_id(const struct skep_lane *lane, const void *map);
u32 skep_lane_program_id(const struct skep_lane *lane, const void *ended);

/* Whether programs of a type (BPF_PROG_TYPE_...) can run here. */
bool skep_lane_is_offered(u32 prog_type);

/* Whether they can change packets, so that results have them. */
bool skep_lane_changes(u32 prog_type);

#endif
