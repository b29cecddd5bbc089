/* SPDX-License-Identifier: BSD-2-Clause */
/* Objects of the program's own types, which it allocates: what they look like, and their memory.
 *
 * A pointer to one (SKEP_REG_OBJECT) is owning if it has a reference. One that has been put into a
 * list or a tree, or was found there, does not own the object (SKEP_REG_F_BORROWED): it may be read
 * and written until the lock of the list or tree is given back. */
#ifndef SKEP_VERIFY_LOCAL_H
#define SKEP_VERIFY_LOCAL_H

#include "prog/specials.h"
#include "verify/walk.h"

/* One struct. Equal types are at the same address. */
struct skep_local {
	struct skep_local *next;
	const struct btf *btf; /* of the program, or of a map */
	u32 id, size;	       /* in that BTF; bytes */
	u32 kinds;	       /* of the special fields: bits by enum skep_special_kind */
	struct skep_special specials[SKEP_SPECIALS_MAX];
	u32 special_count;
};

/* NULL with the program refused, if it is no struct or its fields do not go together. */
SKEP_MUST_USE const struct skep_local *skep_local_find(struct skep_walk *w, const struct btf *btf,
						       u32 id);

/* A pointer to `off` bytes into an object. */
struct skep_reg skep_local_pointer(const struct skep_local *type, u32 off, u16 flags);

/* What an object's struct holds of a kind; any other register: false. */
bool skep_local_has(const struct skep_reg *r, enum skep_special_kind kind);

/* The special field of a kind where a map value or an object is pointed to, at an offset that is
 * known; NULL if there is none. */
const struct skep_special *skep_special_at(const struct skep_reg *r, enum skep_special_kind kind);

/* Memory of an object. */
SKEP_MUST_USE bool skep_local_access(struct skep_walk *w, const struct skep_access *a);

/* A lock is given back: what was borrowed under it is a number now. */
void skep_local_return(struct skep_vstate *s);

#endif
