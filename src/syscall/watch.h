/* SPDX-License-Identifier: BSD-2-Clause */
/* Programs whose every access is looked at. Private to the room. */
#ifndef SKEP_SYSCALL_WATCH_H
#define SKEP_SYSCALL_WATCH_H

#include "syscall/system.h"

/* Whether memory lies in a value of a program's maps; `program` is its struct skep_prog_entity. */
bool skep_watch_allows(void *program, u64 address, u32 size, bool write);

#endif
