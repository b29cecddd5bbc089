/* SPDX-License-Identifier: BSD-2-Clause */
/* A program while it is loaded: what the caller gave becomes what the verifier takes. Private to
 * the room. */
#ifndef SKEP_SYSCALL_LOAD_H
#define SKEP_SYSCALL_LOAD_H

#include "base/arena.h"
#include "base/buffer.h"
#include "syscall/system.h"
#include "verify/verify.h"

struct skep_prog_load {
	struct skep_bpf_call *call;
	struct skep_prog_entity *prog;
	struct skep_verify_input in;
	struct skep_buffer log;
	u8 digest[SKEP_SHA256_SIZE]; /* of its instructions; zeros before it is computed */
	struct skep_diag refused;    /* why a map that an instruction names is none */
	struct skep_arena arena;     /* of what `in` points to */
};

/* Computes the tag, before anything else is put in place of descriptors. -errno. */
int skep_load_tag(struct skep_prog_load *l);

/* Uses what the caller's array of descriptors names, if it says how many there are. -errno. */
int skep_load_fds(struct skep_prog_load *l);

/* Puts the numbers of maps in place of descriptors; they are used by the program from here on.
 * -errno, with the reason in the log, and in `refused` if an instruction is to blame. */
int skep_load_maps(struct skep_prog_load *l);

/* Reads types, functions and lines. -errno, with the reason in the log. */
int skep_load_btf(struct skep_prog_load *l);

/* Makes the program runnable, where programs of its type are run. -errno, with the reason in the
 * log. */
int skep_load_code(struct skep_prog_load *l, const struct skep_verdict *verdict);

/* The number that a function of the kernel is called by, 0: it is not to be had. `context` is the
 * struct skep_prog_load. */
u32 skep_load_kfunc(void *context, const struct bpf_insn *call);

/* Its name, NULL: it is not known. */
const char *skep_load_kfunc_name(void *context, const struct bpf_insn *call);

/* Adds a map to those of a program unless it is there; *number is its place. Takes over a use. */
int skep_load_add_map(struct skep_prog_entity *prog, struct skep_map_entity *map, u32 *number);

#endif
