/* SPDX-License-Identifier: BSD-2-Clause */
/* What the sections of an object say of its programs' types, where libbpf does not know it. */
#ifndef SKEP_OBJECT_SECTIONS_H
#define SKEP_OBJECT_SECTIONS_H

#include "base/types.h"

struct bpf_object;

/* Types the programs of an object that was opened and not loaded; returns it. NULL stays NULL,
 * errno with it. Programs of other sections that libbpf does not know stay without a type. */
struct bpf_object *skep_sections_type(struct bpf_object *object);

/* Has the maps of such an object pinned nowhere: who only looks at an object, or runs it on packets
 * of his own, changes no map of others and leaves none behind. Returns it; NULL stays NULL. */
struct bpf_object *skep_sections_unpin(struct bpf_object *object);

/* What a type of programs is called, "xdp"; "unknown type". */
const char *skep_sections_type_name(u32 type);

#endif
