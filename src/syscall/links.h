/* SPDX-License-Identifier: BSD-2-Clause */
/* What links are about. Private to the room. */
#ifndef SKEP_SYSCALL_LINKS_H
#define SKEP_SYSCALL_LINKS_H

#include "syscall/hooks.h"

/* The type of a link for a program at an attach type, 0: there is none. */
u32 skep_link_type(const struct skep_prog_entity *prog, u32 attach);

/* The rules of the hooks of an attach type, NULL: there are none. */
const struct skep_hook_ops *skep_attach_ops(u32 attach);

/* The type of the programs that PROG_ATTACH wants for an attach type, 0: it knows none. */
u32 skep_attach_prog_type(u32 attach);

#endif
