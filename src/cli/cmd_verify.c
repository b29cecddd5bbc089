/* SPDX-License-Identifier: BSD-2-Clause */
/* skep verify: the verdict on each program of an object file, with the reasons of a refusal. The
 * exit code is 4 if a program was refused, and 1 if there is one that came to no verdict, 3 if that
 * is Linux's or a privilege's fault. */
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/diag.h"
#include "base/json.h"
#include "cli/commands.h"
#include "cli/insn_json.h"
#include "cli/linux_side.h"
#include "cli/usage.h"
#include "cli/verdict.h"
#include "object/verify.h"

enum { REASONS_ALL = 32 };

struct verify_options {
	const char *kernel;
	u32 verbose, json, all, beyond, linux_side, help;
};

#define OPTION(...) SKEP_OPTION_ROW(verify_options, __VA_ARGS__)
static const struct skep_option rows[] = {
#include "cli/verify_options.def"
};
#undef OPTION
const struct skep_options skep_options_verify = {rows, SKEP_COUNT(rows)};

/* One run. */
struct run {
	const struct verify_options *options;
	struct skep_buffer out; /* of one program */
	u32 counts[SKEP_OBJECT_FAILED + 1];
	u32 unable; /* of those that failed: Linux or the privileges cannot */
	bool wrote; /* all so far */
};

static const char *const outcomes[] = {
    [SKEP_OBJECT_ACCEPTED] = "accepted",
    [SKEP_OBJECT_REFUSED] = "refused",
    [SKEP_OBJECT_FAILED] = "failed",
};

/* ---- JSON */

static void add_key(struct skep_buffer *b, const char *key, const char *text)
{
	skep_buffer_printf(b, "%s\"%s\":", b->data[b->count - 1] == '{' ? "" : ",", key);
	if (text)
		skep_json_string(b, text);
	else
		skep_buffer_text(b, "null");
}

static void add_number(struct skep_buffer *b, const char *key, u64 number)
{
	skep_buffer_printf(b, ",\"%s\":%llu", key, (unsigned long long)number);
}

static void add_steps(struct skep_buffer *b, const struct skep_object_reason *r)
{
	skep_buffer_text(b, ",\"steps\":[");
	for (u32 i = 0; i < r->step_count; i++) {
		skep_buffer_printf(b, "%s{\"insn\":%u,\"note\":", i ? "," : "", r->steps[i].insn);
		skep_json_string(b, r->steps[i].note);
		skep_buffer_text(b, "}");
	}
	skep_buffer_text(b, "]");
}

static void add_json_reason(struct skep_buffer *b, const struct skep_object_reason *r)
{
	skep_buffer_text(b, "{");
	add_key(b, "rule", r->rule);
	add_key(b, "what", r->what);
	add_number(b, "insn", r->insn);
	add_key(b, "insn_text", r->insn_text);
	add_key(b, "file", r->file);
	add_number(b, "line", r->line);
	add_number(b, "column", r->column);
	add_key(b, "source", r->source);
	add_steps(b, r);
	add_key(b, "lost", r->lost);
	if (r->lost)
		add_number(b, "lost_insn", r->lost_insn);
	add_key(b, "fix", r->fix);
	if (r->fix)
		skep_buffer_printf(b, ",\"fix_passes\":%s", r->fix_passes ? "true" : "false");
	add_key(b, "hint", r->hint);
	skep_buffer_text(b, "}");
}

static void add_json_figures(struct skep_buffer *b, const struct skep_object_verdict *v)
{
	add_number(b, "instructions", v->insns);
	add_number(b, "visited", v->visited);
	add_number(b, "states", v->states);
	add_number(b, "peak_states", v->peak_states);
	add_number(b, "stack", v->stack);
	add_number(b, "memory", v->memory);
	add_number(b, "nanoseconds", v->nanoseconds);
}

