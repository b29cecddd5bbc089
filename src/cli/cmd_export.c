/* SPDX-License-Identifier: BSD-2-Clause */
/* skep export: what programs do and what maps hold, served as metrics until Ctrl-C. Objects that
 * are named are loaded and attached first; else it is all that lives in Linux. */
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/diag.h"
#include "cli/commands.h"
#include "cli/http.h"
#include "cli/stop.h"
#include "cli/usage.h"
#include "linux/live.h"
#include "linux/metrics.h"
#include "linux/programs.h"

enum {
	ROWS = 1000,	   /* of a map, if nobody says */
	ROWS_MAX = 100000, /* what a scrape can be asked for */
	OBJECTS_MAX = 64,
};

struct export_options {
	const char *listen;
	u64 rows;
	struct skep_words gauges;
	u32 all, once, help;
};

#define OPTION(...) SKEP_OPTION_ROW(export_options, __VA_ARGS__)
static const struct skep_option rows[] = {
#include "cli/export_options.def"
};
#undef OPTION
const struct skep_options skep_options_export = {rows, SKEP_COUNT(rows)};

/* One use of the command. */
struct export
{
	const struct export_options *options;
	char **paths; /* of objects, count of them */
	u32 count;
	struct skep_live_options live_options[OBJECTS_MAX];
	struct skep_live *live[OBJECTS_MAX];
	struct skep_metrics_options metrics;
	int stop, statistics;
};

/* ---- objects */

static enum skep_exit fail_object(const struct skep_diag *d, const char *path,
				  const struct skep_buffer *log)
{
	enum skep_exit code = skep_out_failure(d, path, NULL);

	if (log->count && !log->failed)
		skep_out_note("%s", log->data);
	return code;
}

static enum skep_exit open_object(struct export *e, u32 i)
{
	struct skep_buffer log = {0}, where = {0};
	struct skep_diag d = {0};
	enum skep_exit code = SKEP_EXIT_OK;

	e->live_options[i] = (struct skep_live_options){.path = e->paths[i]};
	e->live[i] = skep_live_open(&e->live_options[i], &log, &d);
	if (e->live[i] && !skep_metrics_choose(&e->metrics.choice, e->live[i]))
		skep_fail_nomem(&d);
	if (d.code)
		code = fail_object(&d, e->paths[i], &log);
	else
		skep_live_describe(e->live[i], &where);
	if (where.data && !where.failed)
		skep_out_note("attached %s", where.data);
	skep_buffer_fini(&where);
	skep_buffer_fini(&log);
	return code;
}

/* ---- the page */

static bool make(void *context, struct skep_buffer *b, struct skep_diag *d)
{
	const struct export *e = context;

	return skep_metrics_write(b, &e->metrics, d);
}

static enum skep_exit print_once(struct export *e)
{
	struct skep_buffer b = {0};
	struct skep_diag d = {0};

	if (make(e, &b, &d))
		return skep_usage_print(&b);
	skep_buffer_fini(&b);
	return skep_out_failure(&d, NULL, NULL);
}

static enum skep_exit serve(struct export *e)
{
	const struct skep_http_page page = {
	    make, e, "application/openmetrics-text; version=1.0.0; charset=utf-8"};
	const char *where = e->options->listen ?: "127.0.0.1:9435";
	struct skep_diag d = {0};
	struct skep_http *http = skep_http_open(where, &page, &d);
	bool ok = http;

	if (http) {
		skep_out_note("listening at http://%.*s:%u/metrics",
			      (int)(strrchr(where, ':') - where), where, skep_http_port(http));
		ok = skep_http_serve(http, e->stop, &d);
	}
	skep_http_free(http);
	return ok ? SKEP_EXIT_OK : skep_out_failure(&d, NULL, NULL);
}

/* ---- the run */

static enum skep_exit execute(struct export *e)
{
	struct skep_diag d = {0};
	enum skep_exit code = SKEP_EXIT_OK;

	e->statistics = skep_linux_statistics(&d);
	if (e->statistics < 0)
		return skep_out_failure(&d, NULL, NULL);
	for (u32 i = 0; i < e->count && code == SKEP_EXIT_OK; i++)
		code = open_object(e, i);
	if (code != SKEP_EXIT_OK)
		return code;
	return e->options->once ? print_once(e) : serve(e);
}

static enum skep_exit run(const struct export_options *o, char **paths, u32 count)
{
	struct export *e = skep_alloc(sizeof(*e));
	struct skep_diag d = {0};
	enum skep_exit code;

	if (!e) {
		skep_fail_nomem(&d);
		return skep_out_failure(&d, NULL, NULL);
	}
	*e = (struct export){.options = o, .paths = paths, .count = count};
	e->metrics = (struct skep_metrics_options){.all = !count,
						   .rows = (u32)o->rows,
						   .bound = ROWS_MAX,
						   .gauges = o->gauges.words,
						   .gauge_count = o->gauges.count};
	e->stop = skep_stop_open();
	skep_stop_begin();
	code = execute(e);
	for (u32 i = 0; i < count; i++)
		skep_live_free(e->live[i]);
	skep_metrics_choice_fini(&e->metrics.choice);
	if (e->statistics >= 0)
		close(e->statistics);
	if (e->stop >= 0)
		close(e->stop);
	skep_free(e);
	return code;
}

enum skep_exit skep_cmd_export(const struct skep_call *call)
{
	struct export_options o = {.rows = ROWS};
	int word = skep_options_parse(&skep_options_export, call->argc, call->argv, &o);

	if (word < 0)
		return SKEP_EXIT_USAGE;
	if (o.help)
		return skep_usage_self(call);
	if (o.all && word < call->argc)
		return skep_out_usage("--linux and %s: all programs, or those of objects?",
				      call->argv[word]);
	if (o.once && o.listen)
		return skep_out_usage("--once and --listen: print the metrics, or serve them?");
	if (o.rows > ROWS_MAX)
		return skep_out_usage("--rows %llu: at most %d", (unsigned long long)o.rows,
				      ROWS_MAX);
	if (call->argc - word > OBJECTS_MAX)
		return skep_out_usage("%d objects: at most %d", call->argc - word, OBJECTS_MAX);
	return run(&o, call->argv + word, (u32)(call->argc - word));
}
