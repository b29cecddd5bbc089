/* SPDX-License-Identifier: BSD-2-Clause */
/* Entry points of libc in place of which others stand, and the paths that they are given. */
#ifndef SKEP_PRELOAD_NEXT_H
#define SKEP_PRELOAD_NEXT_H

#include <limits.h>

#include "base/types.h"

/* What stands in libc's place is seen by all libraries of the process. */
#define SKEP_ENTRY __attribute__((visibility("default")))

/* The function of a name that comes behind this library's; looked for once. */
#define SKEP_NEXT(name)                                                                            \
	({                                                                                         \
		static void *found_;                                                               \
		(typeof(&name))skep_next(#name, &found_);                                          \
	})
void *skep_next(const char *name, void **found);

/* A path as the file system has it: the same, or `room` with where a path of bpffs, or of a lock of
 * xdp-tools, is led to. errno is kept. */
const char *skep_there(const char *path, char room[PATH_MAX]);

/* Whether a path of the file system lies in a mount of bpffs. */
bool skep_there_is(const char *path);

/* Whether a descriptor is one of a memory file, as all of skep's are; errno is kept. */
bool skep_is_memory(int fd);

#endif
