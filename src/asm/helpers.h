/* SPDX-License-Identifier: BSD-2-Clause */
/* The names of helpers by their number, from the table of the room spec. */
#ifndef SKEP_ASM_HELPERS_H
#define SKEP_ASM_HELPERS_H

#include "base/types.h"

/* "bpf_map_lookup_elem" for 1; NULL for a number that has no name. Static storage. */
const char *skep_helper_name(s32 number);

/* Finds the number of `length` bytes of name; false if there is none, and *number is 0. */
bool skep_helper_number(const char *name, size_t length, s32 *number);

#endif