static void add_json(struct skep_buffer *b, const struct skep_object_verdict *v)
{
	skep_buffer_text(b, "{");
	add_key(b, "program", v->prog);
	add_key(b, "section", v->section);
	add_key(b, "type", v->type);
	add_key(b, "verdict", outcomes[v->outcome]);
	if (v->outcome == SKEP_OBJECT_FAILED)
		add_key(b, "failure", v->failure);
	else
		add_json_figures(b, v);
	if (v->log) {
		skep_buffer_printf(b, ",\"insn\":%lld", (long long)v->insn);
		add_key(b, "log", v->log);
	} else if (v->outcome == SKEP_OBJECT_REFUSED) {
		skep_buffer_text(b, ",\"reasons\":[");
		for (u32 i = 0; i < v->reason_count; i++) {
			skep_buffer_text(b, i ? "," : "");
			add_json_reason(b, &v->reasons[i]);
		}
		skep_buffer_text(b, "]");
	}
	skep_buffer_text(b, "}\n");
}

/* ---- the run */

static void show(void *context, const struct skep_object_verdict *told)
{
	struct run *run = context;
	struct skep_linux_side_cause cause;
	struct skep_object_verdict v = *told;

	run->counts[v.outcome]++;
	if (run->options->linux_side && skep_linux_side_cause(&v, &cause)) {
		v.failure = cause.text;
		run->unable += cause.unable;
	}
	if (run->options->json)
		add_json(&run->out, &v);
	else
		skep_verdict_text(&run->out, &v, run->options->verbose);
	if (run->wrote)
		run->wrote = skep_usage_print(&run->out) == SKEP_EXIT_OK;
	else
		skep_buffer_fini(&run->out);
	run->out = (struct skep_buffer){0};
}

/* "6.12" as 612; 0 is no version that is known. */
static u32 read_version(const char *text)
{
	static const u32 known[] = {601, 606, 612, 618};
	unsigned major, minor;
	char rest;

	if (sscanf(text, "%u.%u%c", &major, &minor, &rest) != 2 || minor > 99 || major > 99)
		return 0;
	for (size_t i = 0; i < SKEP_COUNT(known); i++)
		if (known[i] == major * 100 + minor)
			return known[i];
	return 0;
}

static enum skep_exit verify(struct run *run, struct skep_object_verify *how)
{
	struct skep_diag d = {0};

	if (!skep_object_verify(how, &d))
		return skep_out_failure(&d, NULL, NULL);
	if (!run->wrote || run->counts[SKEP_OBJECT_FAILED] > run->unable)
		return SKEP_EXIT_FAILED;
	if (run->unable)
		return SKEP_EXIT_UNABLE;
	return run->counts[SKEP_OBJECT_REFUSED] ? SKEP_EXIT_REFUSED : SKEP_EXIT_OK;
}

enum skep_exit skep_cmd_verify(const struct skep_call *call)
{
	struct verify_options o = {0};
	struct run run = {.options = &o, .wrote = true};
	struct skep_object_verify how = {.each = show, .context = &run};
	int word = skep_options_parse(&skep_options_verify, call->argc, call->argv, &o);

	if (word < 0)
		return SKEP_EXIT_USAGE;
	if (o.help)
		return skep_usage_self(call);
	if (word == call->argc || word + 2 < call->argc)
		return skep_out_usage("which object file? see skep verify --help");
	if (o.kernel && o.linux_side)
		return skep_out_usage("--kernel %s and --linux: Linux is the version that runs",
				      o.kernel);
	if (o.beyond && o.linux_side)
		return skep_out_usage("--beyond-linux and --linux: Linux cannot go beyond itself");
	if (o.kernel && !(how.kernel = read_version(o.kernel)))
		return skep_out_usage("--kernel %s: expected 6.1, 6.6, 6.12 or 6.18", o.kernel);
	how.path = call->argv[word];
	how.prog = word + 1 < call->argc ? call->argv[word + 1] : NULL;
	how.reasons = o.all ? REASONS_ALL : 1;
	how.beyond = o.beyond;
	how.linux_side = o.linux_side;
	return verify(&run, &how);
}
