/* SPDX-License-Identifier: BSD-2-Clause */
/* Places that descriptors of the caller's name, and the one where it is itself. */
#include <errno.h>
#include <linux/magic.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "syscall/hooks.h"

static int process(const struct skep_bpf_call *call)
{
	return call->client.pid ? call->client.pid : getpid();
}

int skep_hook_path(const struct skep_bpf_call *call, u32 fd, char path[SKEP_HOOK_PATH])
{
	return snprintf(path, SKEP_HOOK_PATH, "/proc/%d/fd/%d", process(call), (int)fd);
}

static void set_inode(struct skep_hook_place *place, const struct stat *s)
{
	place->number = s->st_ino;
	place->device = s->st_dev;
}

int skep_hook_inode(const struct skep_bpf_call *call, u32 fd, struct skep_hook_place *place)
{
	char path[SKEP_HOOK_PATH];
	struct statfs system;
	struct stat s;

	skep_hook_path(call, fd, path);
	if (stat(path, &s) || (place->link_type == BPF_LINK_TYPE_CGROUP && !S_ISDIR(s.st_mode)))
		return -EBADF;
	if (place->link_type == BPF_LINK_TYPE_NETNS &&
	    (statfs(path, &system) || system.f_type != NSFS_MAGIC))
		return -EINVAL;
	set_inode(place, &s);
	return 0;
}

int skep_hook_own_space(const struct skep_bpf_call *call, struct skep_hook_place *place)
{
	char path[SKEP_HOOK_PATH];
	struct stat s;

	snprintf(path, sizeof(path), "/proc/%d/ns/net", process(call));
	if (stat(path, &s))
		return -EINVAL;
	set_inode(place, &s);
	return 0;
}
