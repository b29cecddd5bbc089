/* SPDX-License-Identifier: BSD-2-Clause */
#include "filter_ours.h"

#include <skep/classic.h>
#include <string.h>

#include "base/alloc.h"
#include "base/diag.h"
#include "filter/eval.h"
#include "filter/lower.h"
#include "filter/parse.h"

enum { SNAPLEN = 262144 }; /* what make.py writes */

/* Lowering alone, without an optimiser or emitter behind it. */
static bool lower_tree(struct ours *o, const struct skep_filter_options *options, const char *text,
		       struct skep_diag *d)
{
	struct skep_ast *ast = skep_filter_parse(text, &o->arena, d);
	struct skep_lower lower = {
	    .g = &o->graph, .arena = &o->arena, .options = options, .diag = d, .text = text};
	bool ok = false;

	if (!skep_graph_init(&o->graph, &o->arena, false))
		return skep_fail_nomem(d);
	if (ast)
		ok = skep_lower_filter(&lower, ast, &o->root);
	skep_free(lower.before.data);
	skep_free(lower.warnings.data);
	return ok;
}

static bool compile_form(struct ours_form *f, const char *text,
			 const struct skep_filter_options *options, struct skep_diag *d)
{
	const struct skep_prog *prog;
	struct skep_code_options plain = {.mode = SKEP_CODE_PLAIN};
	struct skep_code_options checked = {.mode = SKEP_CODE_CHECKED};

	f->filter = skep_filter_compile(text, options, d);
	if (!f->filter)
		return false;
	f->classic = skep_filter_classic(f->filter, &f->classic_count, NULL);
	prog = skep_filter_prog(f->filter, d);
	if (!prog)
		return false;
	f->native = skep_code_new(prog, d);
	f->plain = skep_code_new_with(prog, &plain, d);
	f->checked = skep_code_new_with(prog, &checked, d);
	return f->native && f->plain && f->checked;
}

bool ours_compile(struct ours *o, u32 dlt, const char *text, u32 netmask, struct skep_diag *d)
{
	struct skep_filter_options options = {
	    .linktype = dlt, .null_link = dlt == 0, .snaplen = SNAPLEN, .netmask = netmask};
	bool accepted;

	*o = (struct ours){0};
	accepted = lower_tree(o, &options, text, d);
	for (u32 i = 0; i < SKEP_COUNT(o->form); i++) {
		struct skep_diag own = {0};

		options.no_optimise = i == 0;
		if (compile_form(&o->form[i], text, &options, &own) == accepted)
			continue;
		o->mixed = true;
		*d = (struct skep_diag){0};
		return skep_fail(d, SKEP_E_INVALID, "form %u is %s although lowering %s it: %s", i,
				 accepted ? "refused" : "accepted",
				 accepted ? "accepts" : "refuses", own.what);
	}
	return accepted;
}

void ours_fini(struct ours *o)
{
	for (u32 i = 0; i < SKEP_COUNT(o->form); i++) {
		skep_code_free(o->form[i].native);
		skep_code_free(o->form[i].plain);
		skep_code_free(o->form[i].checked);
		skep_filter_free(o->form[i].filter);
	}
	skep_graph_fini(&o->graph);
	skep_arena_fini(&o->arena);
}

static u32 run_tree(const struct ours *o, const struct ours_form *form, const struct skep_packet *p)
{
	(void)form;
	return skep_eval_cond(&o->graph, o->root, p) ? SNAPLEN : 0;
}

static bool has_classic(const struct ours_form *form)
{
	return form->classic != NULL;
}

static u32 run_classic(const struct ours *o, const struct ours_form *form,
		       const struct skep_packet *p)
{
	(void)o;
	return skep_classic_run(form->classic, form->classic_count, p);
}

static u32 run_native(const struct ours *o, const struct ours_form *form,
		      const struct skep_packet *p)
{
	(void)o;
	return (u32)skep_code_run_packet(form->native, p);
}

static u32 run_plain(const struct ours *o, const struct ours_form *form,
		     const struct skep_packet *p)
{
	(void)o;
	return (u32)skep_code_run_packet(form->plain, p);
}

static u32 run_checked(const struct ours *o, const struct ours_form *form,
		       const struct skep_packet *p)
{
	u64 result;

	(void)o;
	return skep_code_try_packet(form->checked, p, &result, NULL) ? (u32)result : OURS_STOPPED;
}

/* The checked interpreter comes before the plain one: it tells what would crash there. */
const struct ours_engine ours_engines[] = {
    {"tree", 0, true, NULL, run_tree},
    {"classic, as written", 0, false, has_classic, run_classic},
    {"classic, optimised", 1, false, has_classic, run_classic},
    {"eBPF checked, as written", 0, true, NULL, run_checked},
    {"eBPF checked, optimised", 1, true, NULL, run_checked},
    {"eBPF, as written", 0, true, NULL, run_plain},
    {"eBPF, optimised", 1, false, NULL, run_plain},
    {"machine code, as written", 0, true, NULL, run_native},
    {"machine code, optimised", 1, false, NULL, run_native},
};
const u32 ours_engine_count = SKEP_COUNT(ours_engines);
