/* SPDX-License-Identifier: BSD-2-Clause */
/* Putting a program in the place of the one that is attached: its maps go on under their names, if
 * they are laid out alike, and the link is given the new program in one step. Private to the room.
 */
#ifndef SKEP_LINUX_REPLACE_H
#define SKEP_LINUX_REPLACE_H

#include "linux/hook.h"

struct bpf_object;

struct skep_replace {
	int link, prog; /* descriptors of what is attached */
};

/* Finds what is attached to the hook. False with *d set if there is nothing, or nothing that a link
 * holds. Fini closes. */
SKEP_MUST_USE bool skep_replace_init(struct skep_replace *r, const struct skep_hook *hook,
				     struct skep_diag *d);
void skep_replace_fini(struct skep_replace *r);

/* Has the object, which is not loaded yet, use the maps of the attached program. False with *d set,
 * which names the first difference, if one of them has changed its layout. */
SKEP_MUST_USE bool skep_replace_maps(const struct skep_replace *r, struct bpf_object *object,
				     struct skep_diag *d);

/* Swaps; 0 or -errno. -EPERM: somebody else has swapped meanwhile. */
int skep_replace_swap(const struct skep_replace *r, int prog);

#endif
