/* SPDX-License-Identifier: BSD-2-Clause */
/* A perf event on each processor calls the program: by default its clock. */
#include <bpf/libbpf.h>
#include <errno.h>
#include <linux/perf_event.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/diag.h"
#include "trace/counters.h"
#include "trace/ladder.h"
#include "trace/view.h"

enum { HERTZ = 99 }; /* not in step with what runs a hundred times a second */

static const struct {
	const char *name;
	u64 config;
	bool by_time;
} kinds[] = {
    {"cpu-clock", PERF_COUNT_SW_CPU_CLOCK, true},
    {"page-faults", PERF_COUNT_SW_PAGE_FAULTS, false},
    {"context-switches", PERF_COUNT_SW_CONTEXT_SWITCHES, false},
};

static const struct skep_trace_column columns[] = {
    SKEP_COLUMN("PID", "pid", PID, 0, 7),
    SKEP_COLUMN("COMM", "comm", COMM, 0, -15),
    SKEP_COLUMN("SAMPLES", "count", NUMBER, SKEP_ROW_COUNT, 9),
};

static bool find_kind(const char *name, size_t *kind, struct skep_diag *d)
{
	for (*kind = 0; *kind < SKEP_COUNT(kinds); (*kind)++)
		if (strcmp(name, kinds[*kind].name) == 0)
			return true;
	return skep_fail(d, SKEP_E_NAME,
			 "'%s': cpu-clock, page-faults or context-switches can be sampled", name);
}

static bool attach_to(struct skep_ladder *l, struct bpf_program *prog, struct perf_event_attr *attr,
		      int cpu, struct skep_diag *d)
{
	int fd = (int)syscall(SYS_perf_event_open, attr, -1, cpu, -1, PERF_FLAG_FD_CLOEXEC);
	struct bpf_link *link;

	if (fd < 0 && errno == ENODEV)
		return true; /* the processor is not there, or off */
	link = fd < 0 ? NULL : bpf_program__attach_perf_event(prog, fd);
	if (!link && fd >= 0)
		close(fd);
	return skep_ladder_keep(l, link, d);
}

static bool attach(struct skep_ladder *l, struct bpf_program *prog, struct skep_diag *d)
{
	struct perf_event_attr attr = {.type = PERF_TYPE_SOFTWARE, .size = sizeof(attr)};
	int cpus = libbpf_num_possible_cpus();
	size_t kind;

	if (!find_kind(l->wish.target, &kind, d))
		return false;
	attr.config = kinds[kind].config;
	attr.freq = kinds[kind].by_time;
	if (attr.freq)
		attr.sample_freq = l->wish.hertz ? l->wish.hertz : HERTZ;
	else
		attr.sample_period = 1;
	for (int cpu = 0; cpu < cpus; cpu++)
		if (!attach_to(l, prog, &attr, cpu, d))
			return false;
	return true;
}

const struct skep_trace_view skep_trace_profile = {
    .columns = columns,
    .column_count = SKEP_COUNT(columns),
    .target = "EVENT",
    .fallback = "cpu-clock",
    .stacks = true,
    .attach = attach,
    .work = skep_trace_touch,
    .counted = skep_trace_row_count,
    .made = skep_trace_faults_of,
    .trial = "page-faults",
};
