/* SPDX-License-Identifier: BSD-2-Clause */
#include "trace/session.h"

#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/alloc.h"
#include "base/array.h"
#include "base/diag.h"
#include "trace/budget.h"
#include "trace/ladder.h"
#include "trace/truth.h"

struct skep_session {
	struct skep_ladder ladder;
	struct skep_budget budget;
	bool passed; /* the budget: it has been detached */
	struct skep_truth truth;
	u64 missed;			    /* what the kernel counted and no program saw */
	struct ring_buffer *ring;	    /* NULL: it sums up */
	const struct skep_trace_sink *sink; /* while events are read */
};

/* ---- opening */

static int receive(void *context, void *data, size_t size)
{
	struct skep_session *t = context;
	struct skep_trace_event e = {0};

	memcpy(&e, data, size < sizeof(e) ? size : sizeof(e));
	t->sink->event(t->sink->context, &e, NULL);
	return 0;
}

static bool listen_to(struct skep_session *t, struct skep_diag *d)
{
	if (t->ladder.tool->unit[0])
		return true;
	t->ring = ring_buffer__new(bpf_object__find_map_fd_by_name(t->ladder.object, "events"),
				   receive, t, NULL);
	return t->ring || skep_fail(d, SKEP_E_SYSTEM, "cannot read the events of %s: %s",
				    t->ladder.tool->name, strerror(errno));
}

static int counts_of(const struct skep_session *t)
{
	return bpf_object__find_map_fd_by_name(t->ladder.object, "counts");
}

struct skep_session *skep_session_open(const struct skep_trace_tool *tool,
				       const struct skep_trace_wish *wish, struct skep_diag *d)
{
	struct skep_session *t = skep_alloc(sizeof(*t));

	if (!t) {
		skep_fail_nomem(d);
		return NULL;
	}
	t->ladder.tool = tool;
	t->ladder.wish = *wish;
	if (skep_ladder_climb(&t->ladder, d) && listen_to(t, d) &&
	    (wish->budget <= 0 ||
	     skep_budget_begin(&t->budget, wish->budget, t->ladder.object, d))) {
		skep_truth_begin(&t->truth, tool, wish, counts_of(t));
		return t;
	}
	skep_session_free(t);
	return NULL;
}

void skep_session_describe(const struct skep_session *trace, struct skep_buffer *b)
{
	skep_ladder_describe(&trace->ladder, b);
}

/* ---- events */

static s64 now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (s64)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Milliseconds to sleep of those that are left; below 0: for ever. */
static int nap(const struct skep_session *t, s64 left)
{
	s64 look = t->ring ? SKEP_TRACE_LOOK : t->budget.limit > 0 ? SKEP_BUDGET_TICK : -1;

	return (int)(left < 0 || (look >= 0 && look < left) ? look : left);
}

bool skep_session_wait(struct skep_session *trace, const struct skep_trace_sink *sink, int stop,
		       int limit, bool *stopped)
{
	s64 end = now_ms() + limit;
	struct pollfd fds[2] = {
	    {.fd = stop, .events = POLLIN},
	    {.fd = trace->ring ? ring_buffer__epoll_fd(trace->ring) : -1, .events = POLLIN},
	};

	*stopped = false;
	for (;;) {
		s64 left = limit < 0 ? -1 : end - now_ms();

		if (limit >= 0 && left <= 0)
			return true;
		if (poll(fds, 2, nap(trace, left)) < 0 && errno != EINTR)
			return false;
		if (trace->ring)
			skep_session_drain(trace, sink);
		trace->passed = skep_budget_passed(&trace->budget, trace->ladder.object);
		if (fds[0].revents || trace->passed) {
			*stopped = true;
			return true;
		}
	}
}

void skep_session_drain(struct skep_session *trace, const struct skep_trace_sink *sink)
{
	trace->sink = sink;
	if (trace->ring)
		ring_buffer__consume(trace->ring);
	if (sink->settled)
		sink->settled(sink->context);
}

/* ---- rows */

struct row {
	struct skep_trace_key key;
	struct skep_trace_sum sum;
};

struct rows {
	struct row *data;
	size_t count, room;
};

static int by_total(const void *a, const void *b)
{
	const struct row *left = a, *right = b;

	if (left->sum.total != right->sum.total)
		return left->sum.total < right->sum.total ? 1 : -1;
	if (left->sum.count != right->sum.count)
		return left->sum.count < right->sum.count ? 1 : -1;
	return memcmp(&left->key, &right->key, sizeof(left->key));
}

