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
	if (verbose && v->outcome != SKEP_OBJECT_FAILED)
		add_figures(b, v);
}
