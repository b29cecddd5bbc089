/* SPDX-License-Identifier: BSD-2-Clause */
/* How far a long run has come, on a terminal that shows nothing else. One thread. */
#ifndef SKEP_CLI_PROGRESS_H
#define SKEP_CLI_PROGRESS_H

#include "capture/source.h"

struct skep_progress {
	bool shown;	  /* a line is on the terminal */
	bool off;	  /* nobody would see it */
	const char *verb; /* what is said of the packets that are counted */
	u32 calls;
	s64 next; /* monotonic nanoseconds before which nothing is shown */
};

/* `quiet` = standard output is not a terminal that packets are printed on. */
void skep_progress_begin(struct skep_progress *p, bool quiet);

/* To be called for each batch; looks at the clock only now and then. */
void skep_progress_show(struct skep_progress *p, struct skep_source_progress done, u64 matches);

/* Takes the line away. */
void skep_progress_end(struct skep_progress *p);

#endif
