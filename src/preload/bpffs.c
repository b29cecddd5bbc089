/* SPDX-License-Identifier: BSD-2-Clause */
/* File systems: a folder of pins is one of bpffs, and mounting bpffs makes one, without root.
 *
 * libbpf and bpftool ask statfs(2) before they pin. bpftool and iproute2 mount bpffs where it is
 * missing, and first make the place private, by a call with a signature of its own (an empty
 * source), which there is no reason to do then. */
#undef _FILE_OFFSET_BITS /* each name is the entry point of that name */
#include <errno.h>
#include <linux/magic.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "preload/next.h"
#include "preload/route.h"

/* Where trace_pipe is looked for (proc.c). */
static bool is_tracing(const char *path)
{
	return strcmp(path, "/sys/kernel/tracing") == 0 ||
	       strcmp(path, "/sys/kernel/debug/tracing") == 0;
}

/* The kind of a file system as Linux has it behind an answer of statfs(2). */
#define STATFS(name, type)                                                                         \
	SKEP_ENTRY int name(const char *path, struct type *s)                                      \
	{                                                                                          \
		char room[PATH_MAX];                                                               \
		const char *there = skep_there(path, room);                                        \
		int error = SKEP_NEXT(name)(there, s);                                             \
                                                                                                   \
		if (!error && is_tracing(path))                                                    \
			s->f_type = TRACEFS_MAGIC;                                                 \
		else if (!error && skep_there_is(there))                                           \
			s->f_type = BPF_FS_MAGIC;                                                  \
		return error;                                                                      \
	}
STATFS(statfs, statfs)
STATFS(statfs64, statfs64)

#define FSTATFS(name, type)                                                                        \
	SKEP_ENTRY int name(int fd, struct type *s)                                                \
	{                                                                                          \
		char path[32];                                                                     \
		int error = SKEP_NEXT(name)(fd, s);                                                \
                                                                                                   \
		snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);                              \
		if (!error && skep_there_is(path))                                                 \
			s->f_type = BPF_FS_MAGIC;                                                  \
		return error;                                                                      \
	}
FSTATFS(fstatfs, statfs)
FSTATFS(fstatfs64, statfs64)

static bool makes_private(const char *source, const char *type, unsigned long flags)
{
	return source && !*source && type && strcmp(type, "none") == 0 &&
	       flags == (MS_PRIVATE | MS_REC);
}

static int mount_bpffs(const char *target)
{
	u64 attr = (uintptr_t)target;
	struct skep_bpf_args args = {
	    .cmd = SKEP_BPF_MOUNT, .size = sizeof(attr), .attr = (uintptr_t)&attr};
	long result = skep_route_call(&args);

	if (result >= 0)
		return 0;
	errno = (int)-result;
	return -1;
}

SKEP_ENTRY int mount(const char *source, const char *target, const char *type, unsigned long flags,
		     const void *data)
{
	if (makes_private(source, type, flags))
		return 0;
	if (type && strcmp(type, "bpf") == 0)
		return mount_bpffs(target);
	return SKEP_NEXT(mount)(source, target, type, flags, data);
}
