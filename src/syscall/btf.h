/* SPDX-License-Identifier: BSD-2-Clause */
/* Types that callers load. Private to the room. */
#ifndef SKEP_SYSCALL_BTF_H
#define SKEP_SYSCALL_BTF_H

#include "base/buffer.h"
#include "base/types.h"

struct btf_type;

struct skep_btf_strings {
	const char *bytes; /* ends in NUL */
	u32 size;
};

/* Whether a type of a known kind, all of it there, says what Linux lets it say on its own. */
bool skep_btf_check_meta(const struct btf_type *t, const struct skep_btf_strings *s);

/* Whether bytes are BTF: sections, sizes, names and types that types refer to all lie within. On
 * false `log` has a line that says what is wrong. O(size). */
bool skep_btf_check(const void *bytes, u32 size, struct skep_buffer *log);

#endif
