/* SPDX-License-Identifier: BSD-2-Clause */
/* skep filter: from the command line to a source, a filter for its link type, and a run or a list.
 */
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "capture/source.h"
#include "cli/commands.h"
#include "cli/compile.h"
#include "cli/filter_options.h"
#include "cli/filter_run.h"
#include "cli/filter_xdp.h"
#include "cli/links.h"
#include "cli/stop.h"
#include "cli/usage.h"

enum { SNAPLEN_DEFAULT = 262144 };

#define OPTION(...) SKEP_OPTION_ROW(filter_options, __VA_ARGS__)
static const struct skep_option rows[] = {
#include "cli/filter_options.def"
};
#undef OPTION
const struct skep_options skep_options_filter = {rows, SKEP_COUNT(rows)};
_Static_assert(SKEP_COUNT(rows) <= SKEP_OPTIONS_MAX, "the options of skep filter");

static const struct skep_option *option_at(size_t offset)
{
	for (size_t i = 0; i < SKEP_COUNT(rows); i++) {
		if (rows[i].offset == offset)
			return &rows[i];
	}
	return NULL;
}

/* Whether the options can be meant together; prints why not. */
static bool is_sound(const struct filter_options *o)
{
	static const struct {
		size_t a, b;
		const char *why;
	} conflicts[] = {
#define CONFLICT(a, b, why)                                                                        \
	{offsetof(struct filter_options, a), offsetof(struct filter_options, b), why},
#include "cli/filter_conflicts.def"
#undef CONFLICT
	};
	char a[32], b[32];

	for (size_t i = 0; i < SKEP_COUNT(conflicts); i++) {
		const struct skep_option *first = option_at(conflicts[i].a);
		const struct skep_option *second = option_at(conflicts[i].b);

		if (!skep_option_given(first, o) || !skep_option_given(second, o))
			continue;
		skep_option_name(first, a);
		skep_option_name(second, b);
		skep_out_usage("%s and %s contradict each other: %s", a, b, conflicts[i].why);
		return false;
	}
	if (o->snaplen > INT32_MAX)
		skep_out_usage("-s %llu: a snapshot length is at most %d bytes",
			       (unsigned long long)o->snaplen, INT32_MAX);
	else if ((o->drop || o->pass) && !o->xdp)
		skep_out_usage("--drop and --pass belong to --xdp");
	else if (o->xdp && !o->interface)
		skep_out_usage("--xdp: at which interface? -i IFACE");
	else if (!o->read && !o->interface && !o->list && !o->ebpf)
		skep_out_usage("where do packets come from? -r FILE or -i IFACE; "
			       "-d lists the program without any");
	else
		return true;
	return false;
}

/* *source stays NULL if the options name none. */
static enum skep_exit open_source(const struct filter_options *o, int stop_fd,
				  struct skep_source **source)
{
	struct skep_live_options live = {
	    .interface = o->interface,
	    .snaplen = o->snaplen ? (u32)o->snaplen : SNAPLEN_DEFAULT,
	    .promiscuous = !o->not_promiscuous,
	    .stop_fd = stop_fd,
	};
	struct skep_diag d = {0};

	if (!o->read && !o->interface)
		return SKEP_EXIT_OK;
	*source = o->read ? skep_source_open_file(o->read, stop_fd, &d)
			  : skep_source_open_live(&live, &d);
	if (*source)
		return SKEP_EXIT_OK;
	/* "cannot open" names the file already. */
	return skep_out_failure(&d, d.code == SKEP_E_FORMAT ? o->read : NULL, NULL);
}

/* Fills in what the source or -y says about the packets; prints it if they disagree. */
static bool describe(const struct filter_options *o, const struct skep_source *source,
		     struct skep_compilation *c)
{
	const struct skep_source_info *info = source ? skep_source_info(source) : NULL;
	char number[2][16];

	c->no_optimise = o->no_optimise;
	c->snaplen = o->snaplen ? (u32)o->snaplen : SNAPLEN_DEFAULT;
	if (!skep_links_find(o->linktype, &c->dlt))
		return false;
	if (!info)
		return true;
	if (o->linktype && c->dlt != info->dlt) {
		skep_out_usage("-y %s: the packets of %s have link type %s",
			       skep_links_name(c->dlt, number[0]), o->read ? o->read : o->interface,
			       skep_links_name(info->dlt, number[1]));
		return false;
	}
	c->dlt = info->dlt;
	c->swapped = info->swapped;
	c->live = info->takes_filter && !o->user;
	c->netmask = info->netmask == SKEP_NETMASK_UNKNOWN ? 0 : info->netmask;
	if (!o->snaplen)
		c->snaplen = info->snaplen;
	return true;
}

static enum skep_exit use_filter(const struct skep_job *job)
{
	static const enum skep_classic_form forms[] = {SKEP_CLASSIC_LISTING, SKEP_CLASSIC_C,
						       SKEP_CLASSIC_DECIMAL};
	u32 list = job->options->list;

	if (job->options->ebpf)
		return skep_list_ebpf(job->filter);
	if (list)
		return skep_list_classic(job->filter, forms[list > 3 ? 2 : list - 1]);
	skep_stop_begin();
	return skep_filter_run(job);
}

static enum skep_exit run(const struct filter_options *o, const char *text)
{
	struct skep_compilation c = {.text = text};
	struct skep_job job = {.options = o, .name = o->read ? o->read : o->interface};
	enum skep_exit code;

	job.stop_fd = skep_stop_open();
	code = open_source(o, job.stop_fd, &job.source);
	if (code == SKEP_EXIT_OK)
		code = describe(o, job.source, &c) ? SKEP_EXIT_OK : SKEP_EXIT_USAGE;
	if (code == SKEP_EXIT_OK)
		job.filter = skep_compile(&c, &code);
	job.in_kernel = c.live;
	if (job.filter)
		code = use_filter(&job);
	skep_filter_free(job.filter);
	skep_source_free(job.source);
	close(job.stop_fd);
	return code;
}

enum skep_exit skep_cmd_filter(const struct skep_call *call)
{
	struct filter_options o = {0};
	int word = skep_options_parse(&skep_options_filter, call->argc, call->argv, &o);
	enum skep_exit code;
	char *text;

	if (word < 0)
		return SKEP_EXIT_USAGE;
	if (o.help)
		return skep_usage_self(call);
	if (!is_sound(&o))
		return SKEP_EXIT_USAGE;
	code = skep_expression(call->argc, call->argv, word, o.file, &text);
	if (code != SKEP_EXIT_OK)
		return code;
	code = o.xdp ? skep_filter_xdp_run(&o, text) : run(&o, text);
	skep_free(text);
	return code;
}
