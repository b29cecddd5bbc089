/* SPDX-License-Identifier: BSD-2-Clause */
/* Entry points that open files: paths of pins are led to their folder, and what /proc tells of a
 * descriptor of skep's is told as Linux tells it of one of BPF. */
#undef _FILE_OFFSET_BITS /* each name is the entry point of that name */
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "preload/next.h"
#include "preload/proc.h"
#include "preload/route.h"

static bool has_mode(int flags)
{
	return flags & O_CREAT || (flags & O_TMPFILE) == O_TMPFILE;
}

/* The argument behind the flags, where there is one. */
#define MODE(flags)                                                                                \
	({                                                                                         \
		mode_t mode_ = 0;                                                                  \
		va_list list_;                                                                     \
		va_start(list_, flags);                                                            \
		if (has_mode(flags))                                                               \
			mode_ = va_arg(list_, mode_t);                                             \
		va_end(list_);                                                                     \
		mode_;                                                                             \
	})

/* By which events are found, where Linux does not let this process read it. */
static int open_event_file(const char *path)
{
	u64 attr = (uintptr_t)path;
	struct skep_bpf_args args = {
	    .cmd = SKEP_BPF_EVENT_FILE, .size = sizeof(attr), .attr = (uintptr_t)&attr};
	int before = errno, fd = -1;

	if (path && skep_proc_is_event_file(path) && SKEP_NEXT(access)(path, R_OK) != 0)
		fd = (int)skep_route_call(&args);
	errno = before;
	return fd < 0 ? -1 : fd;
}

/* A file that the system makes, -1: it is Linux's. */
static int open_told(const char *path)
{
	int fd = skep_proc_open(path);

	return fd >= 0 ? fd : open_event_file(path);
}

#define OPEN(name)                                                                                 \
	SKEP_ENTRY int name(const char *path, int flags, ...)                                      \
	{                                                                                          \
		mode_t mode = MODE(flags);                                                         \
		char room[PATH_MAX];                                                               \
		int fd = open_told(path);                                                          \
                                                                                                   \
		return fd >= 0 ? fd : SKEP_NEXT(name)(skep_there(path, room), flags, mode);        \
	}
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                                               \
	SKEP_ENTRY int name(int at, const char *path, int flags, ...)                              \
	{                                                                                          \
		mode_t mode = MODE(flags);                                                         \
		char room[PATH_MAX];                                                               \
		int fd = open_told(path);                                                          \
                                                                                                   \
		return fd >= 0 ? fd : SKEP_NEXT(name)(at, skep_there(path, room), flags, mode);    \
	}
OPENAT(openat)
OPENAT(openat64)

/* What programs call that were compiled with _FORTIFY_SOURCE. */
int __open_2(const char *path, int flags);
int __open64_2(const char *path, int flags);
int __openat_2(int at, const char *path, int flags);
int __openat64_2(int at, const char *path, int flags);

SKEP_ENTRY int __open_2(const char *path, int flags)
{
	return open(path, flags, 0);
}

SKEP_ENTRY int __open64_2(const char *path, int flags)
{
	return open64(path, flags, 0);
}

SKEP_ENTRY int __openat_2(int at, const char *path, int flags)
{
	return openat(at, path, flags, 0);
}

SKEP_ENTRY int __openat64_2(int at, const char *path, int flags)
{
	return openat64(at, path, flags, 0);
}

#define FOPEN(name)                                                                                \
	SKEP_ENTRY FILE *name(const char *path, const char *mode)                                  \
	{                                                                                          \
		char room[PATH_MAX];                                                               \
		int fd = open_told(path);                                                          \
                                                                                                   \
		return fd >= 0 ? fdopen(fd, mode) : SKEP_NEXT(name)(skep_there(path, room), mode); \
	}
FOPEN(fopen)
FOPEN(fopen64)

/* Whether a file by which events are found may be read. */
static bool is_told(const char *path, int mode)
{
	int fd = mode & (W_OK | X_OK) ? -1 : open_event_file(path);

	if (fd >= 0)
		close(fd);
	return fd >= 0;
}

SKEP_ENTRY int access(const char *path, int mode)
{
	char room[PATH_MAX];

	return is_told(path, mode) ? 0 : SKEP_NEXT(access)(skep_there(path, room), mode);
}

SKEP_ENTRY int faccessat(int at, const char *path, int mode, int flags)
{
	char room[PATH_MAX];

	return is_told(path, mode) ? 0
				   : SKEP_NEXT(faccessat)(at, skep_there(path, room), mode, flags);
}
