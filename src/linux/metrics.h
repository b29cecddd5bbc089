/* SPDX-License-Identifier: BSD-2-Clause */
/* What lives in Linux's BPF system as metrics, in the text form of OpenMetrics 1.0: runs and times
 * of programs, how full maps are, and what maps and variables hold, by their types in BTF.
 *
 *	value: unsigned integer of 4 or 8 bytes		a counter
 *	other integer, bool, enumeration		a gauge
 *	array of unsigned integers whose name is
 *	slots or has hist in it; an array map so named	a histogram of powers of two
 *	other array					a sample for each element, label index
 *	struct						each of its members, MAP_MEMBER
 *	address, text, bytes				nothing
 *
 * Keys become labels: a member each, else `key`; their texts are those of object/value.h, but a
 * member cgroup_id or cgroup of 8 bytes becomes the path of the group, if it lives. */
#ifndef SKEP_LINUX_METRICS_H
#define SKEP_LINUX_METRICS_H

#include <skep/diag.h>

#include "base/buffer.h"

struct skep_live;

/* Which programs and maps; none at all: every one that lives. */
struct skep_metrics_choice {
	struct {
		u32 *data; /* ids */
		size_t count, room;
	} programs, maps;
};

struct skep_metrics_options {
	struct skep_metrics_choice choice;
	bool all;  /* choice does not matter */
	u32 rows;  /* elements of a map that have labels of their own; the rest is added up */
	u32 bound; /* elements of a map that are read at most */
	const char *const *gauges; /* "MAP", "MAP.MEMBER" or a variable: what else were counters */
	u32 gauge_count;
};

/* Adds programs and maps of an object. False: memory ran out. */
SKEP_MUST_USE bool skep_metrics_choose(struct skep_metrics_choice *choice,
				       const struct skep_live *live);
void skep_metrics_choice_fini(struct skep_metrics_choice *choice);

/* Appends them all. False with *d set. */
SKEP_MUST_USE bool skep_metrics_write(struct skep_buffer *b,
				      const struct skep_metrics_options *options,
				      struct skep_diag *d);

#endif
