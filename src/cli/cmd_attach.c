/* SPDX-License-Identifier: BSD-2-Clause */
/* skep attach: programs of an object on hooks of the running Linux, until Ctrl-C. Events are
 * printed as they come, what the maps hold at the end. */
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/json.h"
#include "cli/commands.h"
#include "cli/sets.h"
#include "cli/stop.h"
#include "cli/usage.h"
#include "linux/live.h"

struct attach_options {
	const char *prog, *netns, *pin;
	u64 pid, seconds;
	struct skep_words sets, types;
	u32 replace, quiet, json, help;
};

#define OPTION(...) SKEP_OPTION_ROW(attach_options, __VA_ARGS__)
static const struct skep_option rows[] = {
#include "cli/attach_options.def"
};
#undef OPTION
const struct skep_options skep_options_attach = {rows, SKEP_COUNT(rows)};

/* One run. */
struct attach_run {
	const struct attach_options *options;
	struct skep_live *live;
	char map[64]; /* that was printed last */
	u64 events, lost;
	enum skep_exit filled; /* what is wrong with --map was said */
	bool failed;	       /* to write */
};

/* ---- printing */

static void write_out(struct attach_run *run, struct skep_buffer *b)
{
	run->failed = skep_usage_print(b) != SKEP_EXIT_OK || run->failed;
}

static void print_event(void *context, const struct skep_live_value *v)
{
	struct attach_run *run = context;
	bool json = run->options->json;
	struct skep_buffer b = {0};

	run->events++;
	if (run->options->quiet)
		return;
	skep_buffer_printf(&b, json ? "{\"event\":\"%s\",\"data\":" : "%s: ", v->map);
	skep_value_print(&b, &v->type, v->value, json);
	skep_buffer_text(&b, json ? "}\n" : "\n");
	write_out(run, &b);
}

static void print_lost(void *context, const char *map, u64 count)
{
	struct attach_run *run = context;

	(void)map;
	run->lost += count;
}

/* The values of all CPUs added up; NULL if memory ran out. The caller frees it. */
static void *sum_of(const struct skep_live_value *v, size_t stride)
{
	struct skep_buffer sum = {0};

	skep_buffer_bytes(&sum, v->value, v->type.size);
	for (u32 cpu = 1; cpu < v->cpus && !sum.failed; cpu++)
		skep_value_add(&v->type, sum.data, (const u8 *)v->value + cpu * stride);
	return skep_buffer_take(&sum);
}

static void add_cpus(struct skep_buffer *b, const struct skep_live_value *v, bool json)
{
	size_t stride = (v->type.size + 7) / 8 * 8;

	skep_buffer_text(b, json ? ",\"cpus\":[" : " (");
	for (u32 cpu = 0; cpu < v->cpus; cpu++) {
		if (json)
			skep_buffer_text(b, cpu ? "," : "");
		else
			skep_buffer_printf(b, "%scpu %u: ", cpu ? ", " : "", cpu);
		skep_value_print(b, &v->type, (const u8 *)v->value + cpu * stride, json);
	}
	skep_buffer_text(b, json ? "]" : ")");
}

static void begin_line(struct attach_run *run, struct skep_buffer *b,
		       const struct skep_live_value *v)
{
	bool json = run->options->json;

	if (!json && strcmp(run->map, v->map) != 0) {
		snprintf(run->map, sizeof(run->map), "%s", v->map);
		skep_buffer_printf(b, "%s\n", v->map);
	}
	if (json && v->variable)
		skep_buffer_printf(
		    b, "{\"variable\":\"%s\",\"section\":\"%s\",\"value\":", v->variable, v->map);
	else if (json)
		skep_buffer_printf(b, "{\"map\":\"%s\",\"key\":", v->map);
	else
		skep_buffer_printf(b, "  %s%s", v->variable ? v->variable : "",
				   v->variable ? ": " : "");
	if (v->key) {
		skep_value_print(b, &v->key_type, v->key, json);
		skep_buffer_text(b, json ? ",\"value\":" : ": ");
	}
}

static void print_value(void *context, const struct skep_live_value *v)
{
	struct attach_run *run = context;
	bool json = run->options->json;
	struct skep_buffer b = {0};
	void *sum = v->cpus ? sum_of(v, (v->type.size + 7) / 8 * 8) : NULL;

	begin_line(run, &b, v);
	skep_value_print(&b, &v->type, sum ? sum : v->value, json);
	if (v->cpus)
		add_cpus(&b, v, json);
	skep_buffer_text(&b, json ? "}\n" : "\n");
	skep_free(sum);
	write_out(run, &b);
}

