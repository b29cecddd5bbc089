/* SPDX-License-Identifier: BSD-2-Clause */
/* XDP programs at interfaces, which are numbers: put there by netlink, where they stay until they
 * are taken away, or by links. Private to the room.
 *
 * Linux's rules: an interface has one program, generic or native, from one side. The loopback
 * interface, number 1, is the one without a driver that knows native XDP; nothing is offloaded. */
#ifndef SKEP_SYSCALL_XDP_H
#define SKEP_SYSCALL_XDP_H

#include "syscall/system.h"

enum skep_xdp_mode { SKEP_XDP_GENERIC, SKEP_XDP_NATIVE, SKEP_XDP_OFFLOADED };

/* What shall be there instead of what is. */
struct skep_xdp_change {
	u32 interface;
	u32 flags;			     /* XDP_FLAGS_... */
	bool link;			     /* of a link, which comes where nothing is */
	struct skep_prog_entity *prog, *old; /* NULL: none */
};

/* The mode that flags mean at an interface. */
u32 skep_xdp_mode(u32 interface, u32 flags);

/* The program at an interface in a mode, NULL: none. The system's mutex is held. */
struct skep_prog_entity *skep_xdp_find(struct skep *skep, u32 interface, u32 mode);

/* Whether Linux would make a change: -errno, with its own words for it in *why, NULL where it has
 * none. The mutex is held. */
int skep_xdp_check(struct skep *skep, const struct skep_xdp_change *change, const char **why);

/* Makes a change that netlink asks for, if Linux would. */
int skep_xdp_set(struct skep *skep, const struct skep_xdp_change *change, const char **why);

void skep_xdp_forget(struct skep *skep);

#endif
