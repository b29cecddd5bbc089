/* SPDX-License-Identifier: BSD-2-Clause */
#include "cli/verdict.h"

#include "linux/explain.h"

#include <string.h>

static void add_figures(struct skep_buffer *b, const struct skep_object_verdict *v)
{
	skep_buffer_printf(b,
			   "  %u instructions, %llu visited, %llu states; stack %u bytes; %.3f ms",
			   v->insns, (unsigned long long)v->visited, (unsigned long long)v->states,
			   v->stack, (double)v->nanoseconds / 1e6);
	if (v->memory)
		skep_buffer_printf(b, "; %zu bytes of memory", v->memory);
	skep_buffer_text(b, "\n");
}

static void add_reason(struct skep_buffer *b, const struct skep_object_verdict *v,
		       const struct skep_object_reason *r)
{
	skep_buffer_printf(b, "%s: refused: %s (%s)\n", v->prog, r->what, r->rule);
	skep_buffer_text(b, r->place);
	/* A check of its own says more than the general advice. */
	if (r->hint && r->hint[0] && !r->fix)
		skep_buffer_printf(b, "  hint: %s\n", r->hint);
	if (r->example)
		skep_buffer_text(b, r->example->text);
}

static void add_log(struct skep_buffer *b, const struct skep_object_verdict *v)
{
	skep_buffer_printf(b, "%s: refused", v->prog);
	if (v->insn >= 0)
		skep_buffer_printf(b, " at instruction %lld", (long long)v->insn);
	skep_buffer_text(b, "; Linux says:\n");
	for (const char *line = v->log; line && *line;) {
		size_t length = strcspn(line, "\n");

		skep_buffer_printf(b, "  %.*s\n", (int)length, line);
		line += length + (line[length] == '\n');
	}
	if (v->log && skep_linux_wants_perfmon(v->log))
		skep_buffer_text(b, "  hint: this process lacks CAP_PERFMON, with which Linux "
				    "allows more\n");
}

/* ---- each instruction */

enum { FACTS_AT = 64 /* column */ };

/* The line of C, where it is another than that of the instruction before. */
static void add_source(struct skep_buffer *b, const struct skep_object_insn *last,
		       const struct skep_object_insn *n)
{
	bool other_file = !last || strcmp(n->file, last->file) != 0;

	if (other_file)
		skep_buffer_printf(b, "  %s\n", n->file);
	if (other_file || n->line != last->line)
		skep_buffer_printf(b, "%31s %u: %s\n", ";", n->line, n->source);
}

static void add_insn(struct skep_buffer *b, const struct skep_object_insn *n)
{
	size_t start = b->count, width;

	skep_buffer_printf(b, "%10llu %8u %8u %5u: %s", (unsigned long long)n->visits, n->states,
			   n->pruned, n->insn, n->text);
	width = b->count - start;
	if (n->facts[0])
		skep_buffer_printf(b, "%*s ; %s", width < FACTS_AT ? (int)(FACTS_AT - width) : 0,
				   "", n->facts);
	skep_buffer_text(b, "\n");
}

static void add_list(struct skep_buffer *b, const struct skep_object_verdict *v)
{
	const struct skep_object_insn *last = NULL;

	if (v->list_count)
		skep_buffer_text(b, "    visits   states   pruned\n");
	for (u32 i = 0; i < v->list_count; i++) {
		const struct skep_object_insn *n = &v->list[i];

		if (n->source && n->source[0]) {
			add_source(b, last, n);
			last = n;
		}
		add_insn(b, n);
	}
}

void skep_verdict_text(struct skep_buffer *b, const struct skep_object_verdict *v, bool verbose)
{
	if (v->outcome == SKEP_OBJECT_FAILED)
		skep_buffer_printf(b, "%s: failed: %s\n", v->prog, v->failure);
	else if (v->outcome == SKEP_OBJECT_ACCEPTED)
		skep_buffer_printf(b, "%s: accepted\n", v->prog);
	else if (v->reason_count)
		for (u32 i = 0; i < v->reason_count; i++)
			add_reason(b, v, &v->reasons[i]);
	else
		add_log(b, v);
	if (!verbose || v->outcome == SKEP_OBJECT_FAILED)
		return;
	add_figures(b, v);
	add_list(b, v);
}
