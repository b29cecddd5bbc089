/* SPDX-License-Identifier: BSD-2-Clause */
/* Where the pins of a system with a folder lie: in folders of an ordinary file system, each of
 * which stands for a mount of bpffs. A pin is an ordinary file there, so that programs that list,
 * rename and remove files work on pins; they are led there by the paths that they use
 * (preload/paths.def). The table is a file in the system's folder that its clients map and only the
 * system writes to. */
#ifndef SKEP_SYSCALL_MOUNTS_H
#define SKEP_SYSCALL_MOUNTS_H

#include <limits.h>

#include "base/types.h"

#define SKEP_MOUNTS_FIRST "/sys/fs/bpf" /* is always mounted */

enum {
	SKEP_MOUNTS_MAX = 15,
	SKEP_MOUNTS_ROOM = 256, /* bytes of a path with its NUL */
};

struct skep_mounts {
	u32 count;				    /* entries; those that are no more are "" */
	char at[SKEP_MOUNTS_MAX][SKEP_MOUNTS_ROOM]; /* entry N lies in FOLDER/pins/N */
};

/* Maps the table of a system's folder, to write if it is one's own, which makes it. NULL with errno
 * set. For skep_mounts_close(). */
struct skep_mounts *skep_mounts_open(const char *folder, bool own);
void skep_mounts_close(struct skep_mounts *m);

/* Adds a mount at an absolute path that is none yet; -errno. One thread at a time. */
int skep_mounts_add(struct skep_mounts *m, const char *folder, const char *path);

/* Writes the path that an absolute path of a client's means; false if it lies in no mount. Paths
 * with ".." are not led anywhere. From any thread. */
bool skep_mounts_lead(const struct skep_mounts *m, const char *folder, const char *path,
		      char to[PATH_MAX]);

/* Whether a real path lies in a mount. */
bool skep_mounts_hold(const char *folder, const char *real);

/* Whether it is the root of one. */
bool skep_mounts_is_root(const char *folder, const char *real);

#endif
