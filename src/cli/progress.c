/* SPDX-License-Identifier: BSD-2-Clause */
#include "cli/progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum {
	CALLS = 64, /* batches between two looks at the clock */
	FIRST_MS = 1000,
	EACH_MS = 200,
};

static s64 now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (s64)t.tv_sec * 1000000000 + t.tv_nsec;
}

void skep_progress_begin(struct skep_progress *p, bool quiet)
{
	*p = (struct skep_progress){.verb = "match", .off = !quiet || !isatty(STDERR_FILENO)};
	if (!p->off)
		p->next = now() + FIRST_MS * 1000000LL;
}

void skep_progress_show(struct skep_progress *p, struct skep_source_progress at, u64 matches)
{
	s64 time;

	if (p->off || ++p->calls % CALLS || at.total == 0)
		return;
	time = now();
	if (time < p->next)
		return;
	p->next = time + EACH_MS * 1000000LL;
	p->shown = true;
	fprintf(stderr, "\r%3u %% of %llu MB, %llu packets %s ",
		(unsigned)((double)at.done / (double)at.total * 100),
		(unsigned long long)(at.total >> 20), (unsigned long long)matches, p->verb);
}

void skep_progress_end(struct skep_progress *p)
{
	if (p->shown)
		fprintf(stderr, "\r%60s\r", "");
	p->shown = false;
}
