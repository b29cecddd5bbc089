/* SPDX-License-Identifier: BSD-2-Clause */
/* The programs' count is read first when it begins, and last at the end: what happens meanwhile is
 * taken as seen rather than as missed. */
#include "trace/truth.h"

#include <bpf/bpf.h>
#include <unistd.h>

#include "base/alloc.h"
#include "trace/netns.h"

enum { TEXT = 1 << 18 }; /* bytes: /proc/stat has a number for each interrupt */

static bool read_kernels(const struct skep_trace_truth *truth, int fd, u64 *count)
{
	char *text = skep_alloc(TEXT);
	size_t size = 0;
	ssize_t got = 1;
	bool ok;

	while (text && got > 0 && size < TEXT - 1) {
		got = pread(fd, text + size, TEXT - 1 - size, (off_t)size);
		size += got > 0 ? (size_t)got : 0;
	}
	ok = text && got == 0 && truth->count(text, count);
	skep_free(text);
	return ok;
}

static u64 read_seen(int counts, u32 number)
{
	u32 key = SKEP_TRACE_SEEN + number;
	u64 seen = 0;

	bpf_map_lookup_elem(counts, &key, &seen);
	return seen;
}

void skep_truth_begin(struct skep_truth *t, const struct skep_trace_tool *tool,
		      const struct skep_trace_wish *wish, int counts)
{
	for (u32 i = 0; i < SKEP_TRACE_TRUTHS; i++) {
		const struct skep_trace_truth *truth = &tool->view->truths[i];
		u32 known = truth->net ? SKEP_TRACE_BY_NET : 0;

		if (!truth->count || (wish->filter.by & ~known))
			continue;
		t->of[i].fd = skep_trace_netns_open(truth->net ? wish->netns : NULL, truth->file);
		if (t->of[i].fd < 0)
			continue;
		t->of[i].seen = read_seen(counts, i);
		t->of[i].known = read_kernels(truth, t->of[i].fd, &t->of[i].kernels);
		if (!t->of[i].known)
			close(t->of[i].fd);
	}
}

u64 skep_truth_end(struct skep_truth *t, const struct skep_trace_tool *tool, int counts)
{
	u64 missed = 0, kernels, seen;

	for (u32 i = 0; i < SKEP_TRACE_TRUTHS; i++) {
		if (!t->of[i].known)
			continue;
		if (read_kernels(&tool->view->truths[i], t->of[i].fd, &kernels)) {
			kernels -= t->of[i].kernels;
			seen = read_seen(counts, i) - t->of[i].seen;
			missed += kernels > seen ? kernels - seen : 0;
		}
		close(t->of[i].fd);
		t->of[i].known = false;
	}
	return missed;
}
