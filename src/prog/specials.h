/* SPDX-License-Identifier: BSD-2-Clause */
/* Fields that only helpers may touch: those of the values of maps, and of the objects that programs
 * allocate. Thread-safe. */
#ifndef SKEP_PROG_SPECIALS_H
#define SKEP_PROG_SPECIALS_H

#include "prog/kernel.h"
#include "prog/map.h"

/* The size of a type in bytes, 0 if it has none. */
u32 skep_btf_size(const struct btf *btf, u32 type_id);

enum { SKEP_SPECIALS_MAX = 11 }; /* as Linux has it */

/* Finds the special fields of a type, in the order of their offsets. Returns their number, or
 * -errno. `kernel` is the version to be like, 0 the newest. */
int skep_specials_find(const struct btf *btf, u32 type_id, u32 kernel,
		       struct skep_special specials[SKEP_SPECIALS_MAX]);

/* "bpf_spin_lock" and so on, by enum skep_special_kind. */
const char *skep_special_name(u8 kind);

/* Whether each struct of the kernel that they own can be released: -ENOENT if not. The type of a
 * pointer is the kernel's if that has a struct of its name (NULL: the kernel has none). */
int skep_specials_own(const struct btf *btf, const struct skep_kernel *kernel, u32 version,
		      const struct skep_special *specials, u32 count);

/* Whether a map may have them: -EOPNOTSUPP if not. */
int skep_specials_check(u32 map_type, const struct skep_special *specials, u32 count);

#endif
