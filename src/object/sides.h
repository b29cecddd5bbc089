/* SPDX-License-Identifier: BSD-2-Clause */
/* The two kernels that can load a program. Private to the room. */
#ifndef SKEP_OBJECT_SIDES_H
#define SKEP_OBJECT_SIDES_H

#include "base/buffer.h"
#include "object/verify.h"

struct bpf_object;
struct bpf_program;

/* Loads the object, in which only `prog` is to be loaded, and tells the verdict. False with *d set
 * if there is none. */
SKEP_MUST_USE bool skep_side_skep(const struct skep_object_verify *how, struct bpf_object *object,
				  struct bpf_program *prog, struct skep_diag *d);
SKEP_MUST_USE bool skep_side_linux(const struct skep_object_verify *how, struct bpf_object *object,
				   struct bpf_program *prog, struct skep_diag *d);

/* Whether Linux loads programs for us at all. False with *d set. */
SKEP_MUST_USE bool skep_side_linux_allows(struct skep_diag *d);

/* What is known of a program before it is loaded. */
struct skep_object_verdict skep_side_begin(const struct bpf_program *prog);

/* Whether a log of level 4 is of a program that Linux accepts: without a word of complaint before
 * the figures. What fails behind that is something else's, as a map of programs that this one is
 * loaded without. */
bool skep_side_linux_accepts(const char *log);

/* Puts this thread into a network of its own, if it may: what programs send in Linux reaches
 * nobody, and they see one interface, the loopback, as those in skep do. */
void skep_side_linux_retreat(void);

/* Tells that libbpf came to no verdict, with what it said. */
void skep_side_failed(const struct skep_object_verify *how, const struct bpf_program *prog,
		      int error);

#endif
