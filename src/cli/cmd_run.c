/* SPDX-License-Identifier: BSD-2-Clause */
/* skep run: an object file is loaded, one of its programs runs on the packets of a capture file,
 * and what came of it is told. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/diag.h"
#include "cli/commands.h"
#include "cli/input.h"
#include "cli/links.h"
#include "cli/run_loop.h"
#include "cli/run_print.h"
#include "cli/stop.h"
#include "cli/usage.h"

enum {
	THREADS_MAX = 256,
	LINKTYPE_ETHERNET = 1,
};

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

/* ---- what maps and variables hold */

/* Gives one its contents; explains what is wrong. */
static enum skep_exit set_one(struct run *run, const char *word)
{
	const char *json = strchr(word, '=');
	struct skep_diag d = {0};
	char name[64];

	if (skep_running_set(run->job.running, word, &d))
		return SKEP_EXIT_OK;
	snprintf(name, sizeof(name), "%.*s", (int)strcspn(word, "="), word);
	return skep_out_failure(&d, name, json ? json + 1 : NULL);
}

/* The lines of a file; empty ones and those that begin with # are none. */
static enum skep_exit set_lines(struct run *run, const char *path)
{
	struct skep_buffer text = {0};
	struct skep_diag d = {0};
	enum skep_exit code = SKEP_EXIT_OK;

	if (!skep_input_read(path, &text, &d) || !skep_input_is_text(&text, &d))
		code = skep_out_failure(&d, path, NULL);
	for (char *line = text.data; code == SKEP_EXIT_OK && line && *line;) {
		char *end = line + strcspn(line, "\n");
		bool last = !*end;

		*end = '\0';
		if (*line && *line != '#')
			code = set_one(run, line);
		line = last ? end : end + 1;
	}
	skep_buffer_fini(&text);
	return code;
}

static enum skep_exit set_all(struct run *run)
{
	const struct skep_words *sets = &run->options->sets;
	enum skep_exit code = SKEP_EXIT_OK;

	for (u32 i = 0; i < sets->count && code == SKEP_EXIT_OK; i++)
		code = sets->words[i][0] == '@' ? set_lines(run, sets->words[i] + 1)
						: set_one(run, sets->words[i]);
	return code;
}

/* ---- the object */

static enum skep_exit set_types(const struct run *run)
{
	const struct skep_words *types = &run->options->types;
	struct skep_diag d = {0};

	for (u32 i = 0; i < types->count; i++)
		if (!skep_running_type(run->job.running, types->words[i], &d))
			return skep_out_failure(&d, types->words[i], NULL);
	return SKEP_EXIT_OK;
}

static enum skep_exit load(struct run *run)
{
	const struct skep_running_options options = {
	    .path = run->path,
	    .prog = run->options->prog,
	    .cpus = run->options->threads ? (u32)run->options->threads : 1,
	    .refused = skep_run_print_refusal,
	    .print = skep_run_print_trace,
	    .event = skep_run_print_event,
	    .context = &run->printer,
	};
	struct skep_diag d = {0};
	enum skep_exit code;

	run->job.running = skep_running_new(&options, &d);
	if (!run->job.running)
		return skep_out_failure(&d, NULL, NULL);
	code = set_all(run);
	if (code != SKEP_EXIT_OK)
		return code;
	if (!skep_running_load(run->job.running, &d))
		return skep_out_failure(&d, NULL, NULL);
	code = set_all(run);
	return code == SKEP_EXIT_OK ? set_types(run) : code;
}

/* ---- files */

static enum skep_exit open_source(struct run *run)
{
	const char *path = run->options->read;
	const struct skep_source_info *info;
	struct skep_diag d = {0};
	char number[16];

	run->job.source = skep_source_open_file(path, run->job.stop_fd, &d);
	if (!run->job.source)
		return skep_out_failure(&d, d.code == SKEP_E_FORMAT ? path : NULL, NULL);
	info = skep_source_info(run->job.source);
	if (info->linktype == LINKTYPE_ETHERNET)
		return SKEP_EXIT_OK;
	skep_fail(&d, SKEP_E_UNSUPPORTED, "the packets have link type %s",
		  skep_links_name(info->dlt, number));
	skep_hint(&d, "programs of type %s run on frames of Ethernet",
		  skep_running_program(run->job.running).type_name);
	return skep_out_failure(&d, path, NULL);
}

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
		code = open_source(run);
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
