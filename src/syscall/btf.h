/* SPDX-License-Identifier: BSD-2-Clause */
/* Types that callers load. Private to the room. */
#ifndef SKEP_SYSCALL_BTF_H
#define SKEP_SYSCALL_BTF_H

#include "base/buffer.h"
#include "base/types.h"

/* Whether bytes are BTF: sections, sizes, names and types that types refer to all lie within. On
 * false `log` has a line that says what is wrong. O(size). */
bool skep_btf_check(const void *bytes, u32 size, struct skep_buffer *log);

#endif
