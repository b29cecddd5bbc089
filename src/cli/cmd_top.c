/* SPDX-License-Identifier: BSD-2-Clause */
/* skep top: the programs that live in Linux, how much they run, and how full maps are, interval by
 * interval. Linux counts runs only while somebody asks it to, so this does. */
#include <limits.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "base/diag.h"
#include "cli/commands.h"
#include "cli/stop.h"
#include "cli/top_table.h"
#include "cli/usage.h"

enum {
	ELEMENTS_MAX = 10000, /* of a map, that are counted in an interval */
	SECOND = 1000000000,
	LINES = 24, /* of a terminal that does not say */
};

struct top_options {
	u32 json, help;
	u64 interval, count; /* seconds; intervals, 0: until Ctrl-C */
};

#define OPTION(...) SKEP_OPTION_ROW(top_options, __VA_ARGS__)
static const struct skep_option rows[] = {
#include "cli/top_options.def"
};
#undef OPTION
const struct skep_options skep_options_top = {rows, SKEP_COUNT(rows)};

/* One use of the command. */
struct top {
	const struct top_options *options;
	struct skep_top_table table; /* of the last interval */
	u64 at;			     /* when it ended */
	int stop;
};

static u64 now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (u64)t.tv_sec * SECOND + (u64)t.tv_nsec;
}

/* Waits until the interval is over; false if the end was asked for. */
static bool rest(const struct top *top)
{
	u64 end = top->at + top->options->interval * SECOND, time = now();
	struct pollfd stop = {.fd = top->stop, .events = POLLIN};
	u64 left = end > time ? (end - time + 999999) / 1000000 : 0;

	return poll(&stop, 1, left < INT_MAX ? (int)left : INT_MAX) == 0;
}

/* What happened since the table before. */
static bool measure(struct top *top, struct skep_diag *d)
{
	struct skep_linux_living living;
	struct skep_top_table next;
	u64 time = now();
	bool ok;

	if (!skep_linux_living_read(&living, ELEMENTS_MAX, d))
		return false;
	ok = skep_top_table_next(&next, &top->table, &living, time - top->at);
	skep_linux_living_fini(&living);
	if (!ok)
		return skep_fail_nomem(d);
	skep_top_table_fini(&top->table);
	top->table = next;
	top->at = time;
	return true;
}

static u32 terminal_lines(void)
{
	struct winsize size;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) < 0 || !size.ws_row)
		return LINES;
	return size.ws_row;
}

static bool print(const struct top *top)
{
	struct skep_buffer b = {0};

	if (top->options->json) {
		skep_top_table_json(&b, &top->table);
	} else if (isatty(STDOUT_FILENO)) {
		/* From the top of an empty screen, and what is too wide is cut, not wrapped. */
		skep_buffer_text(&b, "\033[H\033[2J\033[?7l");
		skep_top_table_print(&b, &top->table, terminal_lines());
		skep_buffer_text(&b, "\033[?7h");
	} else {
		skep_top_table_print(&b, &top->table, 0);
		skep_buffer_text(&b, "\n");
	}
	return (!b.count && !b.failed) || skep_usage_print(&b) == SKEP_EXIT_OK;
}

/* Also what happened until Ctrl-C is told. */
static bool follow(struct top *top, bool *written, struct skep_diag *d)
{
	u64 left = top->options->count;
	bool go_on = true;

	if (!measure(top, d))
		return false;
	while (*written && go_on && (left || !top->options->count)) {
		go_on = rest(top);
		if (!measure(top, d))
			return false;
		*written = print(top);
		left -= left > 0;
	}
	return true;
}

static enum skep_exit run(const struct top_options *o)
{
	struct top top = {.options = o, .stop = skep_stop_open()};
	struct skep_diag d = {0};
	bool written = true, ok;
	int statistics = skep_linux_statistics(&d);

	skep_stop_begin();
	ok = statistics >= 0 && follow(&top, &written, &d);
	skep_top_table_fini(&top.table);
	if (statistics >= 0)
		close(statistics);
	if (top.stop >= 0)
		close(top.stop);
	if (!ok)
		return skep_out_failure(&d, NULL, NULL);
	return written ? SKEP_EXIT_OK : SKEP_EXIT_FAILED;
}

static bool read_word(const char *word, u64 *number)
{
	char *end;

	*number = strtoull(word, &end, 10);
	return end != word && !*end && word[0] != '-' && *number && *number < 1000000000;
}

enum skep_exit skep_cmd_top(const struct skep_call *call)
{
	struct top_options o = {.interval = 1};
	int word = skep_options_parse(&skep_options_top, call->argc, call->argv, &o);
	u64 *const numbers[] = {&o.interval, &o.count};

	if (word < 0)
		return SKEP_EXIT_USAGE;
	if (o.help)
		return skep_usage_self(call);
	if (call->argc - word > (int)SKEP_COUNT(numbers))
		return skep_out_usage("%s: what for? skep top [interval [count]]",
				      call->argv[word + 2]);
	for (int i = 0; word + i < call->argc; i++)
		if (!read_word(call->argv[word + i], numbers[i]))
			return skep_out_usage("%s: expected %s from 1 to 999999999",
					      call->argv[word + i],
					      i ? "a number of intervals" : "seconds");
	return run(&o);
}
