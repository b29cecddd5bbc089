/* SPDX-License-Identifier: BSD-2-Clause */
/* Interfaces of a network namespace, through rtnetlink(7). Thread-safe. */
#ifndef SKEP_LINUX_PAIR_H
#define SKEP_LINUX_PAIR_H

#include "base/types.h"

/* Adds a veth pair of two names to this thread's network namespace and sets both up; 0 or -errno.
 */
int skep_pair_add(const char *name, const char *peer);

/* Adds an interface of a kind, "netkit"; 0 or -errno. */
int skep_interface_add(const char *kind, const char *name);

/* Sets an interface up; 0 or -errno. */
int skep_interface_up(const char *name);

#endif
