/* SPDX-License-Identifier: BSD-2-Clause */
#include "cli/filter_xdp.h"

#include <poll.h>
#include <skep/prog.h>
#include <unistd.h>

#include "base/buffer.h"
#include "cli/compile.h"
#include "cli/filter_run.h"
#include "cli/stop.h"
#include "cli/usage.h"
#include "linux/xdp.h"

enum { DLT_ETHERNET = 1 };

/* What the program at XDP saw. */
static enum skep_exit tell_counts(const struct filter_options *o, const struct skep_xdp *xdp)
{
	struct skep_xdp_counts c;
	struct skep_diag d = {0};
	struct skep_buffer b = {0};

	if (!skep_xdp_count(xdp, &c, &d))
		return skep_out_failure(&d, o->interface, NULL);
	if (!o->drop && !o->pass) {
		skep_out_note("%llu packets matched, %llu did not, %llu found no room",
			      (unsigned long long)c.matches, (unsigned long long)c.others,
			      (unsigned long long)c.lost);
		return SKEP_EXIT_OK;
	}
	skep_buffer_printf(&b,
			   o->json ? "{\"dropped\":%llu,\"dropped_bytes\":%llu,\"passed\":%llu,"
				     "\"passed_bytes\":%llu}\n"
				   : "dropped %llu packets, %llu bytes\npassed %llu packets, %llu "
				     "bytes\n",
			   (unsigned long long)(o->drop ? c.matches : c.others),
			   (unsigned long long)(o->drop ? c.match_bytes : c.other_bytes),
			   (unsigned long long)(o->drop ? c.others : c.matches),
			   (unsigned long long)(o->drop ? c.other_bytes : c.match_bytes));
	return skep_usage_print(&b);
}

/* Nothing is read: the verdict is all. */
static void wait_for_end(int stop_fd)
{
	struct pollfd stop = {.fd = stop_fd, .events = POLLIN};

	while (poll(&stop, 1, -1) <= 0)
		;
}

static enum skep_exit follow(const struct filter_options *o, struct skep_xdp *xdp,
			     struct skep_filter *filter, int stop_fd)
{
	const struct skep_job job = {.options = o,
				     .source = skep_xdp_source(xdp),
				     .name = o->interface,
				     .filter = filter,
				     .filtered = true,
				     .stop_fd = stop_fd};
	enum skep_exit code = SKEP_EXIT_OK, told;

	skep_out_note("listening on %s at XDP, what matches is %s", o->interface,
		      o->drop	? "dropped"
		      : o->pass ? "passed, all else dropped"
				: "captured and passed");
	if (o->drop || o->pass)
		wait_for_end(stop_fd);
	else
		code = skep_filter_run(&job);
	told = tell_counts(o, xdp);
	return code == SKEP_EXIT_OK ? told : code;
}

static enum skep_exit attach(const struct filter_options *o, struct skep_filter *filter,
			     int stop_fd)
{
	struct skep_diag d = {0};
	struct skep_prog *prog = skep_filter_xdp(filter, 1, 0, &d);
	struct skep_xdp_options options = {
	    .interface = o->interface,
	    .filter = prog,
	    .drops = o->drop,
	    .passes = o->pass,
	    .captures = !o->drop && !o->pass,
	    .snaplen =
		o->snaplen && o->snaplen < SKEP_XDP_SNAPLEN ? (u32)o->snaplen : SKEP_XDP_SNAPLEN,
	    .stop_fd = stop_fd,
	};
	struct skep_xdp *xdp = prog ? skep_xdp_open(&options, &d) : NULL;
	enum skep_exit code;

	skep_prog_free(prog);
	if (!xdp)
		return skep_out_failure(&d, o->interface, NULL);
	code = follow(o, xdp, filter, stop_fd);
	skep_xdp_free(xdp);
	return code;
}

enum skep_exit skep_filter_xdp_run(const struct filter_options *o, const char *text)
{
	struct skep_compilation c = {.text = text,
				     .dlt = DLT_ETHERNET,
				     .snaplen = SKEP_XDP_SNAPLEN,
				     .no_optimise = o->no_optimise};
	enum skep_exit code;
	struct skep_filter *filter = skep_compile(&c, &code);
	int stop_fd;

	if (!filter)
		return code;
	stop_fd = skep_stop_open();
	skep_stop_begin();
	code = attach(o, filter, stop_fd);
	if (stop_fd >= 0)
		close(stop_fd);
	skep_filter_free(filter);
	return code;
}
