/* SPDX-License-Identifier: BSD-2-Clause */
/* The types of the kernel that a program will run in, by name: its BTF with an index. Made once,
 * then read by any number of threads. */
#ifndef SKEP_PROG_KERNEL_H
#define SKEP_PROG_KERNEL_H

#include "base/types.h"

struct btf;
struct btf_type;
struct skep_diag;
struct skep_kernel;

/* Indexes the types. The BTF is owned by the result. NULL with *d set if memory ran out (the BTF is
 * freed then, too). */
SKEP_MUST_USE struct skep_kernel *skep_kernel_new(struct btf *btf, struct skep_diag *d);
void skep_kernel_free(struct skep_kernel *kernel);

const struct btf *skep_kernel_btf(const struct skep_kernel *kernel);

/* The id of the first type of a kind (BTF_KIND_...) with a name; 0 if there is none. */
u32 skep_kernel_find(const struct skep_kernel *kernel, u32 kind, const char *name);

/* How many types of a kind have a name, but for what follows the last "___" in theirs and in it;
 * *id is one of them. */
u32 skep_kernel_flavours(const struct skep_kernel *kernel, u32 kind, const char *name, u32 *id);

/* Behind const, volatile, typedefs and type tags. NULL if the BTF is damaged. *plain_id may be
 * NULL. */
const struct btf_type *skep_types_plain(const struct btf *btf, u32 id, u32 *plain_id);
const struct btf_type *skep_kernel_plain(const struct skep_kernel *kernel, u32 id, u32 *plain_id);

/* Whether a variable (BTF_KIND_VAR) is one for each CPU. */
bool skep_kernel_is_percpu(const struct skep_kernel *kernel, u32 var);

/* The name of a type, "" if it has none. */
const char *skep_types_name(const struct btf *btf, u32 id);
const char *skep_kernel_name(const struct skep_kernel *kernel, u32 id);

#endif
