/* SPDX-License-Identifier: BSD-2-Clause */
/* Functions of the kernel as their BTF describes them: types, and what the ends of parameters'
 * names say. */
#ifndef SKEP_VERIFY_KPROTO_H
#define SKEP_VERIFY_KPROTO_H

#include "verify/walk.h"

struct btf;
struct btf_param;
struct btf_type;

enum skep_karg_kind {
	SKEP_KARG_NUMBER,
	SKEP_KARG_IGNORED, /* __ign, __prog: whatever it is */
	SKEP_KARG_CTX,
	SKEP_KARG_DYNPTR,
	SKEP_KARG_ITER,
	SKEP_KARG_POINTER, /* to a struct of the kernel, or memory of its size */
	SKEP_KARG_MEMORY,  /* whose size says the next argument */
	SKEP_KARG_STRING,  /* __str: a constant in a map */
	SKEP_KARG_OBJECT,  /* one that the program allocated, and gives back */
	SKEP_KARG_COUNTED, /* one that counts who has it */
	SKEP_KARG_ROOT,	   /* a list or a tree, */
	SKEP_KARG_NODE,	   /* ... what is in it: `special` */
	SKEP_KARG_WORK,	   /* bpf_wq or bpf_task_work in a map value */
	SKEP_KARG_LOCK,	   /* bpf_res_spin_lock */
	SKEP_KARG_IRQ,	   /* where interrupt flags are kept */
	SKEP_KARG_MAP,
	SKEP_KARG_CALLBACK,
	SKEP_KARG_OTHER, /* timers and so on */
};

struct skep_karg {
	u8 kind;	   /* enum skep_karg_kind */
	bool constant;	   /* NUMBER, the size of MEMORY: one that is known */
	bool null, uninit; /* __nullable and __opt; __uninit */
	u32 id;		   /* ITER, POINTER: the struct */
	u32 size;	   /* ITER, POINTER: bytes; 0: not known */
	bool numbers;	   /* POINTER: what it points to holds nothing but numbers */
	u8 special;	   /* ROOT, NODE: enum skep_special_kind */
};

struct skep_kfunc {
	const struct skep_kfunc_row *row;
	const char *name;
	u32 count; /* arguments */
	struct skep_karg args[5];
	u32 result; /* BTF id of what it returns; 0: nothing */
};

/* Describes the function with a BTF id; false if there is none, or none that is known. *name is
 * its name, NULL if the id is no function. */
SKEP_MUST_USE bool skep_kfunc_describe(const struct skep_walk *w, s32 id, struct skep_kfunc *k,
				       const char **name);

/* Whether a pointer to `off` bytes into struct `id` is one to struct `want`, too. */
bool skep_struct_begins(const struct btf *btf, u32 id, s64 off, u32 want);

#endif
