/* SPDX-License-Identifier: BSD-2-Clause */
/* Hooks of what the kernel and programs do: tracepoints, probes, perf events. */
#include <bpf/libbpf.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/perf_event.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "linux/attaching.h"
#include "linux/facts.h"
#include "linux/sys.h"

/* ---- perf events, which a link holds together with the program */

/* The descriptor that holds both; before Linux 5.15 that of the event itself. -errno. */
static int bind_event(struct skep_attaching *a, int event)
{
	const struct skep_linux_link_attr attr = {
	    .prog_fd = (u32)a->fd, .target = (u32)event, .attach_type = BPF_PERF_EVENT};
	int link = skep_linux_link(&attr);

	if (link != -EINVAL)
		return link;
	if (ioctl(event, PERF_EVENT_IOC_SET_BPF, a->fd) < 0)
		return -errno;
	return fcntl(event, F_DUPFD_CLOEXEC, 0);
}

static int open_event(struct skep_attaching *a, struct perf_event_attr *attr, int pid, int cpu)
{
	int event, held;

	attr->size = sizeof(*attr);
	event = (int)syscall(SYS_perf_event_open, attr, pid, cpu, -1, PERF_FLAG_FD_CLOEXEC);
	if (event < 0)
		return skep_attaching_keep(a, "perf_event_open", -errno);
	held = bind_event(a, event);
	if (held >= 0)
		ioctl(event, PERF_EVENT_IOC_ENABLE, 0);
	close(event);
	return skep_attaching_keep(a, "LINK_CREATE", held);
}

/* A tracepoint calls its program wherever it is hit, if the event is one of a CPU. */
SKEP_HOOK_FUNCTION(tp)
{
	struct perf_event_attr attr = {.type = PERF_TYPE_TRACEPOINT, .sample_period = 1};
	char path[160], id[24];

	snprintf(path, sizeof(path), "events/%s/id", a->hook->args[0]);
	if (!skep_linux_fs_line("tracefs", path, id, sizeof(id)))
		return skep_attaching_keep(a, "tracefs", -errno);
	attr.config = strtoull(id, NULL, 10);
	return open_event(a, &attr, a->pid ? a->pid : -1, a->pid ? -1 : 0);
}

static bool find_event(const char *name, struct perf_event_attr *attr)
{
	static const struct {
		const char *name;
		u32 type;
		u64 config;
	} events[] = {
#define PERF_EVENT(name, type, config) {name, PERF_TYPE_##type, PERF_COUNT_##config},
#include "linux/perf_events.def"
#undef PERF_EVENT
	};

	for (size_t i = 0; i < SKEP_COUNT(events); i++)
		if (strcmp(events[i].name, name) == 0) {
			attr->type = events[i].type;
			attr->config = events[i].config;
			return true;
		}
	return false;
}

SKEP_HOOK_FUNCTION(perf)
{
	struct perf_event_attr attr = {.freq = 1};
	long cpus = sysconf(_SC_NPROCESSORS_CONF);
	int result = 0, opened = 0;
	char *end, line[24];

	attr.sample_freq = strtoull(a->hook->args[1], &end, 10);
	if (!find_event(a->hook->args[0], &attr))
		return skep_attaching_keep(a, "event", -EINVAL);
	if (*end || !attr.sample_freq)
		return skep_attaching_keep(a, "frequency", -EINVAL);
	if (skep_linux_line(SKEP_ATTACHING_RATE, line, sizeof(line)) &&
	    attr.sample_freq > strtoull(line, NULL, 10))
		return skep_attaching_keep(a, SKEP_ATTACHING_RATE, -EINVAL);
	if (a->pid)
		return open_event(a, &attr, a->pid, -1);
	for (int cpu = 0; cpu < cpus; cpu++) {
		int one = open_event(a, &attr, -1, cpu);

		/* A CPU that is switched off has no events. */
		opened += one == 0;
		if (one < 0 && one != -ENODEV)
			result = one;
	}
	return opened ? 0 : result;
}

/* ---- by bpf(2) */

static int open_tracepoint(struct skep_attaching *a, const char *name)
{
	union bpf_attr attr = {0};

	attr.raw_tracepoint.name = (uintptr_t)name;
	attr.raw_tracepoint.prog_fd = (u32)a->fd;
	return skep_attaching_keep(a, "RAW_TRACEPOINT_OPEN",
				   skep_linux_bpf(BPF_RAW_TRACEPOINT_OPEN, &attr, sizeof(attr)));
}

SKEP_HOOK_FUNCTION(raw_tp)
{
	return open_tracepoint(a, a->hook->args[0]);
}

/* What it is attached to was said when it was loaded. */
SKEP_HOOK_FUNCTION(traced)
{
	return open_tracepoint(a, NULL);
}

/* ---- by libbpf, which knows ELF */

static int keep_link(struct skep_attaching *a, struct bpf_link *link)
{
	a->call = "perf_event_open";
	a->link = link;
	return link ? 0 : -errno;
}

static int pid_of(const struct skep_attaching *a)
{
	return a->pid ? a->pid : -1;
}

SKEP_HOOK_FUNCTION(uprobe)
{
	const char *const *args = a->hook->args;

	LIBBPF_OPTS(bpf_uprobe_opts, options, .func_name = args[1],
		    .retprobe = strcmp(a->hook->row->word, "uretprobe") == 0);
	return keep_link(a,
			 bpf_program__attach_uprobe_opts(a->prog, pid_of(a), args[0], 0, &options));
}

SKEP_HOOK_FUNCTION(usdt)
{
	const char *const *args = a->hook->args;

	return keep_link(
	    a, bpf_program__attach_usdt(a->prog, pid_of(a), args[0], args[1], args[2], NULL));
}

SKEP_HOOK_FUNCTION(kprobe)
{
	bool at_return = strcmp(a->hook->row->word, "kretprobe") == 0;

	return keep_link(a, bpf_program__attach_kprobe(a->prog, at_return, a->hook->args[0]));
}
