/* SPDX-License-Identifier: BSD-2-Clause */
/* Who has mapped the memory file of an entity. Private to the room. */
#ifndef SKEP_SYSCALL_MAPPED_H
#define SKEP_SYSCALL_MAPPED_H

#include "syscall/system.h"

/* Whether a process may write to the file through a mapping, but for the system's own mapping, in
 * which `own` lies. */
bool skep_is_mapped(const struct skep_entity *e, const void *own);

#endif
