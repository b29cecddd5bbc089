/* SPDX-License-Identifier: BSD-2-Clause */
/* The rows of links.def. */
#include "syscall/links.h"

#include <errno.h>
#include <linux/magic.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "spec/spec.h"

enum { LOADED = 0 };

#define BIT(attach) (1ULL << BPF_##attach)

static const struct {
	u32 prog, link;
	u64 attaches;
} rows[] = {
#define LINK(prog, attaches, link) {BPF_PROG_TYPE_##prog, BPF_LINK_TYPE_##link, attaches},
#include "syscall/links.def"
#undef LINK
};

u32 skep_link_type(const struct skep_prog_entity *prog, u32 attach)
{
	for (size_t i = 0; i < SKEP_COUNT(rows); i++) {
		if (rows[i].prog != prog->type)
			continue;
		if (rows[i].attaches == LOADED)
			return attach == prog->attach_type ? rows[i].link : 0;
		if (rows[i].attaches & skep_attach_bit(attach))
			return rows[i].link;
	}
	return 0;
}

bool skep_link_is_attach(u32 attach)
{
	for (size_t i = 0; i < SKEP_COUNT(rows); i++) {
		u64 all = rows[i].attaches ?: skep_prog_row(rows[i].prog)->attaches;
		bool asked = rows[i].link == BPF_LINK_TYPE_TCX ||
			     rows[i].link == BPF_LINK_TYPE_CGROUP ||
			     rows[i].link == BPF_LINK_TYPE_NETNS;

		if (asked && all & skep_attach_bit(attach))
			return true;
	}
	return false;
}

int skep_link_inode(const struct skep_bpf_call *call, u32 fd, u32 link_type, u64 *inode)
{
	char path[48];
	struct statfs system;
	struct stat s;

	snprintf(path, sizeof(path), "/proc/%d/fd/%d",
		 call->client.pid ? call->client.pid : getpid(), (int)fd);
	if (stat(path, &s) || (link_type == BPF_LINK_TYPE_CGROUP && !S_ISDIR(s.st_mode)))
		return -EBADF;
	if (link_type == BPF_LINK_TYPE_NETNS &&
	    (statfs(path, &system) || system.f_type != NSFS_MAGIC))
		return -EINVAL;
	*inode = s.st_ino;
	return 0;
}
