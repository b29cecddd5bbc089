/* SPDX-License-Identifier: BSD-2-Clause */
/* skep trace: tools that show what the running Linux does. What comes as events is printed as it
 * comes; what is summed up is printed after each interval, or at the end. */
#include <errno.h>
#include <limits.h>
#include <skep/filter.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/diag.h"
#include "cli/commands.h"
#include "cli/near.h"
#include "cli/stop.h"
#include "cli/usage.h"
#include "trace/cgroup.h"
#include "trace/flame.h"
#include "trace/ladder.h"
#include "trace/netns.h"
#include "trace/print.h"
#include "trace/selftest.h"
#include "trace/session.h"

enum { FLUSH_AT = 1 << 15 }; /* bytes of output */

struct trace_options {
	const char *cgroup, *uid, *via, *flame, *budget, *netns, *filter;
	u64 pid, hertz;
	u32 times, each, selftest, list, json, help, stacks, folded, heat;
};

#define OPTION(...) SKEP_OPTION_ROW(trace_options, __VA_ARGS__)
static const struct skep_option rows[] = {
#include "cli/trace_options.def"
};
#undef OPTION
const struct skep_options skep_options_trace = {rows, SKEP_COUNT(rows)};

/* One run. */
struct trace_run {
	const struct trace_options *options;
	const struct skep_trace_tool *tool;
	struct skep_trace_style style;
	struct skep_trace_matcher matcher; /* of `packets` */
	struct skep_filter *packets;	   /* NULL: all */
	u64 interval, times;		   /* seconds, and how often; 0: until Ctrl-C */
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
static u64 weight(const struct skep_trace_event *e)
{
	return e->numbers[e->numbers[SKEP_ROW_TOTAL] ? SKEP_ROW_TOTAL : SKEP_ROW_COUNT];
}

/* False: there is nothing else to print of this row. */
static bool read_stack(struct trace_run *run, const struct skep_trace_event *e)
{
	skep_stack_read(&run->stack, run->session, run->symbols, e);
	if (run->flame && !skep_flame_add(run->flame, &run->stack, e->head.comm, weight(e)))
		run->out.failed = true;
	if (run->options->folded)
		skep_stack_fold(&run->stack, &run->out, e->head.comm, weight(e));
	return !run->options->folded;
}

static void print(void *context, const struct skep_trace_event *e, const struct skep_trace_sum *sum)
{
	struct trace_run *run = context;

	run->row_count++;
	run->style.stack = NULL;
	if (sum && run->symbols) {
		if (!read_stack(run, e))
			return;
		run->style.stack = &run->stack;
	}
	skep_trace_print(&run->out, run->tool, &run->style, e, sum);
	if (sum && run->options->each && !run->style.json)
		skep_trace_print_histogram(&run->out, run->tool->unit, sum->slots);
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
		skep_trace_print_histogram(&run->out, run->tool->unit, run->slots);
	}
	flush(run);
	return true;
}

/* ---- the run */

