/* SPDX-License-Identifier: BSD-2-Clause */
/* System calls that the kernel holds until the broker has answered them (seccomp_unotify(2)): the
 * route for programs that nothing can be put into, because they are linked statically or call Linux
 * by instructions of their own, as those of Go do. */
#ifndef SKEP_PRELOAD_CATCH_H
#define SKEP_PRELOAD_CATCH_H

#include <skep/diag.h>
#include <sys/types.h>

#include "base/types.h"

struct skep;

/* From here on this process, what it becomes and its children are caught, by the broker of a
 * folder. Without CAP_SYS_ADMIN they gain no privileges any more (PR_SET_NO_NEW_PRIVS). False with
 * *d set. Once in a process, and only while that has one thread. */
bool skep_catch_begin(const char *folder, struct skep_diag *d);

/* The broker's side. */
struct skep_catcher;

/* Takes over the listener, descriptor `fd` of a process; -errno. */
int skep_catcher_new(struct skep_catcher **made, struct skep *skep, const char *folder, pid_t pid,
		     int fd);

/* Waits for a call and answers it; false when nobody is left who could make one. From several
 * threads: while one answers another waits. */
bool skep_catcher_serve(struct skep_catcher *catcher);

/* When no thread serves any more. */
void skep_catcher_free(struct skep_catcher *catcher);

#endif
