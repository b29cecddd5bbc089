/* SPDX-License-Identifier: BSD-2-Clause */
/* The number is the file handle of the group's directory, by which Linux opens it. */
#include "linux/cgroup.h"

#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "linux/facts.h"

enum { FILEID_KERNFS = 0xfe };

static int open_group(int root, u64 id)
{
	union {
		struct file_handle handle;
		u8 room[sizeof(struct file_handle) + sizeof(id)];
	} h = {.handle = {.handle_bytes = sizeof(id), .handle_type = FILEID_KERNFS}};

	memcpy(h.room + offsetof(struct file_handle, f_handle), &id, sizeof(id));
	return open_by_handle_at(root, &h.handle, O_PATH | O_CLOEXEC);
}

bool skep_linux_cgroup_path(u64 id, char *path, size_t size)
{
	char where[PATH_MAX] = "", link[32], full[PATH_MAX];
	int root = skep_linux_fs("cgroup2", where), fd = root >= 0 ? open_group(root, id) : -1;
	size_t prefix = strlen(where);
	ssize_t length = -1;

	snprintf(link, sizeof(link), "/proc/self/fd/%d", fd);
	if (fd >= 0)
		length = readlink(link, full, sizeof(full) - 1);
	if (root >= 0)
		close(root);
	if (fd >= 0)
		close(fd);
	if (length < 0)
		return false;
	full[length] = '\0';
	if (strncmp(full, where, prefix) != 0)
		prefix = 0;
	snprintf(path, size, "%s", full[prefix] ? full + prefix : "/");
	return true;
}
