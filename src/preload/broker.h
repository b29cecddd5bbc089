/* SPDX-License-Identifier: BSD-2-Clause */
/* The process that holds the system of a whole tree of processes, so that descriptors outlive
 * fork(2) and exec(2). */
#ifndef SKEP_PRELOAD_BROKER_H
#define SKEP_PRELOAD_BROKER_H

#include <limits.h>
#include <skep/diag.h>

#include "base/types.h"

/* Starts a broker as a process of its own that is no child of this one, and serves when this
 * returns. It ends, and its folder with it, when this process and all that come from it are gone:
 * it waits for the end of a pipe that they inherit. Writes the name of the folder. False with *d
 * set. Only while the process has one thread. */
bool skep_broker_start(char folder[PATH_MAX], struct skep_diag *d);

#endif
