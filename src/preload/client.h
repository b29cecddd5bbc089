/* SPDX-License-Identifier: BSD-2-Clause */
/* A process under `skep with`: its calls of bpf(2) go to the broker. */
#ifndef SKEP_PRELOAD_CLIENT_H
#define SKEP_PRELOAD_CLIENT_H

#include "syscall/mounts.h"
#include "syscall/skep.h"

/* From here on calls go to the broker of a folder, which is copied; false if the name is too long.
 * Once in a process, before it has threads. */
bool skep_client_begin(const char *folder);

/* One call; -errno: ENOSYS if the broker is no more. From any thread, from signal handlers and from
 * children of any kind. */
long skep_client_call(const struct skep_bpf_args *args);

/* The folder and its mounts, NULL if there is no broker. */
const char *skep_client_folder(void);
const struct skep_mounts *skep_client_mounts(void);

#endif
