/* SPDX-License-Identifier: BSD-2-Clause */
/* The public functions: text -> tree -> condition -> decision graph at once, programs when they are
 * asked for. */
#include <skep/filter.h>
#include <string.h>

#include "base/alloc.h"
#include "base/array.h"
#include "base/diag.h"
#include "filter/emit.h"
#include "filter/explain.h"
#include "filter/graph.h"
#include "filter/lower.h"
#include "filter/parse.h"
#include "prog/prog.h"

enum { DEFAULT_SNAPLEN = 262144 };

struct skep_filter {
	struct skep_arena arena; /* the tree and the sets */
	struct skep_graph graph;
	const struct skep_ast *ast;
	u32 snaplen;
	struct skep_diag *warnings; /* owned */
	u32 warning_count;
	struct sock_filter *classic; /* owned; NULL until it is asked for */
	u32 classic_count;
	struct skep_prog *prog; /* the same */
};

static const struct skep_filter_options DEFAULTS = {0};

/* Takes the warnings over. The optimiser may have found what lowering could not see: that nothing
 * matches; that is said of the whole text, so first. */
static bool take_warnings(struct skep_filter *f, struct skep_lower *l)
{
	size_t before = l->warnings.count;
	struct skep_diag last;

	if (f->graph.entry == SKEP_NODE_REJECT)
		skep_lower_warn(l, f->ast->span, "look for `and` where `or` is meant",
				"this expression matches no packet");
	if (l->warnings.count > before) {
		last = l->warnings.data[before];
		memmove(l->warnings.data + 1, l->warnings.data, before * sizeof(last));
		l->warnings.data[0] = last;
	}
	f->warnings = l->warnings.data;
	f->warning_count = (u32)l->warnings.count;
	l->warnings.data = NULL;
	return !f->graph.failed;
}

static bool compile(struct skep_filter *f, const char *text,
		    const struct skep_filter_options *options, struct skep_diag *d)
{
	struct skep_lower l = {
	    .g = &f->graph, .arena = &f->arena, .options = options, .diag = d, .text = text};
	skep_cid root;
	bool ok;

	if (!skep_graph_init(&f->graph, &f->arena, !options->no_optimise))
		return skep_fail_nomem(d);
	f->ast = skep_filter_parse(text, &f->arena, d);
	if (!f->ast)
		return false;
	ok = skep_lower_filter(&l, f->ast, &root);
	if (ok) {
		skep_graph_build(&f->graph, root);
		ok = take_warnings(f, &l);
		if (!ok)
			skep_fail_nomem(d);
	}
	skep_free(l.before.data);
	skep_free(l.warnings.data);
	return ok;
}

struct skep_filter *skep_filter_compile(const char *text, const struct skep_filter_options *options,
					struct skep_diag *d)
{
	struct skep_filter *f = skep_alloc(sizeof(*f));

	if (!f) {
		skep_fail_nomem(d);
		return NULL;
	}
	if (!options)
		options = &DEFAULTS;
	f->snaplen = options->snaplen ? options->snaplen : DEFAULT_SNAPLEN;
	if (compile(f, text, options, d))
		return f;
	skep_filter_free(f);
	return NULL;
}

void skep_filter_free(struct skep_filter *filter)
{
	if (!filter)
		return;
	skep_free(filter->warnings);
	skep_free(filter->classic);
	skep_prog_free(filter->prog);
	skep_graph_fini(&filter->graph);
	skep_arena_fini(&filter->arena);
	skep_free(filter);
}

u32 skep_filter_warning_count(const struct skep_filter *filter)
{
	return filter->warning_count;
}

const struct skep_diag *skep_filter_warning(const struct skep_filter *filter, u32 index)
{
	return &filter->warnings[index];
}

const struct sock_filter *skep_filter_classic(struct skep_filter *filter, u32 *count,
					      struct skep_diag *d)
{
	if (!filter->classic)
		filter->classic =
		    skep_emit_classic(&filter->graph, filter->snaplen, &filter->classic_count, d);
	*count = filter->classic_count;
	return filter->classic;
}

const struct skep_prog *skep_filter_prog(struct skep_filter *filter, struct skep_diag *d)
{
	struct skep_ebpf_target target = {.type = SKEP_PROG_RAW, .accept = filter->snaplen};

	if (!filter->prog)
		filter->prog = skep_emit_ebpf(&filter->graph, &target, d);
	return filter->prog;
}

struct skep_prog *skep_filter_xdp(struct skep_filter *filter, u32 match, u32 other,
				  struct skep_diag *d)
{
	struct skep_ebpf_target target = {.type = SKEP_PROG_XDP, .accept = match, .reject = other};

	return skep_emit_ebpf(&filter->graph, &target, d);
}

char *skep_filter_explain(const struct skep_filter *filter, struct skep_diag *d)
{
	char *words = skep_filter_words(filter->ast);

	if (!words)
		skep_fail_nomem(d);
	return words;
}

void skep_text_free(char *text)
{
	skep_free(text);
}
