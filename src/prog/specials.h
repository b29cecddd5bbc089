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

/* Whose fields they would be: timers are none in objects, nodes none in the values of maps. */
enum skep_specials_holder { SKEP_SPECIALS_MAP, SKEP_SPECIALS_OBJECT };

struct skep_specials_ask {
	const struct btf *btf;
	const struct skep_kernel *kernel; /* NULL: all that is owned is the program's own */
	u32 version;			  /* of Linux to be like; 0: the newest */
	enum skep_specials_holder holder;
};

/* Finds the special fields of a struct or section, in the order of their offsets. Returns their
 * number, or -errno: -ENOENT if a struct of the kernel is owned that it cannot release. */
int skep_specials_find(const struct skep_specials_ask *ask, u32 type_id,
		       struct skep_special specials[SKEP_SPECIALS_MAX]);

/* Whether all structs that could be objects have fields that go together, and do not own each other
 * in a circle. 0, or -errno with *id set to the first that does not. */
int skep_specials_check_types(const struct skep_specials_ask *ask, u32 *id);

/* Whether anything is owned, so that the kernel's types matter. */
bool skep_specials_own(const struct btf *btf);

/* "bpf_spin_lock" and so on, by enum skep_special_kind. */
const char *skep_special_name(u8 kind);

/* Whether a map may have them: -EOPNOTSUPP if not. */
int skep_specials_check(u32 map_type, const struct skep_special *specials, u32 count);

#endif
