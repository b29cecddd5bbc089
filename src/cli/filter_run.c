/* SPDX-License-Identifier: BSD-2-Clause */
/* The loop of `skep filter`: read a batch, run the filter over it, hand on what matches. Nothing is
 * allocated for a packet, and none is copied before it is written or printed. */
#include "cli/filter_run.h"

#include <skep/prog.h>
#include <string.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/diag.h"
#include "capture/sink.h"
#include "cli/links.h"
#include "cli/print_packet.h"
#include "cli/progress.h"
#include "cli/stop.h"
#include "linux/attach.h"
#include "linux/filtering.h"

struct run {
	const struct skep_job *job;
	struct skep_code *code;		    /* NULL: Linux filters */
	struct skep_linux_filter *in_linux; /* ... what comes from a file; NULL: it does not */
	struct skep_sink *sink;		    /* NULL: packets are not written */
	bool printing;
	bool prompt; /* hand on after each batch */
	u64 limit;
	u64 matches;
	struct skep_printer printer;
	struct skep_line line;
	struct skep_batch batch;
	u32 verdicts[SKEP_BATCH_MAX]; /* bytes to keep of each packet */
};

static bool prepare_filter(struct run *r, struct skep_diag *d)
{
	const struct skep_job *job = r->job;
	const struct skep_prog *prog;
	const struct sock_filter *insns;
	u32 count;

	if (job->filtered)
		return true;
	if (job->in_kernel) {
		insns = skep_filter_classic(job->filter, &count, d);
		if (insns && skep_linux_attach_filter(skep_source_fd(job->source), insns, count, d))
			return true;
		return skep_hint(d, "or filter in user space: --user");
	}
	if (job->options->linux_side) {
		insns = skep_filter_classic(job->filter, &count, d);
		r->in_linux = insns ? skep_linux_filter_new(insns, count, d) : NULL;
		return r->in_linux;
	}
	prog = skep_filter_prog(job->filter, d);
	r->code = prog ? skep_code_new(prog, d) : NULL;
	return r->code;
}

static bool prepare_output(struct run *r, struct skep_diag *d)
{
	const struct filter_options *o = r->job->options;
	struct skep_source_info info = *skep_source_info(r->job->source);
	bool nanoseconds = o->nano || (info.nanoseconds && !o->micro);

	r->line.fd = STDOUT_FILENO;
	r->printing = !o->write && !o->only_count;
	r->printer = (struct skep_printer){
	    .line = &r->line,
	    .dlt = info.dlt,
	    .nanoseconds = nanoseconds,
	    .link = o->link,
	    .quiet = o->quiet,
	    .json = o->json,
	    .hex = o->hex,
	    .second = -1,
	};
	r->prompt = o->unbuffered || skep_source_progress(r->job->source).total == 0;
	if (!o->write)
		return true;
	if (o->snaplen && o->snaplen < info.snaplen)
		info.snaplen = (u32)o->snaplen;
	r->sink = skep_sink_open(o->write, &info, nanoseconds, d);
	return r->sink;
}

static bool start(struct run *r, struct skep_diag *d)
{
	const struct skep_source_info *info = skep_source_info(r->job->source);
	char number[16];

	if (!info->live)
		return true;
	if (!skep_source_start(r->job->source, d))
		return false;
	skep_out_note("listening on %s, link type %s, snapshot length %u, filter in %s",
		      r->job->name, skep_links_name(info->dlt, number), info->snaplen,
		      r->code ? "user space" : "Linux");
	return true;
}

/* Hands on packet i. */
static bool deliver(struct run *r, u32 i, struct skep_diag *d)
{
	struct skep_packet packet;

	r->matches++;
	if (r->sink)
		return skep_sink_put(r->sink, &r->batch, i, r->verdicts[i], d);
	if (!r->printing)
		return true;
	packet = r->batch.packets[i];
	if (r->verdicts[i] < packet.caplen)
		packet.caplen = r->verdicts[i];
	skep_print_packet(&r->printer, &packet, r->batch.ns[i]);
	return true;
}

static bool filter_batch(struct run *r, struct skep_diag *d)
{
	u32 count = r->batch.count;

	if (r->code)
		skep_code_run_packets(r->code, r->batch.packets, count, r->verdicts);
	for (u32 i = 0; r->in_linux && i < count; i++)
		if (!skep_linux_filter_run(r->in_linux, &r->batch.packets[i], &r->verdicts[i], d))
			return false;
	return true;
}

static bool deliver_batch(struct run *r, struct skep_diag *d)
{
	u32 count = r->batch.count;

	if (!filter_batch(r, d))
		return false;
	for (u32 i = 0; i < count && r->matches < r->limit; i++) {
		if (r->verdicts[i] && !deliver(r, i, d))
			return false;
	}
	if (r->sink && !skep_sink_settle(r->sink, d))
		return false;
	if (!r->prompt)
		return true;
	skep_line_flush(&r->line);
	return !r->sink || skep_sink_flush(r->sink, d);
}

static bool loop(struct run *r, struct skep_diag *d)
{
	const struct skep_job *job = r->job;
	struct skep_progress progress;
	bool ok = true;

	/* What Linux lets through is kept whole. */
	memset(r->verdicts, 0xff, sizeof(r->verdicts));
	skep_progress_begin(&progress, !r->printing || !isatty(STDOUT_FILENO));
	do {
		ok = skep_source_read(job->source, &r->batch, d) && deliver_batch(r, d);
		skep_progress_show(&progress, skep_source_progress(job->source), r->matches);
	} while (ok && !r->batch.end && r->matches < r->limit && !r->line.error &&
		 !skep_stop_asked(job->stop_fd));
	skep_progress_end(&progress);
	return ok;
}

static bool finish(struct run *r, struct skep_diag *d)
{
	bool ok = skep_sink_close(r->sink, d);

	if (r->job->options->only_count) {
		skep_line_decimal(&r->line, r->matches, 0);
		skep_line_char(&r->line, '\n');
	}
	skep_line_flush(&r->line);
	if (r->line.error)
		ok = skep_fail(d, SKEP_E_IO, "cannot write standard output: %s",
			       strerror(r->line.error));
	return ok;
}

static void print_statistics(const struct run *r)
{
	struct skep_source_statistics s;

	if (!skep_source_info(r->job->source)->live || !skep_source_count(r->job->source, &s, NULL))
		return;
	skep_out_note("%llu packets captured\n%llu packets received by filter\n"
		      "%llu packets dropped by kernel",
		      (unsigned long long)r->matches, (unsigned long long)s.received,
		      (unsigned long long)s.dropped);
}

enum skep_exit skep_filter_run(const struct skep_job *job)
{
	struct skep_diag d = {0}, end = {0};
	struct run *r = skep_alloc(sizeof(*r));
	enum skep_exit code = SKEP_EXIT_OK;

	if (!r) {
		skep_fail_nomem(&d);
		return skep_out_failure(&d, NULL, NULL);
	}
	r->job = job;
	r->limit = job->options->limit ? job->options->limit : UINT64_MAX;
	if (prepare_filter(r, &d) && prepare_output(r, &d) && start(r, &d) && loop(r, &d))
		print_statistics(r);
	if (d.code)
		code = skep_out_failure(&d, d.place.kind == SKEP_PLACE_OFFSET ? job->name : NULL,
					NULL);
	if (!finish(r, &end) && !d.code)
		code = skep_out_failure(&end, NULL, NULL);
	skep_code_free(r->code);
	skep_linux_filter_free(r->in_linux);
	skep_free(r);
	return code;
}
