/* SPDX-License-Identifier: BSD-2-Clause */
/* Where programs run: a stage has the context that a type of program gets, made from what a caller
 * gave, and shows what the program made of it. One thread at a time for one stage; many stages at
 * once. */
#ifndef SKEP_HOOK_H
#define SKEP_HOOK_H

#include "map/rcu.h"
#include "vm/env.h"
#include "vm/lend.h"

struct skep_stage;

/* What a program is to run on, as BPF_PROG_TEST_RUN has it; borrowed for the call. */
struct skep_stage_input {
	const void *packet;  /* NULL: there is none, or a frame's cannot be read */
	size_t size;	     /* bytes */
	const void *context; /* as user space has it; NULL: the usual */
	size_t context_size;
	bool summed; /* BPF_F_TEST_SKB_CHECKSUM_COMPLETE */
};

/* What types of programs are tried on, and so which fields of a call count. */
enum skep_stage_kind {
	SKEP_STAGE_SKB,	  /* a packet; a context may change what is known of it */
	SKEP_STAGE_XDP,	  /* the same, in a frame */
	SKEP_STAGE_FLOW,  /* a packet; the result is struct bpf_flow_keys */
	SKEP_STAGE_FIELD, /* a context of fields alone */
	SKEP_STAGE_ARGS,  /* memory that programs read */
	SKEP_STAGE_BLOCK, /* memory that programs read and write, to be given back */
};

struct skep_hook_ops {
	size_t size;	  /* of the struct that begins with struct skep_stage */
	u8 kind;	  /* enum skep_stage_kind */
	u8 context_kind;  /* enum skep_context_kind */
	u32 packet_max;	  /* bytes that put() takes */
	u32 context_size; /* of the context as user space has it; 0: as large as it likes */
	/* Makes what lasts as long as the stage. May be NULL. */
	void (*init)(struct skep_stage *stage);
	/* Copies onto the stage what a caller chose, by Linux's rules. -errno. */
	int (*put)(struct skep_stage *stage, const struct skep_stage_input *in);
	/* Copies a packet that came through interface env.device; -EMSGSIZE. NULL: the type has
	 * none. */
	int (*packet)(struct skep_stage *stage, const void *packet, u32 size);
	/* Runs code; r0, as those who test the type make it. NULL: nothing is to be done besides.
	 */
	u64 (*run)(struct skep_stage *stage, const struct skep_code *code);
	/* -errno: what the program left is wrong. May be NULL. */
	int (*check)(struct skep_stage *stage);
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

/* The same in memory of skep_stage_size() bytes, all zero, that the caller has; false: no memory.
 */
size_t skep_stage_size(u32 prog_type); /* 0: such programs are not run here */
SKEP_MUST_USE bool skep_stage_init(struct skep_stage *stage, u32 prog_type, u32 attach_type,
				   const struct skep_services *services, u32 cpu);
void skep_stage_fini(struct skep_stage *stage);

/* Bytes of the packet that lie in fragments. */
u32 skep_stage_frag_bytes(const struct skep_stage *stage);

/* Whether programs of a type are run here. */
bool skep_hook_is_offered(u32 prog_type);

/* Puts a packet as a driver would, without a choice of context: for many packets, one after the
 * other. What a run before has left is gone. -errno. */
static inline int skep_stage_packet(struct skep_stage *stage, const void *packet, u32 size)
{
	return stage->ops->packet(stage, packet, size);
}

/* Runs code once on what is there; r0. */
static inline u64 skep_stage_run(struct skep_stage *stage, const struct skep_code *code)
{
	u64 r0;

	stage->env.redirect.kind = SKEP_REDIRECT_NONE;
	skep_map_read_begin();
	if (stage->ops->run)
		r0 = stage->ops->run(stage, code);
	else
		r0 = skep_code_enter(code, &stage->run, (u64)(uintptr_t)stage->env.context);
	skep_map_read_end();
	if (stage->env.lent)
		skep_lend_end_all(&stage->env);
	return r0;
}

#endif
