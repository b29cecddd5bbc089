/* SPDX-License-Identifier: BSD-2-Clause */
#include "hook/hook.h"

#include <errno.h>

#include "base/alloc.h"

#define HOOK(type, operations) extern const struct skep_hook_ops skep_hook_##operations;
#include "hook/hooks.def"
#undef HOOK

static const struct skep_hook_ops *const hooks[] = {
#define HOOK(type, operations) [BPF_PROG_TYPE_##type] = &skep_hook_##operations,
#include "hook/hooks.def"
#undef HOOK
};

bool skep_hook_is_offered(u32 prog_type)
{
	return prog_type < SKEP_COUNT(hooks) && hooks[prog_type];
}

struct skep_stage *skep_stage_new(u32 prog_type, u32 attach_type,
				  const struct skep_services *services, u32 cpu, int *error)
{
	struct skep_stage *stage;

	*error = -EOPNOTSUPP;
	if (!skep_hook_is_offered(prog_type))
		return NULL;
	stage = skep_alloc(hooks[prog_type]->size);
	*error = -ENOMEM;
	if (!stage)
		return NULL;
	stage->ops = hooks[prog_type];
	stage->env = (struct skep_env){.services = services,
				       .prog_type = prog_type,
				       .attach_type = attach_type,
				       .cpu = cpu,
				       .random = (u64)(uintptr_t)stage | 1};
	skep_run_init(&stage->run, NULL, &stage->env);
	return stage;
}

void skep_stage_free(struct skep_stage *stage)
{
	if (!stage)
		return;
	if (stage->ops->fini)
		stage->ops->fini(stage);
	skep_free(stage);
}
