/* SPDX-License-Identifier: BSD-2-Clause */
/* Linux's helpers, and functions of the kernel, as functions of C that running programs call. */
#ifndef SKEP_HELPER_TABLE_H
#define SKEP_HELPER_TABLE_H

#include "vm/vm.h"

/* Functions of the kernel have numbers from here on. */
enum { SKEP_KFUNC_NUMBERS = 1024 };

/* All of them by number, for skep_code_make; static storage. */
struct skep_helpers skep_helper_table(void);

/* Whether a helper is here. */
bool skep_helper_is_offered(s32 number);

/* The number of a function of the kernel by its name, 0: it is not here. */
u32 skep_helper_kfunc(const char *name);

#endif
