/* SPDX-License-Identifier: BSD-2-Clause */
/* Pointers to structs of the kernel, whose types BTF tells. */
#ifndef SKEP_VERIFY_KERNEL_H
#define SKEP_VERIFY_KERNEL_H

#include "prog/kernel.h"
#include "verify/walk.h"

/* What lies at an offset of a struct. */
struct skep_member {
	bool pointer; /* to struct `id`; else a number, */
	bool leaf;    /* ... or a pointer to anything else */
	u32 id;
	u16 tags;  /* enum skep_member_tag */
	u32 owner; /* the innermost struct with a name that it is a member of */
	const char *name;
};

enum skep_member_tag {
	SKEP_TAG_RCU = 1 << 0,
	SKEP_TAG_PERCPU = 1 << 1,
	SKEP_TAG_USER = 1 << 2,
	SKEP_TAG_UNION = 1 << 3, /* reached through a union: what it is cannot be trusted */
};

/* Finds what `size` bytes at `off` of struct `id` are. False with the program refused. */
SKEP_MUST_USE bool skep_member_find(struct skep_walk *w, u32 id, const struct skep_access *a,
				    s64 off, struct skep_member *m);

/* The same for a struct of other types than the kernel's. */
struct skep_spot {
	s64 off;
	u32 size; /* bytes */
};
SKEP_MUST_USE bool skep_member_look(struct skep_walk *w, const struct btf *btf, u32 id,
				    const struct skep_spot *at, struct skep_member *m);

/* Memory behind a kernel pointer. */
SKEP_MUST_USE bool skep_kernel_access(struct skep_walk *w, const struct skep_access *a);

/* The context of programs whose arguments BTF describes: an array of 64-bit words. */
SKEP_MUST_USE bool skep_kernel_context(struct skep_walk *w, const struct skep_access *a);

/* The struct that the kernel keeps a map in, and reading it; 0: not known. */
u32 skep_kernel_map_struct(const struct skep_walk *w, const struct skep_map_desc *map);
SKEP_MUST_USE bool skep_kernel_map_access(struct skep_walk *w, const struct skep_access *a);

/* Whether a program stands for a function that returns something: else r0 does not matter at its
 * end. */
bool skep_kernel_returns(const struct skep_walk *w);

/* A pointer to struct `id`. */
struct skep_reg skep_kernel_pointer(const struct skep_walk *w, u32 id, u16 flags);

/* Whether the program may sleep: what a work queue or a task runs later may, whoever asked for it.
 */
bool skep_kernel_may_sleep(const struct skep_walk *w);

/* Whether the program runs under the RCU read lock: what it reads lives until it ends. */
bool skep_kernel_in_rcu(const struct skep_walk *w);

/* It does no longer: what was read may be gone. That it may be NULL, Linux forgets. */
void skep_rcu_end(struct skep_vstate *s);

/* A spin lock was given back, which may have been all that kept what was read. */
void skep_rcu_unlocked(struct skep_walk *w);

#endif
