/* SPDX-License-Identifier: BSD-2-Clause */
#include "cli/diff_print.h"

#include "base/json.h"

static const struct {
	const char *name; /* of many */
	const char *one;
} kinds[SKEP_DIFF_KINDS] = {
    [SKEP_DIFF_VERDICTS] = {"verdicts", "verdict"},
    [SKEP_DIFF_BYTES] = {"bytes", "bytes"},
    [SKEP_DIFF_EVENTS] = {"events", "event"},
    [SKEP_DIFF_ELEMENTS] = {"elements", "element"},
    [SKEP_DIFF_VARIABLES] = {"variables", "variable"},
};

static const char *const sides[SKEP_DIFF_SIDES] = {
    [SKEP_DIFF_SKEP] = "skep",
    [SKEP_DIFF_LINUX] = "linux",
};

static const char *const outcomes[] = {
    [SKEP_OBJECT_ACCEPTED] = "accepted",
    [SKEP_OBJECT_REFUSED] = "refused",
    [SKEP_OBJECT_FAILED] = "failed",
};

static void add_text(struct skep_buffer *b, const char *text)
{
	if (text)
		skep_json_string(b, text);
	else
		skep_buffer_text(b, "null");
}

/* ---- verdicts */

static void add_json_verdict(struct skep_buffer *b, const struct skep_diff_verdict *v)
{
	skep_buffer_printf(b, "{\"verdict\":\"%s\",\"insn\":%lld,\"why\":", outcomes[v->outcome],
			   (long long)v->insn);
	add_text(b, v->why);
	skep_buffer_text(b, "}");
}

static void add_text_verdict(struct skep_buffer *b, const char *side,
			     const struct skep_diff_verdict *v)
{
	skep_buffer_printf(b, "  %s: %s", side, outcomes[v->outcome]);
	if (v->insn >= 0)
		skep_buffer_printf(b, " at instruction %lld", (long long)v->insn);
	skep_buffer_printf(b, "%s%s\n", v->why ? ": " : "", v->why ? v->why : "");
}

void skep_diff_print_verdicts(struct skep_diff_printer *p,
			      const struct skep_diff_verdict v[SKEP_DIFF_SIDES], bool same)
{
	struct skep_buffer *b = &p->out;
	bool asked = !v[SKEP_DIFF_LINUX].unable;

	if (p->json) {
		skep_buffer_text(b, "{\"program\":");
		add_text(b, v[SKEP_DIFF_SKEP].prog);
		for (u32 side = 0; side < SKEP_DIFF_SIDES; side++) {
			skep_buffer_printf(b, ",\"%s\":", sides[side]);
			add_json_verdict(b, &v[side]);
		}
		skep_buffer_printf(b, ",\"compared\":%s,\"same\":%s}\n", asked ? "true" : "false",
				   asked && same ? "true" : "false");
		return;
	}
	if (same && asked && v[SKEP_DIFF_SKEP].outcome == SKEP_OBJECT_ACCEPTED) {
		skep_buffer_printf(b, "%s: both accept it\n", v[SKEP_DIFF_SKEP].prog);
		return;
	}
	skep_buffer_printf(b, "%s: %s\n", v[SKEP_DIFF_SKEP].prog,
			   !asked  ? "Linux cannot be asked"
			   : !same ? "the verdicts differ"
			   : v[SKEP_DIFF_SKEP].outcome == SKEP_OBJECT_FAILED ? "neither can load it"
									     : "both refuse it");
	add_text_verdict(b, "skep", &v[SKEP_DIFF_SKEP]);
	add_text_verdict(b, "Linux", &v[SKEP_DIFF_LINUX]);
}

/* ---- differences */

static void add_json_difference(struct skep_buffer *b, const struct skep_difference *d, bool typed)
{
	skep_buffer_printf(b, "{\"difference\":\"%s\"", kinds[d->kind].one);
	if (d->packet)
		skep_buffer_printf(b, ",\"packet\":%llu", (unsigned long long)d->packet);
	if (d->name) {
		skep_buffer_text(b, ",\"name\":");
		add_text(b, d->name);
	}
	if (d->key)
		skep_buffer_printf(b, ",\"key\":%s", d->key);
	for (u32 side = 0; side < SKEP_DIFF_SIDES; side++) {
		skep_buffer_printf(b, ",\"%s\":", sides[side]);
		if (typed && d->sides[side])
			skep_buffer_text(b, d->sides[side]);
		else
			add_text(b, d->sides[side]);
	}
	skep_buffer_text(b, "}\n");
}

