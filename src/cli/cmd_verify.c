/* SPDX-License-Identifier: BSD-2-Clause */
/* skep verify: the verdict on each program of an object file, with the reasons of a refusal. The
 * exit code is 4 if a program was refused, and 1 if there is one that came to no verdict, 3 if that
 * is Linux's or a privilege's fault. */
#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buffer.h"
#include "base/diag.h"
#include "base/json.h"
#include "capture/sink.h"
#include "cli/commands.h"
#include "cli/insn_json.h"
#include "cli/linux_side.h"
#include "cli/usage.h"
#include "cli/verdict.h"
#include "object/verify.h"

enum { REASONS_ALL = 32 };

struct verify_options {
	const char *kernel, *write;
	u32 verbose, json, all, beyond, linux_side, unprivileged, help;
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
	u32 unable;		/* of those that failed: Linux or the privileges cannot */
	bool wrote;		/* all so far */
	struct skep_sink *sink; /* of packets that refused programs trap on; NULL: none is wanted */
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

static void add_bytes(struct skep_buffer *b, const char *key, const unsigned char *bytes, u32 count)
{
	skep_buffer_printf(b, "%s\"%s\":", b->data[b->count - 1] == '{' ? "" : ",", key);
	if (!bytes) {
		skep_buffer_text(b, "null");
		return;
	}
	skep_buffer_text(b, "\"");
	for (u32 i = 0; i < count; i++)
		skep_buffer_printf(b, "%02x", bytes[i]);
	skep_buffer_text(b, "\"");
}

static void add_elements(struct skep_buffer *b, const struct skep_object_example *e)
{
	skep_buffer_text(b, ",\"maps\":[");
	for (u32 i = 0; i < e->element_count; i++) {
		skep_buffer_text(b, i ? ",{" : "{");
		add_key(b, "map", e->elements[i].map);
		add_bytes(b, "key", e->elements[i].key, e->elements[i].key_size);
		add_bytes(b, "value", e->elements[i].value, e->elements[i].value_size);
		skep_buffer_text(b, "}");
	}
	skep_buffer_text(b, "],\"fields\":[");
	for (u32 i = 0; i < e->field_count; i++)
		skep_buffer_printf(b, "%s{\"name\":\"%s\",\"value\":%llu}", i ? "," : "",
				   e->fields[i].name, (unsigned long long)e->fields[i].value);
	skep_buffer_text(b, "],\"results\":[");
	for (u32 i = 0; i < e->result_count; i++)
		skep_buffer_printf(b, "%s{\"insn\":%u,\"value\":%llu}", i ? "," : "",
				   e->results[i].insn, (unsigned long long)e->results[i].value);
	skep_buffer_text(b, "]");
}

static void add_json_example(struct skep_buffer *b, const struct skep_object_example *e)
{
	skep_buffer_text(b, ",\"example\":");
	if (!e) {
		skep_buffer_text(b, "null");
		return;
	}
	skep_buffer_printf(b, "{\"insn\":%u", e->insn);
	add_key(b, "what", e->what);
	add_bytes(b, "packet", e->packet, e->packet_size);
	add_bytes(b, "context", e->context, e->context_size);
	add_elements(b, e);
	skep_buffer_text(b, "}");
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
	add_json_example(b, r->example);
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

static void add_list(struct skep_buffer *b, const struct skep_object_verdict *v)
{
	skep_buffer_text(b, ",\"insns\":[");
	for (u32 i = 0; i < v->list_count; i++) {
		const struct skep_object_insn *n = &v->list[i];

		skep_buffer_printf(b, "%s{\"insn\":%u", i ? "," : "", n->insn);
		add_key(b, "insn_text", n->text);
		add_key(b, "file", n->file);
		add_number(b, "line", n->line);
		add_key(b, "source", n->source);
		add_number(b, "visits", n->visits);
		add_number(b, "states", n->states);
		add_number(b, "pruned", n->pruned);
		add_key(b, "facts", n->facts);
		skep_buffer_text(b, "}");
	}
	skep_buffer_text(b, "]");
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
	if (v->list)
		add_list(b, v);
	skep_buffer_text(b, "}\n");
}

/* ---- packets */

static bool open_sink(struct run *run)
{
	static const struct skep_source_info ethernet = {
	    .linktype = 1, .dlt = 1, .snaplen = UINT16_MAX};
	struct skep_diag d = {0};

	if (!run->options->write)
		return true;
	run->sink = skep_sink_open(run->options->write, &ethernet, false, &d);
	if (!run->sink)
		skep_out_failure(&d, NULL, NULL);
	return run->sink;
}

static bool close_sink(struct run *run)
{
	struct skep_diag d = {0};

	if (skep_sink_close(run->sink, &d))
		return true;
	skep_out_failure(&d, NULL, NULL);
	return false;
}

static void write_packet(struct run *run, const struct skep_object_example *e)
{
	struct skep_batch *batch = skep_alloc(sizeof(*batch));
	struct skep_diag d = {0};

	if (batch) {
		batch->count = 1;
		batch->packets[0] = (struct skep_packet){
		    .data = e->packet, .caplen = e->packet_size, .wirelen = e->packet_size};
		if (!skep_sink_put(run->sink, batch, 0, UINT32_MAX, &d) ||
		    !skep_sink_settle(run->sink, &d))
			skep_out_failure(&d, NULL, NULL);
	}
	run->wrote &= batch && !d.code;
	skep_free(batch);
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
	if (run->sink && v.reason_count && v.reasons[0].example && v.reasons[0].example->packet)
		write_packet(run, v.reasons[0].example);
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
	bool ok;

	if (!open_sink(run))
		return SKEP_EXIT_FAILED;
	ok = skep_object_verify(how, &d);
	run->wrote &= close_sink(run);
	if (!ok)
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
	if (o.write && o.linux_side)
		return skep_out_usage("-w and --linux: Linux shows no packet that traps");
	if (o.unprivileged && o.linux_side)
		return skep_out_usage("--unprivileged and --linux: Linux goes by the capabilities "
				      "that this process has");
	if (o.beyond && o.linux_side)
		return skep_out_usage("--beyond-linux and --linux: Linux cannot go beyond itself");
	if (o.kernel && !(how.kernel = read_version(o.kernel)))
		return skep_out_usage("--kernel %s: expected 6.1, 6.6, 6.12 or 6.18", o.kernel);
	how.path = call->argv[word];
	how.prog = word + 1 < call->argc ? call->argv[word + 1] : NULL;
	how.reasons = o.all ? REASONS_ALL : 1;
	how.beyond = o.beyond;
	how.list = o.verbose;
	how.unprivileged = o.unprivileged;
	how.examples = !o.linux_side;
	how.linux_side = o.linux_side;
	return verify(&run, &how);
}
