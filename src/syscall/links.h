/* SPDX-License-Identifier: BSD-2-Clause */
/* What links are about. Private to the room. */
#ifndef SKEP_SYSCALL_LINKS_H
#define SKEP_SYSCALL_LINKS_H

#include "syscall/system.h"

/* The type of a link for a program at an attach type, 0: there is none. */
u32 skep_link_type(const struct skep_prog_entity *prog, u32 attach);

/* Whether programs are linked at an attach type that can be asked for. */
bool skep_link_is_attach(u32 attach);

/* What a link of a type is at: the inode of a descriptor of the caller's, of a cgroup, which any
 * folder may be, a name space, or a perf event. -EBADF; -EINVAL: it is no name space. */
int skep_link_inode(const struct skep_bpf_call *call, u32 fd, u32 link_type, u64 *inode);

#endif
