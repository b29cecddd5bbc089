/* SPDX-License-Identifier: BSD-2-Clause */
/* skep diff: an object in skep and in the running Linux. First what the verifiers say of its
 * programs, then, with packets, what one of them does to each packet, and what it leaves in maps.
 * The exit code is 5 if anything differs. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/array.h"
#include "base/diag.h"
#include "cli/chunk.h"
#include "cli/commands.h"
#include "cli/diff_print.h"
#include "cli/linux_side.h"
#include "cli/load.h"
#include "cli/run_print.h"
#include "cli/stop.h"
#include "cli/usage.h"

enum {
	SHOWN = 10,
	PORTION = 512, /* packets that are run before they are compared */
};

struct diff_options {
	const char *prog, *read;
	struct skep_words sets, types, ignored;
	u64 shown;
	u32 json, help;
};

#define OPTION(...) SKEP_OPTION_ROW(diff_options, __VA_ARGS__)
static const struct skep_option rows[] = {
#include "cli/diff_options.def"
};
#undef OPTION
const struct skep_options skep_options_diff = {rows, SKEP_COUNT(rows)};

/* One side's verdicts. */
struct verdicts {
	struct skep_diff_verdict *data;
	size_t count, room;
	bool failed; /* memory ran out */
};

/* One use of the command. */
struct run {
	const struct diff_options *options;
	const char *path;
	struct skep_diff_printer printer;
	struct verdicts verdicts[SKEP_DIFF_SIDES];
	struct skep_diff *diff;
	struct skep_source *source;
	struct skep_chunk chunk;
	u32 differ, unable; /* programs */
	int stop_fd;
};

/* ---- the verifiers */

static char *copy_of(struct verdicts *v, const char *text, size_t length)
{
	struct skep_buffer b = {0};
	char *copy;

	skep_buffer_bytes(&b, text, length);
	copy = skep_buffer_take(&b);
	v->failed |= !copy;
	return copy;
}

/* What Linux says last before its figures. */
static char *last_line(struct verdicts *v, const char *log)
{
	const char *end = strstr(log, "\nprocessed "), *line;

	end = end ? end : log + strlen(log);
	for (line = end; line > log && line[-1] != '\n';)
		line--;
	return copy_of(v, line, (size_t)(end - line));
}

static char *reason(struct verdicts *v, const struct skep_object_verdict *told, bool *unable)
{
	struct skep_linux_side_cause cause;

	if (told->reason_count)
		return copy_of(v, told->reasons[0].what, strlen(told->reasons[0].what));
	if (told->log)
		return last_line(v, told->log);
	if (!told->failure)
		return NULL;
	if (!skep_linux_side_cause(told, &cause))
		return copy_of(v, told->failure, strlen(told->failure));
	*unable = cause.unable;
	return copy_of(v, cause.text, strlen(cause.text));
}

static void keep_verdict(void *context, const struct skep_object_verdict *told)
{
	struct verdicts *v = context;
	struct skep_diff_verdict kept = {.outcome = told->outcome, .insn = told->insn};

	kept.prog = copy_of(v, told->prog, strlen(told->prog));
	if (told->reason_count)
		kept.insn = told->reasons[0].insn;
	kept.why = reason(v, told, &kept.unable);
	v->failed |= !SKEP_PUSH(v, kept);
}

static bool ask(struct run *run, enum skep_diff_side side, struct skep_diag *d)
{
	struct verdicts *v = &run->verdicts[side];
	const struct skep_object_verify how = {.path = run->path,
					       .prog = run->options->prog,
					       .reasons = 1,
					       .linux_side = side == SKEP_DIFF_LINUX,
					       .each = keep_verdict,
					       .context = v};

	if (!skep_object_verify(&how, d))
		return false;
	return !v->failed || skep_fail_nomem(d);
}

static void compare_verdicts(struct run *run)
{
	const struct verdicts *ours = &run->verdicts[SKEP_DIFF_SKEP];
	const struct verdicts *theirs = &run->verdicts[SKEP_DIFF_LINUX];

	for (size_t i = 0; i < ours->count && i < theirs->count; i++) {
		const struct skep_diff_verdict both[] = {ours->data[i], theirs->data[i]};
		bool same = both[0].outcome == both[1].outcome;

		run->unable += both[1].unable;
		run->differ += !same && !both[1].unable;
		skep_diff_print_verdicts(&run->printer, both, same);
	}
}

static void free_verdicts(struct verdicts *v)
{
	for (size_t i = 0; i < v->count; i++) {
		skep_free(v->data[i].prog);
		skep_free(v->data[i].why);
	}
	skep_free(v->data);
}

/* ---- packets */

static enum skep_exit run_packets(struct run *run)
{
	struct skep_diag d = {0};
	bool ok = true;