/* ---- what maps hold from the beginning */

struct filling {
	struct skep_contents *contents;
	bool loaded;
};

static bool take(void *context, const char *assignment, struct skep_diag *d)
{
	const struct filling *f = context;

	return skep_contents_set(f->contents, f->loaded, assignment, d);
}

static bool fill(void *context, struct skep_contents *contents, bool loaded, struct skep_diag *d)
{
	struct attach_run *run = context;
	struct filling filling = {contents, loaded};
	const struct skep_sets_taker taker = {take, &filling};

	(void)d;
	run->filled = skep_sets_each(&run->options->sets, &taker);
	return run->filled == SKEP_EXIT_OK;
}

/* ---- the run */

static enum skep_exit fail(const struct skep_diag *d, const char *path, struct skep_buffer *log)
{
	enum skep_exit code = skep_out_failure(d, path, NULL);

	if (log->count && !log->failed)
		skep_out_note("%s", log->data);
	skep_buffer_fini(log);
	if (d->code == SKEP_E_SYNTAX)
		return SKEP_EXIT_USAGE;
	return d->code == SKEP_E_REFUSED ? SKEP_EXIT_REFUSED : code;
}

static void announce(const struct attach_run *run)
{
	struct skep_buffer b = {0};

	skep_live_describe(run->live, &b);
	if (!b.failed)
		skep_out_note("attached %s", b.data ? b.data : "");
	skep_buffer_fini(&b);
}

/* Until Ctrl-C, or the time is over; at once if a pin is what goes on. */
static bool follow(struct attach_run *run, int stop, struct skep_diag *d)
{
	const struct skep_live_events events = {print_event, print_lost, run};
	u64 seconds = run->options->seconds;
	int limit = seconds ? (int)(seconds < INT_MAX / 1000 ? seconds * 1000 : INT_MAX) : -1;
	bool any;

	if (!skep_live_iterate(run->live, STDOUT_FILENO, &any, d))
		return false;
	if (!any && !(run->options->pin && !seconds) &&
	    !skep_live_events(run->live, &events, stop, limit, d))
		return false;
	skep_live_detach(run->live, &events);
	skep_live_maps(run->live, print_value, run);
	return true;
}

static void tell_counts(const struct attach_run *run)
{
	if (run->options->quiet || run->lost)
		skep_out_note("%llu events, %llu lost", (unsigned long long)run->events,
			      (unsigned long long)run->lost);
}

static enum skep_exit attach(const struct attach_options *o, struct skep_live_options *options)
{
	struct attach_run run = {.options = o};
	struct skep_buffer log = {0};
	struct skep_diag d = {0};
	int stop = skep_stop_open();
	bool ok;

	skep_stop_begin();
	options->fill = o->sets.count ? fill : NULL;
	options->fill_context = &run;
	run.live = skep_live_open(options, &log, &d);
	if (!run.live) {
		if (stop >= 0)
			close(stop);
		return run.filled ? run.filled : fail(&d, options->path, &log);
	}
	announce(&run);
	ok = follow(&run, stop, &d);
	skep_live_free(run.live);
	if (stop >= 0)
		close(stop);
	if (!ok)
		return fail(&d, options->path, &log);
	tell_counts(&run);
	return run.failed ? SKEP_EXIT_FAILED : SKEP_EXIT_OK;
}

enum skep_exit skep_cmd_attach(const struct skep_call *call)
{
	struct attach_options o = {0};
	struct skep_live_options options = {0};
	int word = skep_options_parse(&skep_options_attach, call->argc, call->argv, &o);

	if (word < 0)
		return SKEP_EXIT_USAGE;
	if (o.help)
		return skep_usage_self(call);
	if (word == call->argc)
		return skep_out_usage("which object file, and where? see skep attach --help");
	if (o.pid > INT_MAX)
		return skep_out_usage("--pid %llu: there is no such process",
				      (unsigned long long)o.pid);
	options = (struct skep_live_options){
	    .path = call->argv[word],
	    .prog = o.prog,
	    .hooks = (const char *const *)call->argv + word + 1,
	    .hook_count = (u32)(call->argc - word - 1),
	    .pid = (int)o.pid,
	    .netns = o.netns,
	    .pin = o.pin,
	    .types = o.types.words,
	    .type_count = o.types.count,
	    .replace = o.replace,
	};
	return attach(&o, &options);
}
