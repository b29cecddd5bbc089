/* SPDX-License-Identifier: BSD-2-Clause */
#include "trace/session.h"

#include <bpf/bpf.h>
#include <bpf/libbpf.h>
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/array.h"
#include "base/diag.h"
#include "linux/explain.h"
#include "object/log.h"

enum { LINKS = 16 };

struct skep_session {
	const struct skep_trace_tool *tool;
	struct bpf_object *object;
	struct bpf_link *links[LINKS];
	u32 link_count;
	struct ring_buffer *ring;	    /* NULL: it sums up */
	const struct skep_trace_sink *sink; /* while events are read */
};

static u64 now_ns(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (u64)t.tv_sec * 1000000000 + (u64)t.tv_nsec;
}

/* ---- opening */

static bool open_object(struct skep_session *t, const struct skep_trace_filter *filter,
			struct skep_diag *d)
{
	const struct skep_trace_object *o = t->tool->object;
	struct skep_trace_filter own = *filter;
	struct bpf_map *map;

	if (!o->size) {
		skep_fail(d, SKEP_E_UNSUPPORTED, "this skep has no programs for %s", t->tool->name);
		return skep_hint(d, "they are compiled when skep is built with clang there");
	}
	LIBBPF_OPTS(bpf_object_open_opts, options, .object_name = t->tool->name);
	t->object = bpf_object__open_mem(o->bytes, o->size, &options);
	if (!t->object)
		return skep_log_fail(d, SKEP_E_FORMAT,
				     (struct skep_log_task){"open", t->tool->name}, errno);
	map = bpf_object__find_map_by_name(t->object, ".rodata.filter");
	own.self = (u32)getpid();
	own.begun = now_ns();
	if (!map || bpf_map__set_initial_value(map, &own, sizeof(own)))
		return skep_fail(d, SKEP_E_FORMAT, "%s has no filter to set", t->tool->name);
	return true;
}

/* A privilege, or something that this kernel lacks, is found by explain; libbpf's own words else.
 */
static bool explain(struct skep_session *t, const char *call, int error, struct skep_diag *d)
{
	struct skep_linux_failure f = {
	    .section = SKEP_LINUX_ATTACH,
	    .name = "raw tracepoint with BTF",
	    .call = call,
	    .prog_type = BPF_PROG_TYPE_TRACING,
	    .attach_type = BPF_TRACE_RAW_TP,
	    .error = error,
	};

	if (error == EPERM || error == EACCES || error == ESRCH || error == ENOENT)
		return skep_linux_explain(NULL, &f, d);
	return skep_log_fail(d, SKEP_E_SYSTEM, (struct skep_log_task){"trace", t->tool->name},
			     error);
}

/* Programs that walk over what is there already (iter/) do so once, behind the others: what begins
 * meanwhile is seen by those. */
static bool look_round(struct skep_session *t, struct skep_diag *d)
{
	for (u32 i = 0; i < t->link_count; i++) {
		char nothing[64];
		int fd = bpf_iter_create(bpf_link__fd(t->links[i]));

		if (fd < 0 && errno == EINVAL)
			continue; /* not one of them */
		if (fd < 0)
			return skep_fail(d, SKEP_E_SYSTEM, "%s cannot look at the tasks: %s",
					 t->tool->name, strerror(errno));
		while (read(fd, nothing, sizeof(nothing)) > 0)
			;
		close(fd);
	}
	return true;
}

static bool attach_all(struct skep_session *t, struct skep_diag *d)
{
	struct bpf_program *prog;

	bpf_object__for_each_program(prog, t->object)
	{
		struct bpf_link *link = bpf_program__attach(prog);

		if (!link)
			return explain(t, "RAW_TRACEPOINT_OPEN", errno, d);
		t->links[t->link_count++] = link;
		if (t->link_count == LINKS)
			break;
	}
	return look_round(t, d);
}

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
	if (t->tool->unit[0])
		return true;
	t->ring = ring_buffer__new(bpf_object__find_map_fd_by_name(t->object, "events"), receive, t,
				   NULL);
	return t->ring || skep_fail(d, SKEP_E_SYSTEM, "cannot read the events of %s: %s",
				    t->tool->name, strerror(errno));
}

static bool start(struct skep_session *t, const struct skep_trace_filter *filter,
		  struct skep_diag *d)
{
	int error;

	skep_log_begin();
	if (!open_object(t, filter, d))
		return false;
	error = -bpf_object__load(t->object);
	if (error)
		return explain(t, "PROG_LOAD", error, d);
	return listen_to(t, d) && attach_all(t, d);
}

struct skep_session *skep_session_open(const struct skep_trace_tool *tool,
				       const struct skep_trace_filter *filter, struct skep_diag *d)
{
	struct skep_session *t = skep_alloc(sizeof(*t));

	if (!t) {
		skep_fail_nomem(d);
		return NULL;
	}
	t->tool = tool;
	if (start(t, filter, d))
		return t;
	skep_session_free(t);
	return NULL;
}

/* ---- events */

static s64 now_ms(void)
{
	return (s64)(now_ns() / 1000000);
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
		if (poll(fds, 2, (int)left) < 0 && errno != EINTR)
			return false;
		if (fds[1].revents)
			skep_session_drain(trace, sink);
		if (fds[0].revents) {
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

static void hand_out(const struct skep_trace_sink *sink, const struct row *row)
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
	sink->event(sink->context, &e, sum);
}

bool skep_session_rows(struct skep_session *trace, const struct skep_trace_sink *sink,
		       struct skep_diag *d)
{
	struct rows rows = {0};
	bool ok = true;

	if (trace->tool->unit[0])
		ok = take_rows(bpf_object__find_map_fd_by_name(trace->object, "rows"), &rows);
	if (rows.count)
		qsort(rows.data, rows.count, sizeof(*rows.data), by_total);
	for (size_t i = 0; i < rows.count; i++)
		hand_out(sink, &rows.data[i]);
	skep_free(rows.data);
	return ok || skep_fail_nomem(d);
}

/* ---- the end */

void skep_session_detach(struct skep_session *trace)
{
	for (u32 i = 0; i < trace->link_count; i++)
		bpf_link__destroy(trace->links[i]);
	trace->link_count = 0;
}

/* What the programs counted, and the runs that Linux left out because the program was running on
 * that processor already. */
u64 skep_session_lost(const struct skep_session *trace)
{
	struct bpf_program *prog;
	u64 lost = 0;
	u32 zero = 0;

	bpf_map_lookup_elem(bpf_object__find_map_fd_by_name(trace->object, "lost"), &zero, &lost);
	bpf_object__for_each_program(prog, trace->object)
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
	skep_session_detach(trace);
	ring_buffer__free(trace->ring);
	bpf_object__close(trace->object);
	skep_free(trace);
}
