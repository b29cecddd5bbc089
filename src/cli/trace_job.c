/* SPDX-License-Identifier: BSD-2-Clause */
#include "cli/trace_job.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "trace/cgroup.h"
#include "trace/netns.h"

static bool read_number(const char *text, u64 least, u64 most, u64 *number)
{
	char *end;

	errno = 0;
	*number = strtoull(text, &end, 10);
	if (text[0] >= '0' && text[0] <= '9' && !*end && !errno && *number >= least &&
	    *number <= most)
		return true;
	skep_out_usage("'%s': a number from %llu to %llu is wanted", text,
		       (unsigned long long)least, (unsigned long long)most);
	return false;
}

/* "2%", "0.5" */
static bool read_budget(const char *text, double *percent)
{
	char *end;

	*percent = strtod(text, &end);
	if (end != text && (!*end || strcmp(end, "%") == 0) && *percent > 0)
		return true;
	skep_out_usage("--budget %s: a percentage above 0 is wanted", text);
	return false;
}

static bool read_wish(const struct trace_options *o, struct skep_trace_wish *wish)
{
	struct skep_trace_filter *filter = &wish->filter;
	struct skep_diag d = {0};
	u64 uid;

	if (o->pid > INT_MAX) {
		skep_out_usage("--pid %llu: there is no such process", (unsigned long long)o->pid);
		return false;
	}
	wish->via = o->via;
	if (o->budget && !read_budget(o->budget, &wish->budget))
		return false;
	filter->by = o->pid ? SKEP_TRACE_BY_PID : 0;
	filter->pid = (u32)o->pid;
	if (o->uid) {
		if (!read_number(o->uid, 0, UINT32_MAX - 1, &uid))
			return false;
		filter->by |= SKEP_TRACE_BY_UID;
		filter->uid = (u32)uid;
	}
	if (o->cgroup && !skep_trace_cgroup(o->cgroup, filter, &d)) {
		skep_out_failure(&d, NULL, NULL);
		return false;
	}
	wish->netns = o->netns;
	if (o->netns && !skep_trace_netns(o->netns, filter, &d)) {
		skep_out_failure(&d, NULL, NULL);
		return false;
	}
	return true;
}

/* Heat maps and lines of histograms are of times; the map's columns are powers of two. */
static bool read_scale(const struct trace_options *o, const struct skep_trace_tool *tool,
		       struct skep_trace_wish *wish)
{
	bool times = strcmp(tool->unit, "nsecs") == 0 || strcmp(tool->unit, "usecs") == 0;

	if ((o->heat || o->linear) && !times) {
		skep_out_usage("--%s: %s tells no times that could be summed up",
			       o->heat ? "heat" : "linear", tool->name);
		return false;
	}
	if (o->heat && o->linear) {
		skep_out_usage("--heat has powers of two: --linear does not go with it");
		return false;
	}
	if (o->linear > UINT32_MAX) {
		skep_out_usage("--linear %llu: at most %u", (unsigned long long)o->linear,
			       UINT32_MAX);
		return false;
	}
	wish->step = (u32)o->linear;
	return true;
}

/* Whether a tool can know what the filter asks. */
static bool can_filter(const struct skep_trace_tool *tool, const struct skep_trace_filter *filter)
{
	if (!tool->view->nobodys || !(filter->by & ~(u32)SKEP_TRACE_BY_NET))
		return true;
	skep_out_usage("what %s shows is no process's: -n NETNS can choose, -p, -u and -c cannot",
		       tool->name);
	return false;
}

/* Ethernet is what the programs make of each packet. */
static enum skep_exit compile(struct skep_trace_job *job)
{
	const struct skep_filter_options options = {.linktype = 1};
	const char *text = job->options->filter;
	struct skep_diag d = {0};

	if (!text)
		return SKEP_EXIT_OK;
	if (!job->tool->view->matches)
		return skep_out_usage("%s does not look at packets: --filter is for pktpath",
				      job->tool->name);
	job->packets = skep_filter_compile(text, &options, &d);
	if (job->packets)
		job->matcher.insns = skep_filter_classic(job->packets, &job->matcher.count, &d);
	job->wish.matcher = &job->matcher;
	return job->matcher.insns ? SKEP_EXIT_OK : skep_out_failure(&d, NULL, text);
}

/* Stacks are wanted by name, or because of what they are for. */
static bool read_stacks(const struct trace_options *o, const struct skep_trace_tool *tool,
			struct skep_trace_wish *wish)
{
	bool asked = o->stacks || o->folded || o->flame;

	if (asked && !tool->view->stacks && !tool->view->can_stacks) {
		skep_out_usage("%s knows no stacks", tool->name);
		return false;
	}
	wish->stacks = asked || tool->view->stacks;
	wish->hertz = (u32)o->hertz;
	return true;
}

/* TARGET, where the tool has one, INTERVAL and COUNT. */
static bool read_words(struct skep_trace_job *job, char **words, int left)
{
	const struct skep_trace_view *view = job->tool->view;
	struct skep_trace_wish *wish = &job->wish;

	wish->target = view->fallback;
	if (view->target && left && (!view->fallback || words[0][0] < '0' || words[0][0] > '9')) {
		wish->target = words[0];
		words++;
		left--;
	} else if (view->target && !view->fallback) {
		skep_out_usage("%s: %s is missing", job->tool->name, view->target);
		return false;
	}
	if (left > 2) {
		skep_out_usage("'%s': INTERVAL and COUNT are the last", words[2]);
		return false;
	}
	if (left > 0 && !read_number(words[0], 1, INT_MAX / 1000, &job->interval))
		return false;
	return left < 2 || read_number(words[1], 1, UINT32_MAX, &job->times);
}

enum skep_exit skep_trace_job_read(struct skep_trace_job *job, char **words, int count)
{
	const struct trace_options *o = job->options;

	if (!read_words(job, words, count) || !read_stacks(o, job->tool, &job->wish) ||
	    !read_scale(o, job->tool, &job->wish) || !read_wish(o, &job->wish) ||
	    !can_filter(job->tool, &job->wish.filter))
		return SKEP_EXIT_USAGE;
	return compile(job);
}

void skep_trace_job_fini(struct skep_trace_job *job)
{
	skep_filter_free(job->packets);
}
