/* SPDX-License-Identifier: BSD-2-Clause */
/* Classic programs in Linux. Thread-safe. */
#ifndef SKEP_LINUX_ATTACH_H
#define SKEP_LINUX_ATTACH_H

#include <linux/filter.h>
#include <skep/diag.h>

#include "base/types.h"

/* Attaches a classic program to a socket, in place of the one it has: Linux keeps of each packet as
 * many bytes as the program returns.
 *
 *   fd     a socket
 *   insns  `count` instructions, 1 to 4,096, copied by Linux
 *
 * False with *d set: Linux refused the program, it has no memory for it, or the socket's filter is
 * locked. Source: SO_ATTACH_FILTER, socket(7); net/core/filter.c. */
SKEP_MUST_USE bool skep_linux_attach_filter(int fd, const struct sock_filter *insns, u32 count,
					    struct skep_diag *d);

#endif
