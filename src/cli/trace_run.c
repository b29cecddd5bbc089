/* SPDX-License-Identifier: BSD-2-Clause */
#include "cli/trace_run.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/diag.h"
#include "cli/stop.h"
#include "cli/usage.h"
#include "trace/flame.h"
#include "trace/print.h"
#include "trace/session.h"

enum { FLUSH_AT = 1 << 15 }; /* bytes of output */

/* One run. */
struct trace_run {
	const struct skep_trace_job *job;
	const struct trace_options *options;
	const struct skep_trace_tool *tool;
	struct skep_trace_style style;
	struct skep_buffer out;
	u64 slots[SKEP_TRACE_SLOTS]; /* of all rows of an interval */
	u32 row_count;
	bool failed; /* to write */

	/* where rows have stacks; else NULL */
	const struct skep_session *session;
	struct skep_symbols *symbols;
	struct skep_flame *flame;
	struct skep_stack stack; /* of the row at hand */
};

/* ---- printing */

static void flush(void *context)
{
	struct trace_run *run = context;

	if (run->out.count || run->out.failed)
		run->failed = skep_usage_print(&run->out) != SKEP_EXIT_OK || run->failed;
}

/* What flame graphs count. */
static u64 weight(const struct skep_trace_sum *sum)
{
	return !sum ? 1 : sum->total ? sum->total : sum->count;
}

/* What stacks stand under: the thread, but what is no process's has a reason instead. */
static const char *root_of(const struct trace_run *run, const struct skep_trace_event *e)
{
	const struct skep_trace_view *view = run->tool->view;
	const char *name = NULL;

	if (!view->nobodys)
		return e->head.comm;
	for (u32 i = 0; i < view->column_count; i++)
		if (view->columns[i].show == SKEP_SHOW_REASON)
			name = skep_trace_names_value(run->style.names,
						      e->numbers[view->columns[i].number]);
	return name ? name : "other";
}

/* False: there is nothing else to print of this row. */
static bool read_stack(struct trace_run *run, const struct skep_trace_event *e,
		       const struct skep_trace_sum *sum)
{
	const char *root = root_of(run, e);

	skep_stack_read(&run->stack, run->session, run->symbols, e);
	if (run->flame && !skep_flame_add(run->flame, &run->stack, root, weight(sum)))
		run->out.failed = true;
	if (run->options->folded)
		skep_stack_fold(&run->stack, &run->out, root, weight(sum));
	return !run->options->folded;
}

static void print(void *context, const struct skep_trace_event *e, const struct skep_trace_sum *sum)
{
	struct trace_run *run = context;

	run->row_count++;
	run->style.stack = NULL;
	if (run->symbols) {
		if (!read_stack(run, e, sum))
			return;
		run->style.stack = &run->stack;
	}
	skep_trace_print(&run->out, run->tool, &run->style, e, sum);
	if (sum && run->options->each && !run->style.json)
		skep_trace_print_histogram(&run->out, run->tool->unit, run->style.step, sum->slots);
	for (u32 i = 0; sum && i < SKEP_TRACE_SLOTS; i++)
		run->slots[i] += sum->slots[i];
	if (run->out.count > FLUSH_AT)
		flush(run);
}

static s64 epoch(void)
{
	struct timespec real, monotonic;

	clock_gettime(CLOCK_REALTIME, &real);
	clock_gettime(CLOCK_MONOTONIC, &monotonic);
	return ((s64)real.tv_sec - monotonic.tv_sec) * 1000000000 + real.tv_nsec -
	       monotonic.tv_nsec;
}

static s64 now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_REALTIME, &t);
	return (s64)t.tv_sec * 1000000000 + t.tv_nsec;
}

/* Adds up alone. */
static void sum_slots(void *context, const struct skep_trace_event *e,
		      const struct skep_trace_sum *sum)
{
	struct trace_run *run = context;

	(void)e;
	for (u32 i = 0; sum && i < SKEP_TRACE_SLOTS; i++)
		run->slots[i] += sum->slots[i];
}

static bool print_heat(struct trace_run *run, struct skep_session *trace, struct skep_diag *d)
{
	const struct skep_trace_sink sink = {sum_slots, NULL, run};

	memset(run->slots, 0, sizeof(run->slots));
	if (!skep_session_rows(trace, &sink, d))
		return false;
	skep_trace_print_heat(&run->out, now(), run->slots);
	flush(run);
	return true;
}

static bool print_rows(struct trace_run *run, struct skep_session *trace, struct skep_diag *d)
{
	const struct skep_trace_sink sink = {print, NULL, run};
	bool sums = run->tool->unit[0];

	if (!sums)
		return true;
	run->row_count = 0;
	memset(run->slots, 0, sizeof(run->slots));
	if (run->symbols)
		skep_symbols_refresh(run->symbols);
	if (!run->options->folded)
		skep_trace_print_heads(&run->out, run->tool, &run->style);
	if (!skep_session_rows(trace, &sink, d))
		return false;
	if (!run->style.json && !run->options->folded && run->row_count) {
		skep_buffer_text(&run->out, "\n");
		skep_trace_print_histogram(&run->out, run->tool->unit, run->style.step, run->slots);
	}
	flush(run);
	return true;
}

