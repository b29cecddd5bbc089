/* SPDX-License-Identifier: BSD-2-Clause */
/* A BPF object file as one program that can be listed: the functions of its sections one behind the
 * other, calls between them resolved, maps by their names. One thread at a time: libbpf has one log
 * for the whole process. */
#ifndef SKEP_OBJECT_H
#define SKEP_OBJECT_H

#include <skep/diag.h>

#include "base/arena.h"
#include "prog/prog.h"

struct skep_object_function {
	const char *name;
	const char *section;
	const char *type; /* of a program, as libbpf names it: "xdp"; NULL if only called */
	u32 first;	  /* index of its first instruction */
	u32 count;
	u64 offset;    /* of the first instruction in the section, in bytes */
	bool is_label; /* the name is this function's alone and can be read back */
};

/* A line of source, from BTF. */
struct skep_object_line {
	u32 insn;	  /* the instruction it stands before */
	u32 number;	  /* from 1; 0 if not known */
	const char *file; /* "" if not known */
	const char *text; /* without blanks around it */
};

/* What only a loader can fill in: the instruction is as the file has it. */
struct skep_object_extern {
	u32 insn;
	const char *name;
};

struct skep_object {
	struct skep_arena arena;
	struct skep_prog *prog; /* its data are the maps that instructions use */
	struct skep_object_function *functions;
	u32 function_count;
	struct skep_object_line *lines; /* in the order of instructions */
	u32 line_count;
	struct skep_object_extern *externs; /* in the order of instructions */
	u32 extern_count;
	const char **maps; /* for each of prog's data: what it is, in words; NULL: nothing known */
};

/* What of an object is wanted; functions that it calls come with it. NULL: no matter. */
struct skep_object_choice {
	const char *section, *prog;
};

/* Reads an object file that lies in memory; `name` is for messages. Both are borrowed for the call.
 * Returns an object that the caller frees, or NULL with *d set. */
struct skep_object *skep_object_read(const char *name, const void *bytes, size_t size,
				     const struct skep_object_choice *choice, struct skep_diag *d);

/* Frees; NULL is allowed. */
void skep_object_free(struct skep_object *object);

#endif
