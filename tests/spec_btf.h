/* SPDX-License-Identifier: BSD-2-Clause */
/* As much of BTF as the questions of spec_ask.h need. */
#ifndef SPEC_BTF_H
#define SPEC_BTF_H

#include "base/types.h"

enum { BTF_STRUCT = 4, BTF_TYPEDEF = 8, BTF_FUNC = 12 }; /* kinds */

/* The id of a type of the kernel; 0 if there is none. */
u32 btf_find(u32 kind, const char *name);

/* Loads BTF that has an int of 4 bytes and an array of `size` bytes; a descriptor, or -errno. */
enum { BTF_BYTES_KEY = 1, BTF_BYTES_VALUE = 3 };
int btf_of_bytes(u32 size);

/* What maps treat apart from the other bytes of a value. */
enum btf_special { BTF_SPIN_LOCK, BTF_RES_SPIN_LOCK, BTF_TIMER, BTF_KPTR, BTF_SPECIALS };

/* Loads BTF that has a key, an int of `key` bytes, and a value, a struct whose one field is
 * special; a descriptor, or -errno. *value: bytes of the struct. */
enum { BTF_SPECIAL_KEY = 1, BTF_SPECIAL_VALUE = 2 };
int btf_of_special(enum btf_special special, u32 key, u32 *value);

#endif
