/* SPDX-License-Identifier: BSD-2-Clause */
/* Programs that call functions of the kernel, nearly right ones: statements in statements, each of
 * which takes something and gives it back: locks, sections, objects, iterators, dynptrs, callbacks.
 * Here and there an instruction is left out or changed. The same choices give the same program. */
#ifndef SKEP_TESTS_VERIFY_MAKER_KERNEL_H
#define SKEP_TESTS_VERIFY_MAKER_KERNEL_H

#include "random_program.h"
#include "subject.h"

/* What all programs share. */
struct maker_kernel {
	struct skep_kernel *kernel;
	struct subject_funcs funcs;
	struct subject_maps maps; /* what programs write is in `out` */
	bool runs;		  /* leave out what skep does not run */
};

/* False if the kernel's types are not those that Linux's answers are of, or the rest is wrong. */
bool maker_kernel_init(struct maker_kernel *k);
void maker_kernel_fini(struct maker_kernel *k);

/* A program; the instructions are the caller's. NULL if the text of it is none, which `wrong` says.
 */
struct skep_prog *maker_kernel_make(struct choices *c, const struct maker_kernel *k,
				    struct subject_type *type, char wrong[SUBJECT_TEXT]);

#endif
