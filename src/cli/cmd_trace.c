/* SPDX-License-Identifier: BSD-2-Clause */
/* skep trace: tools that show what the running Linux does. */
#include <string.h>

#include "cli/commands.h"
#include "cli/near.h"
#include "cli/trace_run.h"
#include "cli/usage.h"
#include "trace/ladder.h"
#include "trace/selftest.h"

#define OPTION(...) SKEP_OPTION_ROW(trace_options, __VA_ARGS__)
static const struct skep_option rows[] = {
#include "cli/trace_options.def"
};
#undef OPTION
const struct skep_options skep_options_trace = {rows, SKEP_COUNT(rows)};

/* ---- selftest and list */

static enum skep_exit selftest_one(const struct skep_trace_tool *tool,
				   const struct trace_options *o)
{
	struct skep_trace_selftest r;
	struct skep_buffer b = {0};
	struct skep_diag d = {0};
	bool ok;

	if (!skep_trace_selftest(tool, o->via, &r, &d))
		return skep_out_failure(&d, tool->name, NULL);
	ok = r.made <= r.counted + r.lost && (tool->view->others || r.counted <= r.made);
	skep_buffer_printf(&b,
			   o->json
			       ? "{\"tool\":\"%s\",\"made\":%llu,\"counted\":%llu,\"lost\":%llu}\n"
			       : "%s: %llu events made, %llu counted, %llu lost\n",
			   tool->name, (unsigned long long)r.made, (unsigned long long)r.counted,
			   (unsigned long long)r.lost);
	if (skep_usage_print(&b) != SKEP_EXIT_OK)
		return SKEP_EXIT_FAILED;
	return ok ? SKEP_EXIT_OK : SKEP_EXIT_DIFFERENT;
}

static enum skep_exit selftest(const struct skep_trace_tool *only, const struct trace_options *o)
{
	enum skep_exit worst = SKEP_EXIT_OK;
	const struct skep_trace_tool *tool;

	if (only)
		return selftest_one(only, o);
	for (size_t i = 0; (tool = skep_trace_tool(i)); i++) {
		enum skep_exit code = selftest_one(tool, o);

		worst = code ? code : worst;
	}
	return worst;
}

static enum skep_exit list(bool json)
{
	const struct skep_trace_tool *tool;
	struct skep_buffer b = {0};

	for (size_t i = 0; (tool = skep_trace_tool(i)); i++)
		skep_buffer_printf(&b,
				   json ? "{\"tool\":\"%s\",\"help\":\"%s\",\"mechanism\":\"%s\"}\n"
					: "%-10s %s\n",
				   tool->name, tool->help, tool->mechanism);
	return skep_usage_print(&b);
}

/* NULL after having printed that there is no such tool. */
static const struct skep_trace_tool *find(const char *name)
{
	const struct skep_trace_tool *tool;
	struct skep_near near = {.wanted = name};

	for (size_t i = 0; (tool = skep_trace_tool(i)); i++) {
		if (strcmp(tool->name, name) == 0)
			return tool;
		skep_near_offer(&near, tool->name);
	}
	skep_out_usage("there is no tool '%s': %s%s", name, near.names[0] ? "perhaps " : "",
		       near.names[0] ? near.names : "skep trace --list has them");
	return NULL;
}

static enum skep_exit run(const struct skep_trace_tool *tool, const struct trace_options *o,
			  char **words, int count)
{
	struct skep_trace_job job = {.options = o, .tool = tool};
	enum skep_exit code = skep_trace_job_read(&job, words, count);

	if (!code)
		code = skep_trace_run(&job);
	skep_trace_job_fini(&job);
	return code;
}

enum skep_exit skep_cmd_trace(const struct skep_call *call)
{
	struct trace_options o = {0};
	int word = skep_options_parse(&skep_options_trace, call->argc, call->argv, &o);
	int left = call->argc - word;
	const struct skep_trace_tool *tool;

	if (word < 0)
		return SKEP_EXIT_USAGE;
	if (o.help)
		return skep_usage_self(call);
	if (o.list)
		return list(o.json);
	if (o.via && !skep_ladder_knows(o.via))
		return skep_out_usage("--via %s: the mechanisms are%s", o.via, skep_ladder_names);
	if (left == 0 && !o.selftest)
		return skep_out_usage("which tool? skep trace --list has them");
	tool = left ? find(call->argv[word]) : NULL;
	if (left && !tool)
		return SKEP_EXIT_USAGE;
	if (o.selftest)
		return selftest(tool, &o);
	return run(tool, &o, &call->argv[word + 1], left - 1);
}
