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

/* ---- what code that is watched may touch besides its stack and values of maps */

static bool inside(u64 address, u32 size, const void *from, const void *to)
{
	u64 start = (u64)(uintptr_t)from, end = (u64)(uintptr_t)to;

	return from && address >= start && size <= end - start &&
	       address - start <= end - start - size;
}

/* Slices of dynptrs lend what lies in fragments. */
static bool in_fragments(const struct skep_xdp *xdp, u64 address, u32 size)
{
	for (u32 i = 0; i < xdp->frag_count; i++)
		if (inside(address, size, xdp->frags[i].at, xdp->frags[i].at + xdp->frags[i].size))
			return true;
	return false;
}

static bool in_packet(const struct skep_env *env, u64 address, u32 size)
{
	const struct skep_xdp *xdp = env->context;
	const struct skep_skb *skb = env->context;

	if (env->context_kind == SKEP_CONTEXT_MEMORY)
		return false;
	if (env->context_kind == SKEP_CONTEXT_XDP)
		return inside(address, size, xdp->room.meta, xdp->room.end) ||
		       in_fragments(xdp, address, size);
	return inside(address, size, skb->room.meta, skb->room.end);
}

static bool allows(void *context, u64 address, u32 size, bool write)
{
	const struct skep_env *env = context;
	const u8 *start = env->context; /* NULL: there is none */

	(void)write;
	return (start && inside(address, size, start, start + env->context_size)) ||
	       in_packet(env, address, size) ||
	       (env->flow_keys && inside(address, size, env->flow_keys, env->flow_keys + 1)) ||
	       (env->allows && env->allows(env->allower, address, size, write));
}

/* ---- stages */

/* Programs of cgroups have storage, which is zero when the stage is new. */
static bool make_storage(struct skep_env *env)
{
	if (env->prog_type != BPF_PROG_TYPE_CGROUP_SKB)
		return true;
	env->storage[0] = skep_alloc((size_t)2 * SKEP_STORAGE_MAX);
	env->storage[1] = env->storage[0] + SKEP_STORAGE_MAX;
	return env->storage[0];
}

size_t skep_stage_size(u32 prog_type)
{
	return skep_hook_is_offered(prog_type) ? hooks[prog_type]->size : 0;
}

bool skep_stage_init(struct skep_stage *stage, u32 prog_type, u32 attach_type,
		     const struct skep_services *services, u32 cpu)
{
	stage->ops = hooks[prog_type];
	stage->env = (struct skep_env){.services = services,
				       .prog_type = prog_type,
				       .attach_type = attach_type,
				       .cpu = cpu,
				       .context_kind = stage->ops->context_kind,
				       .device = 1,
				       .random = (u64)(uintptr_t)stage | 1};
	if (!make_storage(&stage->env))
		return false;
	skep_run_init(&stage->run, NULL, &stage->env);
	stage->run.allows = allows;
	if (stage->ops->init)
		stage->ops->init(stage);
	return true;
}

void skep_stage_fini(struct skep_stage *stage)
{
	skep_lend_end_all(&stage->env);
	if (stage->ops->fini)
		stage->ops->fini(stage);
	skep_free(stage->env.storage[0]);
}

struct skep_stage *skep_stage_new(u32 prog_type, u32 attach_type,
				  const struct skep_services *services, u32 cpu, int *error)
{
	size_t size = skep_stage_size(prog_type);
	struct skep_stage *stage = size ? skep_alloc(size) : NULL;

	*error = size ? -ENOMEM : -EOPNOTSUPP;
	if (stage && skep_stage_init(stage, prog_type, attach_type, services, cpu))
		return stage;
	skep_free(stage);
	return NULL;
}

u32 skep_stage_frag_bytes(const struct skep_stage *stage)
{
	const struct skep_xdp *xdp = stage->env.context;

	return stage->env.context_kind == SKEP_CONTEXT_XDP ? xdp->frag_bytes : 0;
}

void skep_stage_free(struct skep_stage *stage)
{
	if (!stage)
		return;
	skep_stage_fini(stage);
	skep_free(stage);
}
