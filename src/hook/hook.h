/* SPDX-License-Identifier: BSD-2-Clause */
/* Where programs run: a stage has the context that a type of program gets, made from what a caller
 * gave, and shows what the program made of it. One thread at a time for one stage; many stages at
 * once. */
#ifndef SKEP_HOOK_H
#define SKEP_HOOK_H

#include "vm/env.h"

struct skep_stage;

/* What a program is to run on; borrowed for the call. */
struct skep_stage_input {
	const void *packet;  /* NULL: none */
	size_t size;	     /* bytes */
	const void *context; /* as user space has it; NULL: the usual */
	size_t context_size;
};

struct skep_hook_ops {
	size_t size; /* of the struct that begins with struct skep_stage */
	/* Copies onto the stage what a caller chose. -errno, for what Linux does not let it choose.
	 */
	int (*put)(struct skep_stage *stage, const struct skep_stage_input *in);
	/* The packet as it is now, borrowed; NULL: the type has none. */
	const u8 *(*result)(struct skep_stage *stage, size_t *size);
	/* The context as user space has it, borrowed; NULL: it is not shown. */
	const void *(*shown)(struct skep_stage *stage, size_t *size);
	void (*fini)(struct skep_stage *stage); /* may be NULL */
};

struct skep_stage {
	const struct skep_hook_ops *ops;
	struct skep_env env;
	struct skep_run run;
};

/* A stage for programs of a type, without a packet yet. NULL: such programs are not run here
 * (*error = -EOPNOTSUPP), or memory ran out (-ENOMEM). The caller owns it; `services` is borrowed
 * until skep_stage_free. */
SKEP_MUST_USE struct skep_stage *skep_stage_new(u32 prog_type, u32 attach_type,
						const struct skep_services *services, u32 cpu,
						int *error);
void skep_stage_free(struct skep_stage *stage);

/* Whether programs of a type are run here. */
bool skep_hook_is_offered(u32 prog_type);

/* Runs code once on what is there; r0. */
static inline u64 skep_stage_run(struct skep_stage *stage, const struct skep_code *code)
{
	return skep_code_enter(code, &stage->run, (u64)(uintptr_t)stage->env.context);
}

#endif
