/* SPDX-License-Identifier: BSD-2-Clause */
/* skep explain: an expression in plain words, what may surprise in it, and both programs. */
#include <skep/asm.h>
#include <skep/prog.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buffer.h"
#include "cli/commands.h"
#include "cli/compile.h"
#include "cli/links.h"
#include "cli/usage.h"

enum { SNAPLEN_DEFAULT = 262144 };

struct explain_options {
	const char *linktype, *file;
	u32 no_optimise, help;
};

#define OPTION(...) SKEP_OPTION_ROW(explain_options, __VA_ARGS__)
static const struct skep_option rows[] = {
#include "cli/explain_options.def"
};
#undef OPTION
const struct skep_options skep_options_explain = {rows, SKEP_COUNT(rows)};

/* A program under a heading that tells its size. */
static void add_program(struct skep_buffer *b, const char *name, const char *listing)
{
	u32 lines = 0;

	for (const char *at = listing; (at = strchr(at, '\n')); at++)
		lines++;
	skep_buffer_printf(b, "\n%s, %u instruction%s:\n%s", name, lines, lines == 1 ? "" : "s",
			   listing);
}

static bool add_classic(struct skep_buffer *b, struct skep_filter *filter, struct skep_diag *d)
{
	u32 count;
	const struct sock_filter *insns = skep_filter_classic(filter, &count, d);
	char *text = insns ? skep_classic_print(insns, count, SKEP_CLASSIC_LISTING, d) : NULL;

	if (!text)
		return false;
	add_program(b, "Classic BPF", text);
	if (count > SKEP_CLASSIC_LINUX_LIMIT)
		skep_buffer_printf(b, "Linux takes at most %d instructions for a socket.\n",
				   SKEP_CLASSIC_LINUX_LIMIT);
	skep_classic_free(text);
	return true;
}

static bool add_ebpf(struct skep_buffer *b, struct skep_filter *filter, struct skep_diag *d)
{
	struct skep_text_options options = {.syntax = SKEP_SYNTAX_LINUX, .listing = true};
	const struct skep_prog *prog = skep_filter_prog(filter, d);
	char *text = prog ? skep_prog_text(prog, &options, d) : NULL;

	if (!text)
		return false;
	add_program(b, "eBPF", text);
	skep_text_free(text);
	return true;
}

static enum skep_exit explain(struct skep_filter *filter)
{
	struct skep_diag d = {0};
	struct skep_buffer b = {0};
	char *words = skep_filter_explain(filter, &d);
	bool ok = words;

	if (words) {
		skep_buffer_text(&b, words);
		if (b.count && b.data[b.count - 1] != '\n')
			skep_buffer_text(&b, "\n");
	}
	ok = ok && add_classic(&b, filter, &d) && add_ebpf(&b, filter, &d);
	skep_text_free(words);
	if (ok)
		return skep_usage_print(&b);
	skep_buffer_fini(&b);
	return skep_out_failure(&d, NULL, NULL);
}

static enum skep_exit compile_and_explain(const struct explain_options *o, const char *text)
{
	struct skep_compilation c = {
	    .text = text, .snaplen = SNAPLEN_DEFAULT, .no_optimise = o->no_optimise};
	struct skep_filter *filter;
	enum skep_exit code;

	if (!skep_links_find(o->linktype, &c.dlt))
		return SKEP_EXIT_USAGE;
	filter = skep_compile(&c, &code);
	if (!filter)
		return code;
	code = explain(filter);
	skep_filter_free(filter);
	return code;
}

enum skep_exit skep_cmd_explain(const struct skep_call *call)
{
	struct explain_options o = {0};
	int word = skep_options_parse(&skep_options_explain, call->argc, call->argv, &o);
	enum skep_exit code;
	char *text;

	if (word < 0)
		return SKEP_EXIT_USAGE;
	if (o.help)
		return skep_usage_self(call);
	code = skep_expression(call->argc, call->argv, word, o.file, &text);
	if (code != SKEP_EXIT_OK)
		return code;
	code = compile_and_explain(&o, text);
	skep_free(text);
	return code;
}
