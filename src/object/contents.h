/* SPDX-License-Identifier: BSD-2-Clause */
/* Contents that a user gives to maps and variables of an object that the caller opens and loads. */
#ifndef SKEP_OBJECT_CONTENTS_H
#define SKEP_OBJECT_CONTENTS_H

#include <skep/diag.h>

#include "base/types.h"

struct bpf_object;
struct skep_contents;

/* To be made before the load, for libbpf forgets types of some maps then. NULL with *d set. The
 * object is borrowed until it is freed. */
struct skep_contents *skep_contents_new(struct bpf_object *object, struct skep_diag *d);

/* As skep_running_set; `loaded` says whether the object is. */
SKEP_MUST_USE bool skep_contents_set(struct skep_contents *c, bool loaded, const char *assignment,
				     struct skep_diag *d);

void skep_contents_free(struct skep_contents *c); /* NULL is allowed */

#endif