/* ---- the run */

/* Intervals until there have been enough, or Ctrl-C. */
static bool follow(struct trace_run *run, struct skep_session *trace, int stop, struct skep_diag *d)
{
	const struct skep_trace_sink sink = {print, flush, run};
	int limit = run->job->interval ? (int)run->job->interval * 1000 : -1;
	bool stopped = false, sums = run->tool->unit[0];

	if (!sums && !run->options->folded)
		skep_trace_print_heads(&run->out, run->tool, &run->style);
	if (run->options->heat)
		skep_trace_print_heat_heads(&run->out, run->tool->unit);
	flush(run);
	for (u64 done = 0; !stopped && !run->failed; done++) {
		if (run->job->times && done == run->job->times)
			break;
		if (!skep_session_wait(trace, &sink, stop, limit, &stopped))
			return false;
		if (stopped || (run->job->times && done + 1 == run->job->times))
			skep_session_detach(trace);
		if (!(run->options->heat ? print_heat : print_rows)(run, trace, d))
			return false;
	}
	skep_session_detach(trace);
	skep_session_drain(trace, &sink);
	return true;
}

static enum skep_exit fail(const struct skep_diag *d, const char *about)
{
	return skep_out_failure(d, about, NULL);
}

static void tell_lost(struct trace_run *run, u64 lost)
{
	skep_out_note("%llu events were lost", (unsigned long long)lost);
	if (run->style.json)
		skep_buffer_printf(&run->out, "{\"tool\":\"%s\",\"lost\":%llu}\n", run->tool->name,
				   (unsigned long long)lost);
	flush(run);
}

static void tell_mechanism(const struct trace_run *run, const struct skep_session *trace)
{
	struct skep_buffer words = {0};

	skep_session_describe(trace, &words);
	skep_out_note("skep trace %s: by %s", run->tool->name, words.data ? words.data : "");
	skep_buffer_fini(&words);
}

static bool write_flame(const struct trace_run *run, struct skep_diag *d)
{
	char title[64];

	snprintf(title, sizeof(title), "skep trace %s", run->tool->name);
	return skep_flame_write(run->flame, run->options->flame, title,
				run->tool->unit[0] ? run->tool->unit : "events", d);
}

/* Rows with stacks need names for them. */
static bool want_stacks(struct trace_run *run, bool wanted, struct skep_diag *d)
{
	run->symbols = wanted ? skep_symbols_new() : NULL;
	run->flame = run->options->flame ? skep_flame_new() : NULL;
	if ((wanted && !run->symbols) || (run->options->flame && !run->flame))
		return skep_fail(d, SKEP_E_NOMEM, "memory ran out");
	return true;
}

static void tell_passed(struct trace_run *run, const struct skep_session *trace)
{
	double spent;

	if (!skep_session_passed(trace, &spent))
		return;
	skep_out_note("detached: its programs took %.2f%% of a processor, --budget %s", spent,
		      run->options->budget);
	if (run->style.json)
		skep_buffer_printf(&run->out, "{\"tool\":\"%s\",\"spent_percent\":%.2f}\n",
				   run->tool->name, spent);
	flush(run);
}

static enum skep_exit trace_until(struct trace_run *run, int stop)
{
	const struct skep_trace_wish *wish = &run->job->wish;
	struct skep_diag d = {0};
	struct skep_session *trace = skep_session_open(run->tool, wish, &d);
	u64 lost;
	bool ok;

	if (!trace)
		return fail(&d, run->tool->name);
	tell_mechanism(run, trace);
	run->session = trace;
	ok = want_stacks(run, wish->stacks, &d) && follow(run, trace, stop, &d) &&
	     (!run->flame || write_flame(run, &d));
	tell_passed(run, trace);
	lost = skep_session_lost(trace);
	skep_session_free(trace);
	if (!ok)
		return fail(&d, run->tool->name);
	if (lost)
		tell_lost(run, lost);
	return run->failed ? SKEP_EXIT_FAILED : SKEP_EXIT_OK;
}

enum skep_exit skep_trace_run(const struct skep_trace_job *job)
{
	struct trace_run run = {
	    .job = job,
	    .options = job->options,
	    .tool = job->tool,
	    .style = {.json = job->options->json,
		      .times = job->options->times,
		      .step = job->wish.step,
		      .epoch = epoch()},
	};
	int stop = skep_stop_open();
	struct skep_diag d = {0};
	enum skep_exit code;

	run.style.names = skep_trace_names_new(run.tool->view->reasons);
	if (!run.style.names)
		skep_fail_nomem(&d);
	skep_stop_begin();
	code = d.code ? fail(&d, run.tool->name) : trace_until(&run, stop);
	skep_trace_names_free(run.style.names);
	skep_buffer_fini(&run.out);
	skep_symbols_free(run.symbols);
	skep_flame_free(run.flame);
	if (stop >= 0)
		close(stop);
	return code;
}