/* A key at a time is taken out with its value, so that nothing is counted between and forgotten. */
static bool take_rows(int fd, struct rows *rows)
{
	struct row row;

	while (bpf_map_get_next_key(fd, NULL, &row.key) == 0) {
		if (bpf_map_lookup_and_delete_elem(fd, &row.key, &row.sum) < 0)
			continue;
		if (!SKEP_PUSH(rows, row))
			return false;
	}
	return true;
}

static void hand_out(const struct skep_places *places, const struct skep_trace_sink *sink,
		     const struct row *row)
{
	struct skep_trace_event e = {.head.pid = row->key.pid};
	const struct skep_trace_sum *sum = &row->sum;

	memcpy(e.head.comm, row->key.comm, sizeof(e.head.comm));
	e.numbers[SKEP_ROW_ID] = row->key.id;
	e.numbers[SKEP_ROW_COUNT] = sum->count;
	e.numbers[SKEP_ROW_ERRORS] = sum->errors;
	e.numbers[SKEP_ROW_TOTAL] = sum->total;
	e.numbers[SKEP_ROW_AVERAGE] = sum->count ? sum->total / sum->count : 0;
	e.numbers[SKEP_ROW_MOST] = sum->most;
	e.numbers[SKEP_ROW_USER_STACK] = row->key.user_stack;
	e.numbers[SKEP_ROW_KERNEL_STACK] = row->key.kernel_stack;
	if (row->key.id < places->count)
		snprintf(e.text, sizeof(e.text), "%s", places->data[row->key.id].name);
	sink->event(sink->context, &e, sum);
}

bool skep_session_rows(struct skep_session *trace, const struct skep_trace_sink *sink,
		       struct skep_diag *d)
{
	struct rows rows = {0};
	bool ok = true;

	if (trace->ladder.tool->unit[0])
		ok =
		    take_rows(bpf_object__find_map_fd_by_name(trace->ladder.object, "rows"), &rows);
	if (rows.count)
		qsort(rows.data, rows.count, sizeof(*rows.data), by_total);
	for (size_t i = 0; i < rows.count; i++)
		hand_out(&trace->ladder.places, sink, &rows.data[i]);
	skep_free(rows.data);
	return ok || skep_fail_nomem(d);
}

u32 skep_session_stack(const struct skep_session *trace, u32 number,
		       u64 addresses[SKEP_TRACE_FRAMES])
{
	u32 key = number - 1, count = 0;
	int fd = bpf_object__find_map_fd_by_name(trace->ladder.object, "stacks");

	memset(addresses, 0, SKEP_TRACE_FRAMES * sizeof(addresses[0]));
	if (!number || number == SKEP_TRACE_STACK_LOST || bpf_map_lookup_elem(fd, &key, addresses))
		return 0;
	while (count < SKEP_TRACE_FRAMES && addresses[count])
		count++;
	return count;
}

/* ---- the end */

void skep_session_detach(struct skep_session *trace)
{
	trace->missed += skep_truth_end(&trace->truth, trace->ladder.tool, counts_of(trace));
	skep_ladder_detach(&trace->ladder);
}

bool skep_session_passed(const struct skep_session *trace, double *spent)
{
	*spent = trace->budget.spent;
	return trace->passed;
}

/* What the programs counted, what they missed, and the runs that Linux left out because the program
 * was running on that processor already. */
u64 skep_session_lost(const struct skep_session *trace)
{
	struct bpf_program *prog;
	u32 key = SKEP_TRACE_LOST;
	u64 lost = 0;

	bpf_map_lookup_elem(counts_of(trace), &key, &lost);
	lost += trace->missed;
	bpf_object__for_each_program(prog, trace->ladder.object)
	{
		struct bpf_prog_info info = {0};
		u32 size = sizeof(info);

		if (bpf_obj_get_info_by_fd(bpf_program__fd(prog), &info, &size) == 0)
			lost += info.recursion_misses;
	}
	return lost;
}

void skep_session_free(struct skep_session *trace)
{
	if (!trace)
		return;
	if (trace->ladder.object)
		skep_session_detach(trace);
	skep_budget_end(&trace->budget);
	ring_buffer__free(trace->ring);
	skep_ladder_fini(&trace->ladder);
	skep_free(trace);
}
