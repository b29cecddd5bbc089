/* SPDX-License-Identifier: BSD-2-Clause */
#include "attach_sides.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/bpf.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "syscall/skep.h"

u32 resolve(const struct side *s, struct field f)
{
	switch (f.kind) {
	case PROG_FD:
		return (u32)s->progs[f.value];
	case PROG_ID:
		return s->prog_ids[f.value];
	case LINK_FD:
		return (u32)s->links[f.value];
	case LINK_ID:
		return s->link_ids[f.value];
	case MAP_FD:
		return (u32)s->maps[f.value];
	default:
		return f.value;
	}
}

long call(const struct side *s, u32 command, void *attr, u32 size)
{
	long got;

	if (s->skep)
		return skep_bpf(s->skep, (int)command, attr, size);
	got = syscall(SYS_bpf, command, attr, size);
	return got < 0 ? -errno : got;
}

u32 id_of(const struct side *s, int fd)
{
	u32 info[64] = {0};
	union bpf_attr attr = {
	    .info = {.bpf_fd = (u32)fd, .info_len = 80, .info = (uintptr_t)info}};

	return call(s, BPF_OBJ_GET_INFO_BY_FD, &attr, sizeof(attr)) ? 0 : info[1];
}

static u32 number_of(const u32 *ids, u32 count, u32 id)
{
	for (u32 i = 0; i < count; i++)
		if (id && ids[i] == id)
			return i + 1;
	return id ? 1000 : 0;
}

void ask(const struct side *s, const struct asked *a, struct found *f)
{
	struct {
		u32 target, attach, flags, attach_flags;
		u64 progs;
		u32 count, unused;
		u64 prog_flags, links, link_flags, revision;
	} attr = {.target = resolve(s, a->target), .attach = a->attach, .flags = a->flags};

	memset(f, 0, sizeof(*f));
	attr.count = a->room;
	attr.progs = (uintptr_t)f->progs;
	if (a->lists) {
		attr.prog_flags = (uintptr_t)f->prog_flags;
		attr.links = (uintptr_t)f->links;
	}
	f->result = call(s, BPF_PROG_QUERY, &attr, sizeof(attr));
	f->flags = attr.attach_flags;
	f->count = attr.count;
	f->revision = attr.revision;
	for (u32 i = 0; i < ROOM; i++) {
		f->progs[i] = number_of(s->prog_ids, PROGS, f->progs[i]);
		f->links[i] = number_of(s->link_ids, LINKS, f->links[i]);
	}
}

/* ---- cgroups */

static char root[64];
static char folders[3][128];

bool make_cgroups(int cgroups[CGROUPS])
{
	snprintf(root, sizeof(root), "/tmp/skep-attach-%d", getpid());
	if (unshare(CLONE_NEWNS | CLONE_NEWNET) || mkdir(root, 0700))
		return false;
	if (mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) ||
	    mount("cgroup2", root, "cgroup2", 0, NULL))
		return false;
	snprintf(folders[0], sizeof(folders[0]), "%s/skep-%d", root, getpid());
	snprintf(folders[1], sizeof(folders[1]), "%s/skep-%d/a", root, getpid());
	snprintf(folders[2], sizeof(folders[2]), "%s/skep-%d/a/b", root, getpid());
	for (u32 i = 0; i < 3; i++)
		if (mkdir(folders[i], 0755))
			return false;
	for (u32 i = 0; i < 3; i++)
		cgroups[i] = open(folders[i], O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	return true;
}

void remove_cgroups(void)
{
	for (u32 i = 3; i--;)
		if (folders[i][0])
			rmdir(folders[i]);
	umount2(root, MNT_DETACH);
	rmdir(root);
}
