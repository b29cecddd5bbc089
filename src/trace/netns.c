/* SPDX-License-Identifier: BSD-2-Clause */
#include "trace/netns.h"

#include <errno.h>
#include <limits.h>
#include <linux/magic.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>

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