	skep_stop_begin();
	while (ok && !run->chunk.end && !skep_stop_asked(run->stop_fd)) {
		/* What came before the input was found to be damaged is compared, too. */
		bool read = skep_chunk_fill(&run->chunk, run->source, PORTION, &d);

		ok = skep_diff_run(run->diff, run->chunk.packets, run->chunk.count, &d) && read;
	}
	if (ok && skep_diff_finish(run->diff, &d))
		return SKEP_EXIT_OK;
	return skep_out_failure(&d, d.place.kind == SKEP_PLACE_OFFSET ? run->options->read : NULL,
				NULL);
}

static enum skep_exit tell_run(struct run *run)
{
	const struct skep_running_program program =
	    skep_running_program(skep_diff_running(run->diff, SKEP_DIFF_SKEP));
	const struct skep_diff_counts counts = skep_diff_counts(run->diff);

	skep_diff_print_counts(&run->printer, &program, &counts);
	for (u32 kind = 0; kind < SKEP_DIFF_KINDS; kind++)
		if (counts.different[kind])
			return SKEP_EXIT_DIFFERENT;
	return SKEP_EXIT_OK;
}

static enum skep_exit load(struct run *run)
{
	const struct diff_options *o = run->options;
	const struct skep_diff_options options = {
	    .path = run->path,
	    .prog = o->prog,
	    .ignored = o->ignored.words,
	    .ignored_count = o->ignored.count,
	    .json = o->json,
	    .refused = skep_run_print_refusal,
	    .different = skep_diff_print_difference,
	    .context = &run->printer,
	};
	struct skep_diag d = {0};
	enum skep_exit code = SKEP_EXIT_OK;

	run->diff = skep_diff_new(&options, &d);
	if (!run->diff)
		return skep_out_failure(&d, NULL, NULL);
	for (u32 side = 0; side < SKEP_DIFF_SIDES && code == SKEP_EXIT_OK; side++) {
		struct skep_running *running = skep_diff_running(run->diff, side);

		skep_running_enter(running);
		code = skep_load(running, &o->sets, &o->types);
	}
	return code;
}

static enum skep_exit compare_runs(struct run *run)
{
	enum skep_exit code = load(run);

	if (code == SKEP_EXIT_OK)
		code = skep_load_source(run->options->read,
					skep_diff_running(run->diff, SKEP_DIFF_SKEP), run->stop_fd,
					&run->source);
	if (code == SKEP_EXIT_OK)
		code = run_packets(run);
	return code == SKEP_EXIT_OK ? tell_run(run) : code;
}

/* ---- from the beginning to the end */

static enum skep_exit compare(struct run *run)
{
	enum skep_exit code = SKEP_EXIT_OK;
	struct skep_diag d = {0};

	if (!ask(run, SKEP_DIFF_SKEP, &d) || !ask(run, SKEP_DIFF_LINUX, &d))
		return skep_out_failure(&d, NULL, NULL);
	compare_verdicts(run);
	if (run->options->read)
		code = compare_runs(run);
	if (run->differ)
		return SKEP_EXIT_DIFFERENT;
	if (code != SKEP_EXIT_OK || run->options->read)
		return code;
	/* All that could be asked was the same, but that was nothing. */
	if (run->unable == run->verdicts[SKEP_DIFF_SKEP].count)
		return SKEP_EXIT_UNABLE;
	return SKEP_EXIT_OK;
}

static enum skep_exit execute(struct run *run)
{
	enum skep_exit code, printed;

	run->stop_fd = skep_stop_open();
	code = compare(run);
	printed = run->printer.out.count ? skep_usage_print(&run->printer.out) : SKEP_EXIT_OK;
	skep_chunk_fini(&run->chunk);
	skep_source_free(run->source);
	skep_diff_free(run->diff);
	for (u32 side = 0; side < SKEP_DIFF_SIDES; side++)
		free_verdicts(&run->verdicts[side]);
	if (run->stop_fd >= 0)
		close(run->stop_fd);
	return printed == SKEP_EXIT_OK ? code : printed;
}

static enum skep_exit start(const struct diff_options *o, const char *path)
{
	struct run *run = skep_alloc(sizeof(*run));
	struct skep_diag d = {0};
	enum skep_exit code;

	if (!run) {
		skep_fail_nomem(&d);
		return skep_out_failure(&d, NULL, NULL);
	}
	run->options = o;
	run->path = path;
	run->printer.limit = o->shown ? o->shown : SHOWN;
	run->printer.json = o->json;
	code = execute(run);
	skep_free(run);
	return code;
}

enum skep_exit skep_cmd_diff(const struct skep_call *call)
{
	struct diff_options o = {0};
	int word = skep_options_parse(&skep_options_diff, call->argc, call->argv, &o);

	if (word < 0)
		return SKEP_EXIT_USAGE;
	if (o.help)
		return skep_usage_self(call);
	if (word + 1 != call->argc)
		return skep_out_usage("which object file? see skep diff --help");
	if (!o.read && (o.sets.count || o.types.count || o.ignored.count))
		return skep_out_usage("--map, --event and --ignore belong to -r FILE");
	return start(&o, call->argv[word]);
}
