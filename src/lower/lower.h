/* SPDX-License-Identifier: BSD-2-Clause */
/* From a verified program to runnable code: what was proved about it becomes shorter code, what it
 * names becomes addresses. */
#ifndef SKEP_LOWER_H
#define SKEP_LOWER_H

#include "base/diag.h"
#include "map/map.h"
#include "prog/fact.h"
#include "prog/prog.h"
#include "vm/vm.h"

/* What is made runnable; all of it borrowed for the call. Maps are named by their number, as the
 * verifier wants it. */
struct skep_lower_input {
	const struct bpf_insn *insns; /* the verifier has accepted them */
	u32 count;
	const struct skep_fact *facts; /* one a slot */
	u32 prog_type;
	struct skep_map *const *maps; /* used as long as the code */
	u32 map_count;
	const struct skep_helpers *helpers; /* that will be there, the same maps among them */
	/* The number to call a function of the kernel by, 0: it is not to be had. */
	u32 (*kfunc)(void *context, const struct bpf_insn *call);
	/* Its name, NULL: it is not known. */
	const char *(*kfunc_name)(void *context, const struct bpf_insn *call);
	/* What bpf_obj_new and bpf_percpu_obj_new are given for a type of the program, by its BTF
	 * id; 0: there is none. NULL: likewise. */
	u64 (*object_type)(void *context, u32 id, bool per_cpu);
	/* What bpf_stream_vprintk is given: the streams of the program (vm/streams.h); NULL: there
	 * are none, 0: memory ran out. */
	u64 (*streams)(void *context);
	u32 handler; /* of exceptions: its first slot; 0: there is none */
	void *context;
};

struct skep_lowered {
	struct skep_prog *prog; /* owned */
	u32 *origin;		/* owned: the slot that each slot of `prog` comes from */
	u32 handler;		/* its first slot in `prog` */
};

/* False with *d set: the instruction that cannot be run here, or memory ran out. */
SKEP_MUST_USE bool skep_lower(const struct skep_lower_input *in, struct skep_lowered *out,
			      struct skep_diag *d);
void skep_lowered_fini(struct skep_lowered *lowered);

#endif
