/* SPDX-License-Identifier: BSD-2-Clause */
/* Interfaces and routes of a network namespace, through rtnetlink(7). Thread-safe. */
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

/* Makes the route to 192.0.2.0/24, or with seg6local to 2001:db8::/64, one over an interface whose
 * packets a program sees. 0 or -errno.
 *
 *   where  LWT_BPF_IN, _OUT or _XMIT of linux/lwtunnel.h; 0: seg6local's action End.BPF */
int skep_route_through(u32 interface, u32 where, int prog);

#endif
