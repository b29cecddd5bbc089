/* SPDX-License-Identifier: BSD-2-Clause */
#include "trace/netns.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/magic.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "base/diag.h"

static void path_of(const char *where, char *path, size_t size)
{
	if (strchr(where, '/'))
		snprintf(path, size, "%s", where);
	else if (where[strspn(where, "0123456789")])
		snprintf(path, size, "/run/netns/%s", where);
	else
		snprintf(path, size, "/proc/%s/ns/net", where);
}

bool skep_trace_netns(const char *where, struct skep_trace_filter *filter, struct skep_diag *d)
{
	char path[PATH_MAX];
	struct statfs fs;
	struct stat about;

	path_of(where, path, sizeof(path));
	if (stat(path, &about) < 0 || statfs(path, &fs) < 0)
		return skep_fail(d, SKEP_E_IO, "there is no network namespace %s: %s: %s", where,
				 path, strerror(errno));
	if (fs.f_type != NSFS_MAGIC) {
		skep_fail(d, SKEP_E_INVALID, "%s is not a namespace", path);
		return skep_hint(d, "ip netns lists those with names; /proc/PID/ns/net is one");
	}
	filter->by |= SKEP_TRACE_BY_NET;
	filter->net = (u32)about.st_ino;
	return true;
}

static const char own[] = "/proc/thread-self/ns/net";

static int open_path(const char *path)
{
	return open(path, O_RDONLY | O_CLOEXEC);
}

int skep_trace_netns_open(const char *where, const char *file)
{
	char path[PATH_MAX];
	int here, there, fd = -1;

	if (!where)
		return open_path(file);
	path_of(where, path, sizeof(path));
	here = open_path(own);
	there = open_path(path);
	if (here >= 0 && there >= 0 && setns(there, CLONE_NEWNET) == 0) {
		fd = open_path(file);
		if (setns(here, CLONE_NEWNET) < 0 && fd >= 0) {
			close(fd);
			fd = -1;
		}
	}
	if (here >= 0)
		close(here);
	if (there >= 0)
		close(there);
	return fd;
}

u32 skep_trace_netns_own(void)
{
	struct stat about;

	return stat(own, &about) < 0 ? 0 : (u32)about.st_ino;
}
