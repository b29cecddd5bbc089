/* SPDX-License-Identifier: BSD-2-Clause */
/* The functions of an object file: where they lie, which are wanted, where they come to lie. */
#ifndef SKEP_OBJECT_FUNCTIONS_H
#define SKEP_OBJECT_FUNCTIONS_H

#include <linux/bpf.h>

#include "object/elf.h"
#include "object/object.h"

struct bpf_object;

struct skep_function {
	const char *name;
	u32 section;
	u64 offset;	  /* in the section, in bytes */
	u32 count;	  /* instructions */
	const char *type; /* of a program; NULL if it is only called */
	bool wanted;
	u32 first; /* index in the program of all that is wanted */
};

/* An object while it is read. */
struct skep_build {
	struct skep_object *object;
	struct bpf_object *opened;
	struct skep_elf elf;
	struct skep_function *functions; /* in the order of the file */
	size_t function_count;
	struct skep_diag *d;
};

/* Finds the functions of the file. False with build->d set. */
SKEP_MUST_USE bool skep_functions_find(struct skep_build *build);

/* The function that a byte of a section belongs to, or NULL. */
struct skep_function *skep_functions_at(const struct skep_build *build, u32 section, u64 offset);

/* An instruction as the file has it. */
struct bpf_insn skep_functions_insn(const struct skep_build *build, const struct skep_function *f,
				    u32 index);

#endif
