/* SPDX-License-Identifier: BSD-2-Clause */
/* skep run: an object file is loaded, one of its programs runs on the packets of a capture file,
 * and what came of it is told. */
#include <unistd.h>

#include "base/alloc.h"
#include "base/diag.h"
#include "cli/commands.h"
#include "cli/load.h"
#include "cli/run_loop.h"
#include "cli/run_print.h"
#include "cli/stop.h"
#include "cli/usage.h"

enum { THREADS_MAX = 256 };

#define OPTION(...) SKEP_OPTION_ROW(run_options, __VA_ARGS__)
static const struct skep_option rows[] = {
#include "cli/run_options.def"
};
#undef OPTION
const struct skep_options skep_options_run = {rows, SKEP_COUNT(rows)};

/* One use of the command. */
struct run {
	const struct run_options *options;
	const char *path; /* of the object */
	struct skep_run_job job;
	struct skep_run_printer printer;
	struct skep_run_figures figures;
};

/* ---- the object */

static enum skep_exit load(struct run *run)
{
	const struct skep_running_options options = {
	    .path = run->path,
	    .prog = run->options->prog,
	    .linux_side = run->options->linux_side,
	    .cpus = run->options->threads ? (u32)run->options->threads : 1,
	    .refused = skep_run_print_refusal,
	    .print = skep_run_print_trace,
	    .event = skep_run_print_event,
	    .context = &run->printer,
	};
	struct skep_diag d = {0};

	run->job.running = skep_running_new(&options, &d);
	if (!run->job.running)
		return skep_out_failure(&d, NULL, NULL);
	return skep_load(run->job.running, &run->options->sets, &run->options->types);
}

/* ---- files */

static enum skep_exit open_sinks(struct run *run)
{
	const char *const paths[SKEP_FATES] = {[SKEP_FATE_PASS] = run->options->write,
					       [SKEP_FATE_TX] = run->options->tx,
					       [SKEP_FATE_REDIRECT] = run->options->redirect};
	struct skep_source_info info = *skep_source_info(run->job.source);
	struct skep_diag d = {0};

	/* Programs make packets longer. */
	if (info.snaplen < UINT16_MAX)
		info.snaplen = UINT16_MAX;
	for (u32 fate = 0; fate < SKEP_FATES; fate++) {
		if (!paths[fate])
			continue;
		run->job.sinks[fate] = skep_sink_open(paths[fate], &info, info.nanoseconds, &d);
		if (!run->job.sinks[fate])
			return skep_out_failure(&d, NULL, NULL);
	}
	return SKEP_EXIT_OK;
}

static enum skep_exit close_sinks(struct run *run)
{
	enum skep_exit code = SKEP_EXIT_OK;

	for (u32 fate = 0; fate < SKEP_FATES; fate++) {
		struct skep_diag d = {0};

		if (!skep_sink_close(run->job.sinks[fate], &d))
			code = skep_out_failure(&d, NULL, NULL);
		run->job.sinks[fate] = NULL;
	}
	return code;
}

/* ---- the run */

static enum skep_exit run_packets(struct run *run)
{
	struct skep_diag d = {0};

	skep_stop_begin();
	if (skep_run_loop(&run->job, &run->figures, &d))
		return SKEP_EXIT_OK;
	return skep_out_failure(&d, d.place.kind == SKEP_PLACE_OFFSET ? run->options->read : NULL,
				NULL);
}

static enum skep_exit print(struct run *run)
{
	struct skep_diag d = {0};

	if (skep_run_print(&run->printer, run->job.running, &run->figures, &d))
		return SKEP_EXIT_OK;
	/* That nothing can be printed was said. */
	return d.code ? skep_out_failure(&d, NULL, NULL) : SKEP_EXIT_FAILED;
}

/* Of packets that were run before something failed, the figures are told in any case. */
static enum skep_exit run_and_tell(struct run *run)
{
	enum skep_exit ran = run_packets(run), closed = close_sinks(run), told = SKEP_EXIT_OK;

	if (ran == SKEP_EXIT_OK || run->figures.counts.packets)
		told = print(run);
	return ran ? ran : closed ? closed : told;
}

static enum skep_exit execute(struct run *run)
{
	enum skep_exit code;

	run->job.stop_fd = skep_stop_open();
	code = load(run);
	if (code == SKEP_EXIT_OK)
		code = skep_load_source(run->options->read, run->job.running, run->job.stop_fd,
					&run->job.source);
	if (code == SKEP_EXIT_OK)
		code = open_sinks(run);
	code = code == SKEP_EXIT_OK ? run_and_tell(run) : code;
	close_sinks(run);
	skep_source_free(run->job.source);
	skep_running_free(run->job.running);
	close(run->job.stop_fd);
	return code;
}

static enum skep_exit start(const struct run_options *o, const char *path)
{
	struct run *run = skep_alloc(sizeof(*run));
	struct skep_diag d = {0};
	enum skep_exit code;

	if (!run) {
		skep_fail_nomem(&d);
		return skep_out_failure(&d, NULL, NULL);
	}
	*run = (struct run){.options = o, .path = path, .job.options = o, .printer.options = o};
	pthread_mutex_init(&run->printer.mutex, NULL);
	code = execute(run);
	pthread_mutex_destroy(&run->printer.mutex);
	skep_free(run);
	return code;
}

enum skep_exit skep_cmd_run(const struct skep_call *call)
{
	struct run_options o = {0};
	int word = skep_options_parse(&skep_options_run, call->argc, call->argv, &o);

	if (word < 0)
		return SKEP_EXIT_USAGE;
	if (o.help)
		return skep_usage_self(call);
	if (word + 1 != call->argc)
		return skep_out_usage("which object file? see skep run --help");
	if (!o.read)
		return skep_out_usage("where do packets come from? -r FILE");
	if (o.threads > THREADS_MAX)
		return skep_out_usage("--threads %llu: at most %d", (unsigned long long)o.threads,
				      THREADS_MAX);
	return start(&o, call->argv[word]);
}
