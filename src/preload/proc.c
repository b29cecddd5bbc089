/* SPDX-License-Identifier: BSD-2-Clause */
/* Files of /proc and tracefs: the system makes their text. */
#include "preload/proc.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "preload/route.h"

/* The numbers in a path of fdinfo; false if it is another one. */
static bool parse(const char *path, pid_t self, struct skep_fdinfo_attr *attr)
{
	int pid, fd, end = -1;

	if (sscanf(path, "/proc/self/fdinfo/%d%n", &fd, &end) == 1)
		pid = self;
	else if (sscanf(path, "/proc/%d/fdinfo/%d%n", &pid, &fd, &end) != 2)
		return false;
	*attr = (struct skep_fdinfo_attr){(u32)pid, fd};
	return end > 0 && !path[end];
}

static const struct {
	const char *path;
	s32 cmd;
} files[] = {
    {"/proc/kallsyms", SKEP_BPF_KALLSYMS},
    {"/sys/kernel/tracing/trace_pipe", SKEP_BPF_TRACE_PIPE},
    {"/sys/kernel/debug/tracing/trace_pipe", SKEP_BPF_TRACE_PIPE},
};

bool skep_proc_find(const char *path, pid_t self, struct skep_bpf_args *args,
		    struct skep_fdinfo_attr *attr)
{
	*args = (struct skep_bpf_args){.attr = (uintptr_t)attr};
	for (size_t i = 0; i < SKEP_COUNT(files); i++) {
		if (strcmp(path, files[i].path) == 0) {
			args->cmd = files[i].cmd;
			return true;
		}
	}
	args->cmd = SKEP_BPF_FDINFO;
	args->size = sizeof(*attr);
	return strncmp(path, "/proc/", 6) == 0 && parse(path, self, attr);
}

bool skep_proc_is_event_file(const char *path)
{
	static const char *const begin[] = {"/sys/kernel/tracing/events/",
					    "/sys/kernel/tracing/kprobe_events",
					    "/sys/kernel/tracing/uprobe_events",
					    "/sys/kernel/debug/tracing/events/",
					    "/sys/kernel/debug/tracing/kprobe_events",
					    "/sys/kernel/debug/tracing/uprobe_events",
					    "/sys/bus/event_source/devices/"};

	for (size_t i = 0; i < SKEP_COUNT(begin); i++)
		if (strncmp(path, begin[i], strlen(begin[i])) == 0)
			return true;
	return false;
}

int skep_proc_open(const char *path)
{
	struct skep_fdinfo_attr attr = {0};
	struct skep_bpf_args args;
	int before = errno, fd;

	if (!path || !skep_proc_find(path, getpid(), &args, &attr))
		return -1;
	fd = (int)skep_route_call(&args);
	errno = before;
	return fd < 0 ? -1 : fd;
}
