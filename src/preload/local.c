/* SPDX-License-Identifier: BSD-2-Clause */
/* The file system of pins for a system in this process, where pins are names (syscall/pins.h):
 * libbpf makes the folder and asks what file system it lies in before it pins. Below /sys/fs/bpf
 * the answers are those of a mounted bpffs. In the command alone: libskep-preload.so has folders.
 */
#undef _FILE_OFFSET_BITS /* each name is the entry point of that name */
#include <errno.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "preload/next.h"
#include "preload/raw.h"
#include "preload/route.h"
#include "syscall/mounts.h"

static bool is_ours(const char *path)
{
	size_t length = sizeof(SKEP_MOUNTS_FIRST) - 1;

	return skep_route_is_set() && strncmp(path, SKEP_MOUNTS_FIRST, length) == 0 &&
	       (!path[length] || path[length] == '/');
}

/* What the kernel returned, as libc returns it. */
static int answer(long result)
{
	if (result >= 0)
		return (int)result;
	errno = (int)-result;
	return -1;
}

#define STATFS(name, type)                                                                         \
	SKEP_ENTRY int name(const char *path, struct type *s)                                      \
	{                                                                                          \
		long args[6] = {(long)path, (long)s};                                              \
                                                                                                   \
		if (!is_ours(path))                                                                \
			return answer(skep_raw_syscall(SYS_statfs, args));                         \
		*s = (struct type){.f_type = BPF_FS_MAGIC, .f_bsize = 4096, .f_namelen = 255};     \
		return 0;                                                                          \
	}
STATFS(statfs, statfs)
STATFS(statfs64, statfs64)

SKEP_ENTRY int mkdir(const char *path, mode_t mode)
{
	long args[6] = {AT_FDCWD, (long)path, mode};

	return is_ours(path) ? 0 : answer(skep_raw_syscall(SYS_mkdirat, args));
}

SKEP_ENTRY int unlink(const char *path)
{
	long args[6] = {AT_FDCWD, (long)path, 0};
	u64 attr = (uintptr_t)path;
	struct skep_bpf_args call = {
	    .cmd = SKEP_BPF_UNPIN, .size = sizeof(attr), .attr = (uintptr_t)&attr};

	return answer(is_ours(path) ? skep_route_call(&call)
				    : skep_raw_syscall(SYS_unlinkat, args));
}