static void add_text_difference(struct skep_buffer *b, const struct skep_difference *d)
{
	if (d->packet)
		skep_buffer_printf(b, "packet %llu, ", (unsigned long long)d->packet);
	skep_buffer_text(b, kinds[d->kind].one);
	if (d->name)
		skep_buffer_printf(b, " %s", d->name);
	if (d->key)
		skep_buffer_printf(b, "[%s]", d->key);
	skep_buffer_printf(b, ":\n  skep:  %s\n  Linux: %s\n",
			   d->sides[SKEP_DIFF_SKEP] ? d->sides[SKEP_DIFF_SKEP] : "nothing",
			   d->sides[SKEP_DIFF_LINUX] ? d->sides[SKEP_DIFF_LINUX] : "nothing");
}

void skep_diff_print_difference(void *context, const struct skep_difference *difference)
{
	struct skep_diff_printer *p = context;

	if (p->shown[difference->kind]++ >= p->limit)
		return;
	/* Values of maps and variables are JSON already. */
	if (p->json)
		add_json_difference(&p->out, difference, difference->name);
	else
		add_text_difference(&p->out, difference);
}

/* ---- counts */

static void add_json_counts(struct skep_buffer *b, const char *key, const u64 *counts)
{
	skep_buffer_printf(b, ",\"%s\":{", key);
	for (u32 kind = 0; kind < SKEP_DIFF_KINDS; kind++)
		skep_buffer_printf(b, "%s\"%s\":%llu", kind ? "," : "", kinds[kind].name,
				   (unsigned long long)counts[kind]);
	skep_buffer_text(b, "}");
}

static void add_json(struct skep_buffer *b, const struct skep_running_program *program,
		     const struct skep_diff_counts *c)
{
	skep_buffer_text(b, "{\"program\":");
	add_text(b, program->name);
	skep_buffer_text(b, ",\"type\":");
	add_text(b, program->type_name);
	skep_buffer_printf(b, ",\"packets\":%llu,\"untried\":%llu", (unsigned long long)c->packets,
			   (unsigned long long)c->untried);
	add_json_counts(b, "compared", c->compared);
	add_json_counts(b, "different", c->different);
	for (u32 side = 0; side < SKEP_DIFF_SIDES; side++)
		skep_buffer_printf(b, ",\"%s_ns\":%llu", sides[side],
				   (unsigned long long)c->nanoseconds[side]);
	skep_buffer_text(b, "}\n");
}

void skep_diff_print_counts(struct skep_diff_printer *p, const struct skep_running_program *program,
			    const struct skep_diff_counts *c)
{
	double packets = c->packets > c->untried ? (double)(c->packets - c->untried) : 1;

	if (p->json) {
		add_json(&p->out, program, c);
		return;
	}
	skep_buffer_printf(&p->out, "%s (%s): %llu packets\n", program->name, program->type_name,
			   (unsigned long long)c->packets);
	if (c->untried)
		skep_buffer_printf(&p->out,
				   "  not run, too short or too long for BPF_PROG_TEST_RUN: %llu\n",
				   (unsigned long long)c->untried);
	for (u32 kind = 0; kind < SKEP_DIFF_KINDS; kind++)
		skep_buffer_printf(&p->out, "  %-10s %8llu compared, %llu different\n",
				   kinds[kind].name, (unsigned long long)c->compared[kind],
				   (unsigned long long)c->different[kind]);
	skep_buffer_printf(&p->out, "  %.1f ns a packet in skep, %.1f in Linux\n",
			   (double)c->nanoseconds[SKEP_DIFF_SKEP] / packets,
			   (double)c->nanoseconds[SKEP_DIFF_LINUX] / packets);
}
