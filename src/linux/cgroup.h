/* SPDX-License-Identifier: BSD-2-Clause */
/* Control groups by the number that programs get of bpf_get_current_cgroup_id(). Thread-safe. */
#ifndef SKEP_LINUX_CGROUP_H
#define SKEP_LINUX_CGROUP_H

#include "base/types.h"

/* Writes the path below the root of cgroup2, "/system.slice"; false if no such group lives, or a
 * privilege (CAP_DAC_READ_SEARCH) is missing. */
bool skep_linux_cgroup_path(u64 id, char *path, size_t size);

#endif
