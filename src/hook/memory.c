/* SPDX-License-Identifier: BSD-2-Clause */
/* Types whose context is memory of a caller's own: the arguments of a tracepoint, the record of
 * one, and the block of syscall programs, which is given back. */
#include <errno.h>
#include <string.h>

#include "base/alloc.h"
#include "hook/hook.h"

struct memory_stage {
	struct skep_stage stage;
	void *memory; /* owned; NULL if it is empty */
	size_t size;
};

static int put(struct skep_stage *stage, const struct skep_stage_input *in)
{
	struct memory_stage *s = (struct memory_stage *)stage;

	skep_free(s->memory);
	s->memory = NULL;
	s->size = in->context_size;
	if (s->size) {
		s->memory = skep_alloc(s->size);
		if (!s->memory)
			return -ENOMEM;
		memcpy(s->memory, in->context, s->size);
	}
	stage->env.context = s->memory;
	stage->env.context_size = (u32)s->size;
	return 0;
}

static const void *shown(struct skep_stage *stage, size_t *size)
{
	struct memory_stage *s = (struct memory_stage *)stage;

	*size = s->size;
	return s->memory;
}

static void fini(struct skep_stage *stage)
{
	skep_free(((struct memory_stage *)stage)->memory);
}

const struct skep_hook_ops skep_hook_args = {
    .size = sizeof(struct memory_stage),
    .kind = SKEP_STAGE_ARGS,
    .put = put,
    .fini = fini,
};

const struct skep_hook_ops skep_hook_block = {
    .size = sizeof(struct memory_stage),
    .kind = SKEP_STAGE_BLOCK,
    .put = put,
    .shown = shown,
    .fini = fini,
};
