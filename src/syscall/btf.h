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

/* Types while they are checked. */
struct skep_btf_types {
	const u8 *bytes;
	u32 size;
	u32 count;	   /* of types, void among them */
	const u32 *places; /* of types in `bytes`; [0] is not used */
	struct skep_btf_strings strings;
	struct skep_buffer *log;
};

/* Whether a type of a known kind, all of it there, says what Linux lets it say on its own: 0,
 * -EINVAL or -ENOTSUPP. */
int skep_btf_check_meta(const struct btf_type *t, const struct skep_btf_strings *s);

/* Whether a name is one of C, as far as there are such; offset 0, no name, is none. */
bool skep_btf_is_named(const struct skep_btf_strings *s, u32 at);

/* Whether types refer to types that they may refer to, none is made of itself, and what lies in a
 * type has room there; each is sound on its own. Returns 0 or -errno, with a line in the log.
 * O(types and their parts). */
int skep_btf_resolve(const struct skep_btf_types *types);

/* The type of a number, NULL: there is none; type 0 is void, of kind BTF_KIND_UNKN. */
const struct btf_type *skep_btf_type(const struct skep_btf_types *types, u32 id);

/* Writes a line that says what is wrong with a type; -EINVAL. */
int skep_btf_wrong(const struct skep_btf_types *types, u32 id, const char *what, u32 value);

/* Whether bytes are BTF that Linux takes: 0 with the same types in `plain`, with a header of the
 * usual length, or -errno with a line in `log`. */
int skep_btf_check(const void *bytes, u32 size, struct skep_buffer *plain, struct skep_buffer *log);

#endif
