/* SPDX-License-Identifier: BSD-2-Clause */
/* Files of /proc: the system makes their text. */
#include "preload/proc.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "preload/route.h"

/* The numbers in a path of fdinfo; false if it is another one. */
static bool parse(const char *path, struct skep_fdinfo_attr *attr)
{
	int pid, fd, end = -1;

	if (sscanf(path, "/proc/self/fdinfo/%d%n", &fd, &end) == 1)
		pid = getpid();
	else if (sscanf(path, "/proc/%d/fdinfo/%d%n", &pid, &fd, &end) != 2)
		return false;
	*attr = (struct skep_fdinfo_attr){(u32)pid, fd};
	return end > 0 && !path[end];
}

int skep_proc_open(const char *path)
{
	struct skep_fdinfo_attr attr = {0};
	struct skep_bpf_args args = {.attr = (uintptr_t)&attr};
	int before = errno, fd;

	if (!path || strncmp(path, "/proc/", 6) != 0)
		return -1;
	if (strcmp(path, "/proc/kallsyms") == 0) {
		args.cmd = SKEP_BPF_KALLSYMS;
	} else if (parse(path, &attr)) {
		args.cmd = SKEP_BPF_FDINFO;
		args.size = sizeof(attr);
	} else {
		return -1;
	}
	fd = (int)skep_route_call(&args);
	errno = before;
	return fd < 0 ? -1 : fd;
}
