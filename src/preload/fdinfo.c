/* SPDX-License-Identifier: BSD-2-Clause */
/* /proc/PID/fdinfo/N: the system knows what to add to the lines that Linux has. */
#include "preload/fdinfo.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "preload/route.h"

/* The numbers in such a path; false if it is another one. */
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

int skep_fdinfo_open(const char *path)
{
	struct skep_fdinfo_attr attr;
	struct skep_bpf_args args = {
	    .cmd = SKEP_BPF_FDINFO, .size = sizeof(attr), .attr = (uintptr_t)&attr};
	int before = errno, fd = -1;

	if (path && strncmp(path, "/proc/", 6) == 0 && parse(path, &attr))
		fd = (int)skep_route_call(&args);
	errno = before;
	return fd;
}
