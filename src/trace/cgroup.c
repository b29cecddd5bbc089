/* SPDX-License-Identifier: BSD-2-Clause */
#include "trace/cgroup.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/magic.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "base/diag.h"
#include "linux/facts.h"

enum { ROOT_INODE = 1 }; /* of cgroup2's root, whatever is mounted (kernfs) */

static int open_folder(const char *path)
{
	char where[PATH_MAX];
	int root, fd;

	if (path[0] == '/')
		return open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	root = skep_linux_fs("cgroup2", where);
	if (root < 0)
		return -1;
	fd = openat(root, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	close(root);
	return fd;
}

/* How many folders are above it. A step up from the root of a mount stays or leaves cgroup2. */
static u32 level_of(int fd, u64 inode)
{
	struct stat here, above;
	char up[PATH_MAX] = "..";
	u32 level = 0;

	if (fstat(fd, &here) < 0)
		return 0;
	while (inode != ROOT_INODE && strlen(up) + 4 < sizeof(up)) {
		if (fstatat(fd, up, &above, 0) < 0 || above.st_dev != here.st_dev)
			break;
		level++;
		inode = above.st_ino;
		strcat(up, "/..");
	}
	return level;
}

bool skep_trace_cgroup(const char *path, struct skep_trace_filter *filter, struct skep_diag *d)
{
	int fd = open_folder(path);
	struct statfs fs;
	struct stat about;
	bool ok;

	if (fd < 0)
		return skep_fail(d, SKEP_E_IO, "cannot open the cgroup %s: %s", path,
				 strerror(errno));
	ok = fstatfs(fd, &fs) == 0 && fs.f_type == CGROUP2_SUPER_MAGIC && fstat(fd, &about) == 0;
	if (ok) {
		filter->by |= SKEP_TRACE_BY_CGROUP;
		filter->cgroup = about.st_ino;
		filter->cgroup_level = level_of(fd, about.st_ino);
	}
	close(fd);
	if (ok)
		return true;
	skep_fail(d, SKEP_E_INVALID, "%s is not a folder of cgroup2", path);
	return skep_hint(d, "mount -t cgroup2 tells where it is mounted");
}
