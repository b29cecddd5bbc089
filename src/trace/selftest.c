/* SPDX-License-Identifier: BSD-2-Clause */
/* The process is made first and waits until the tool is attached for it alone; it tells when its
 * work is done, by a byte or by its end, and then stays until everything was counted. */
#include "trace/selftest.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/diag.h"
#include "trace/converse.h"
#include "trace/counters.h"
#include "trace/netns.h"
#include "trace/session.h"

enum {
	EVENTS = 101,	  /* a prime: no row or buffer has a size that divides it */
	PATIENCE = 10000, /* milliseconds for the work */
};

struct worker {
	pid_t pid;
	int go, done; /* our ends of its pipes */
	char netns[16];
};

struct tally {
	const struct skep_trace_tool *tool;
	u64 counted;
};

static void work(const struct skep_trace_tool *tool, int go, int done)
{
	char byte = 0;

	if (tool->view->nobodys && !skep_trace_own_network())
		_exit(1);
	if (write(done, &byte, 1) != 1 || read(go, &byte, 1) != 1)
		_exit(1);
	byte = tool->view->work(EVENTS);
	if (write(done, &byte, 1) != 1 || read(go, &byte, 1) != 0)
		_exit(1);
	_exit(0);
}

static bool start(struct worker *w, const struct skep_trace_tool *tool, struct skep_diag *d)
{
	int go[2], done[2];

	if (pipe2(go, O_CLOEXEC) < 0)
		return skep_fail(d, SKEP_E_SYSTEM, "no pipe: %s", strerror(errno));
	if (pipe(done) < 0) { /* stays open in what the worker executes: its end tells */
		close(go[0]);
		close(go[1]);
		return skep_fail(d, SKEP_E_SYSTEM, "no pipe: %s", strerror(errno));
	}
	w->pid = fork();
	if (w->pid == 0) {
		close(go[1]);
		close(done[0]);
		work(tool, go[0], done[1]);
	}
	close(go[0]);
	close(done[1]);
	w->go = go[1];
	w->done = done[0];
	return w->pid > 0 || skep_fail(d, SKEP_E_SYSTEM, "no process: %s", strerror(errno));
}

static void stop(struct worker *w)
{
	if (w->go >= 0) {
		close(w->go);
		close(w->done);
	}
	if (w->pid > 0) {
		kill(w->pid, SIGKILL);
		waitpid(w->pid, NULL, 0);
	}
}

static void count(void *context, const struct skep_trace_event *e, const struct skep_trace_sum *sum)
{
	struct tally *tally = context;

	(void)sum;
	tally->counted += tally->tool->view->counted(e);
}

static bool run_work(const struct skep_trace_tool *tool, struct worker *w,
		     struct skep_session *trace, const struct skep_trace_sink *sink)
{
	char byte = 1;
	bool stopped;

	if (write(w->go, "g", 1) != 1 ||
	    !skep_session_wait(trace, sink, w->done, PATIENCE, &stopped))
		return false;
	/* no byte: it became another program, which has ended */
	if (!stopped || read(w->done, &byte, 1) < 0 || !byte)
		return false;
	return skep_trace_asleep(w->pid) || !tool->view->made;
}

/* What the worker does alone. */
static bool choose(const struct skep_trace_tool *tool, struct worker *w,
		   struct skep_trace_wish *wish, struct skep_diag *d)
{
	char ready;

	if (read(w->done, &ready, 1) != 1 || !skep_trace_asleep(w->pid))
		return skep_fail(d, SKEP_E_SYSTEM, "the process that works did not come up");
	if (tool->view->nobodys) {
		snprintf(w->netns, sizeof(w->netns), "%d", w->pid);
		wish->netns = w->netns;
		return skep_trace_netns(w->netns, &wish->filter, d);
	}
	wish->filter.pid = (u32)w->pid;
	wish->filter.by = SKEP_TRACE_BY_PID;
	return true;
}

static bool measure(const struct skep_trace_wish *wish, struct worker *w, struct tally *tally,
		    struct skep_trace_selftest *result, struct skep_diag *d)
{
	const struct skep_trace_tool *tool = tally->tool;
	const struct skep_trace_sink sink = {count, NULL, tally};
	struct skep_session *trace;
	u64 before = 0;
	bool ok;

	trace = skep_session_open(tool, wish, d);
	if (!trace)
		return false;
	if (tool->view->made)
		before = tool->view->made(w->pid);
	ok = run_work(tool, w, trace, &sink) ||
	     skep_fail(d, SKEP_E_SYSTEM, "the work of %s could not be done", tool->name);
	result->made = tool->view->made ? tool->view->made(w->pid) - before : EVENTS;
	result->made -= tool->view->early;
	skep_session_detach(trace);
	skep_session_drain(trace, &sink);
	ok = ok && skep_session_rows(trace, &sink, d);
	result->counted = tally->counted;
	result->lost = skep_session_lost(trace);
	skep_session_free(trace);
	return ok;
}

bool skep_trace_selftest(const struct skep_trace_tool *tool, const char *via,
			 struct skep_trace_selftest *result, struct skep_diag *d)
{
	struct worker w = {.pid = -1, .go = -1, .done = -1};
	struct skep_trace_wish wish = {.via = via, .target = tool->view->trial};
	struct tally tally = {.tool = tool};
	bool ok;

	*result = (struct skep_trace_selftest){0};
	ok = start(&w, tool, d) && choose(tool, &w, &wish, d) &&
	     measure(&wish, &w, &tally, result, d);
	stop(&w);
	return ok;
}