/* Intervals until there have been enough, or Ctrl-C. */
static bool follow(struct trace_run *run, struct skep_session *trace, int stop, struct skep_diag *d)
{
	const struct skep_trace_sink sink = {print, flush, run};
	int limit = run->interval ? (int)run->interval * 1000 : -1;
	bool stopped = false, sums = run->tool->unit[0];

	if (!sums)
		skep_trace_print_heads(&run->out, run->tool, &run->style);
	if (run->options->heat)
		skep_trace_print_heat_heads(&run->out, run->tool->unit);
	flush(run);
	for (u64 done = 0; !stopped && !run->failed; done++) {
		if (run->times && done == run->times)
			break;
		if (!skep_session_wait(trace, &sink, stop, limit, &stopped))
			return false;
		if (stopped || (run->times && done + 1 == run->times))
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
	return skep_flame_write(run->flame, run->options->flame, title, run->tool->unit, d);
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

static enum skep_exit trace_until(struct trace_run *run, const struct skep_trace_wish *wish,
				  int stop)
{
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

static enum skep_exit trace(struct trace_run *run, const struct skep_trace_wish *wish)
{
	int stop = skep_stop_open();
	struct skep_diag d = {0};
	enum skep_exit code;

	run->style.names = skep_trace_names_new(run->tool->view->reasons);
	if (!run->style.names)
		skep_fail_nomem(&d);
	skep_stop_begin();
	code = d.code ? fail(&d, run->tool->name) : trace_until(run, wish, stop);
	skep_trace_names_free(run->style.names);
	skep_buffer_fini(&run->out);
	skep_symbols_free(run->symbols);
	skep_flame_free(run->flame);
	if (stop >= 0)
		close(stop);
	return code;
}

/* ---- selftest and list */

static enum skep_exit selftest_one(const struct skep_trace_tool *tool,
				   const struct trace_options *o)
{
	struct skep_trace_selftest r;
	struct skep_buffer b = {0};
	struct skep_diag d = {0};
	bool ok;

	if (!skep_trace_selftest(tool, o->via, &r, &d))
		return fail(&d, tool->name);
	ok = r.made == r.counted && !r.lost;
	skep_buffer_printf(&b,
			   o->json
			       ? "{\"tool\":\"%s\",\"made\":%llu,\"counted\":%llu,\"lost\":%llu}\n"
			       : "%s: %llu events made, %llu counted, %llu lost\n",
			   tool->name, (unsigned long long)r.made, (unsigned long long)r.counted,
			   (unsigned long long)r.lost);
	if (skep_usage_print(&b) != SKEP_EXIT_OK)
		return SKEP_EXIT_FAILED;
	return ok ? SKEP_EXIT_OK : SKEP_EXIT_DIFFERENT;
}

static enum skep_exit selftest(const struct skep_trace_tool *only, const struct trace_options *o)
{
	enum skep_exit worst = SKEP_EXIT_OK;
	const struct skep_trace_tool *tool;

	if (only)
		return selftest_one(only, o);
	for (size_t i = 0; (tool = skep_trace_tool(i)); i++) {
		enum skep_exit code = selftest_one(tool, o);

		worst = code ? code : worst;
	}
	return worst;
}

static enum skep_exit list(bool json)
{
	const struct skep_trace_tool *tool;
	struct skep_buffer b = {0};

	for (size_t i = 0; (tool = skep_trace_tool(i)); i++)
		skep_buffer_printf(&b,
				   json ? "{\"tool\":\"%s\",\"help\":\"%s\",\"mechanism\":\"%s\"}\n"
					: "%-10s %s\n",
				   tool->name, tool->help, tool->mechanism);
	return skep_usage_print(&b);
}

/* ---- what was asked for */

/* NULL after having printed that there is no such tool. */
static const struct skep_trace_tool *find(const char *name)
{
	const struct skep_trace_tool *tool;
	struct skep_near near = {.wanted = name};

	for (size_t i = 0; (tool = skep_trace_tool(i)); i++) {
		if (strcmp(tool->name, name) == 0)
			return tool;
		skep_near_offer(&near, tool->name);
	}
	skep_out_usage("there is no tool '%s': %s%s", name, near.names[0] ? "perhaps " : "",
		       near.names[0] ? near.names : "skep trace --list has them");
	return NULL;
}

static bool read_number(const char *text, u64 least, u64 most, u64 *number)
{
	char *end;

	errno = 0;
	*number = strtoull(text, &end, 10);
	if (text[0] >= '0' && text[0] <= '9' && !*end && !errno && *number >= least &&
	    *number <= most)
		return true;
	skep_out_usage("'%s': a number from %llu to %llu is wanted", text,
		       (unsigned long long)least, (unsigned long long)most);
	return false;
}

/* "2%", "0.5" */
static bool read_budget(const char *text, double *percent)
{
	char *end;

	*percent = strtod(text, &end);
	if (end != text && (!*end || strcmp(end, "%") == 0) && *percent > 0)
		return true;
	skep_out_usage("--budget %s: a percentage above 0 is wanted", text);
	return false;
}

static bool read_wish(const struct trace_options *o, struct skep_trace_wish *wish)
{
	struct skep_trace_filter *filter = &wish->filter;
	struct skep_diag d = {0};
	u64 uid;

	if (o->pid > INT_MAX) {
		skep_out_usage("--pid %llu: there is no such process", (unsigned long long)o->pid);
		return false;
	}
	wish->via = o->via;
	if (o->budget && !read_budget(o->budget, &wish->budget))
		return false;
	filter->by = o->pid ? SKEP_TRACE_BY_PID : 0;
	filter->pid = (u32)o->pid;
	if (o->uid) {
		if (!read_number(o->uid, 0, UINT32_MAX - 1, &uid))
			return false;
		filter->by |= SKEP_TRACE_BY_UID;
		filter->uid = (u32)uid;
	}
	if (o->cgroup && !skep_trace_cgroup(o->cgroup, filter, &d)) {
		fail(&d, NULL);
		return false;
	}
	if (o->netns && !skep_trace_netns(o->netns, filter, &d)) {
		fail(&d, NULL);
		return false;
	}
	return true;
}

/* A heat map is of what has histograms. */
static bool check_heat(const struct trace_options *o, const struct skep_trace_tool *tool)
{
	const char *unit = tool->unit;

	if (!o->heat || strcmp(unit, "nsecs") == 0 || strcmp(unit, "usecs") == 0)
		return true;
	skep_out_usage("--heat: %s tells no times that could be summed up", tool->name);
	return false;
}

/* Whether a tool can know what the filter asks. */
static bool can_filter(const struct skep_trace_tool *tool, const struct skep_trace_filter *filter)
{
	if (!tool->view->nobodys || !(filter->by & ~(u32)SKEP_TRACE_BY_NET))
		return true;
	skep_out_usage("what %s shows is no process's: -n NETNS can choose, -p, -u and -c cannot",
		       tool->name);
	return false;
}

/* Ethernet is what the programs make of each packet. */
static enum skep_exit compile(struct trace_run *run, struct skep_trace_wish *wish)
{
	const struct skep_filter_options options = {.linktype = 1};
	const char *text = run->options->filter;
	struct skep_diag d = {0};

	if (!text)
		return SKEP_EXIT_OK;
	if (!run->tool->view->matches)
		return skep_out_usage("%s does not look at packets: --filter is for pktpath",
				      run->tool->name);
	run->packets = skep_filter_compile(text, &options, &d);
	if (run->packets)
		run->matcher.insns = skep_filter_classic(run->packets, &run->matcher.count, &d);
	wish->matcher = &run->matcher;
	return run->matcher.insns ? SKEP_EXIT_OK : skep_out_failure(&d, NULL, text);
}

/* Stacks are wanted by name, or because of what they are for. */
static bool read_stacks(const struct trace_options *o, const struct skep_trace_tool *tool,
			struct skep_trace_wish *wish)
{
	bool asked = o->stacks || o->folded || o->flame;

	if (asked && !tool->view->stacks && !tool->view->can_stacks) {
		skep_out_usage("%s knows no stacks", tool->name);
		return false;
	}
	wish->stacks = asked || tool->view->stacks;
	wish->hertz = (u32)o->hertz;
	return true;
}

/* TARGET, where the tool has one, INTERVAL and COUNT. */
static bool read_words(char **words, int left, struct trace_run *run, struct skep_trace_wish *wish)
{
	const struct skep_trace_view *view = run->tool->view;

	wish->target = view->fallback;
	if (view->target && left && (!view->fallback || words[0][0] < '0' || words[0][0] > '9')) {
		wish->target = words[0];
		words++;
		left--;
	} else if (view->target && !view->fallback) {
		skep_out_usage("%s: %s is missing", run->tool->name, view->target);
		return false;
	}
	if (left > 2) {
		skep_out_usage("'%s': INTERVAL and COUNT are the last", words[2]);
		return false;
	}
	if (left > 0 && !read_number(words[0], 1, INT_MAX / 1000, &run->interval))
		return false;
	return left < 2 || read_number(words[1], 1, UINT32_MAX, &run->times);
}

enum skep_exit skep_cmd_trace(const struct skep_call *call)
{
	struct trace_options o = {0};
	struct skep_trace_wish wish = {0};
	struct trace_run run = {.options = &o};
	int word = skep_options_parse(&skep_options_trace, call->argc, call->argv, &o);
	int left = call->argc - word;
	enum skep_exit code;

	if (word < 0)
		return SKEP_EXIT_USAGE;
	if (o.help)
		return skep_usage_self(call);
	if (o.list)
		return list(o.json);
	if (o.via && !skep_ladder_knows(o.via))
		return skep_out_usage("--via %s: the mechanisms are%s", o.via, skep_ladder_names);
	if (left == 0 && !o.selftest)
		return skep_out_usage("which tool? skep trace --list has them");
	run.tool = left ? find(call->argv[word]) : NULL;
	if (left && !run.tool)
		return SKEP_EXIT_USAGE;
	if (o.selftest)
		return selftest(run.tool, &o);
	if (!read_words(&call->argv[word + 1], left - 1, &run, &wish) ||
	    !read_stacks(&o, run.tool, &wish) || !check_heat(&o, run.tool))
		return SKEP_EXIT_USAGE;
	if (!read_wish(&o, &wish))
		return SKEP_EXIT_USAGE;
	if (!can_filter(run.tool, &wish.filter))
		return SKEP_EXIT_USAGE;
	run.style = (struct skep_trace_style){.json = o.json, .times = o.times, .epoch = epoch()};
	code = compile(&run, &wish);
	if (!code)
		code = trace(&run, &wish);
	skep_filter_free(run.packets);
	return code;
}
