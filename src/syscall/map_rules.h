/* SPDX-License-Identifier: BSD-2-Clause */
/* Private to the room. */
#ifndef SKEP_SYSCALL_MAP_RULES_H
#define SKEP_SYSCALL_MAP_RULES_H

#include "syscall/system.h"

/* Whether a map may be made with what attr says of its type, sizes and flags; -errno. Takes the
 * flag away that says that there is a token. */
int skep_map_check(struct skep_bpf_call *call);

#endif
