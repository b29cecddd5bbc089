/* SPDX-License-Identifier: BSD-2-Clause */
/* What /proc tells of descriptors. */
#ifndef SKEP_PRELOAD_FDINFO_H
#define SKEP_PRELOAD_FDINFO_H

/* If a path is /proc/PID/fdinfo/N of a descriptor of skep's: a new descriptor to read from, which
 * also tells what Linux would tell of it. -1 if the path is another one. errno is kept. */
int skep_fdinfo_open(const char *path);

#endif
