/* SPDX-License-Identifier: BSD-2-Clause */
/* Attaching and detaching by the rules of a kind of hook. What the caller named is looked up first,
 * and told to be wrong when the rules come to it. */
#include <errno.h>

#include "syscall/hooks.h"

static const struct skep_hook_ops *const kinds[] = {&skep_hook_cgroup, &skep_hook_tcx,
						    &skep_hook_netns, &skep_hook_sockmap};

const struct skep_hook_ops *skep_hook_ops(u32 link_type)
{
	for (size_t i = 0; i < SKEP_COUNT(kinds); i++)
		if (kinds[i]->link_type == link_type)
			return kinds[i];
	return NULL;
}

static void find_anchor(struct skep_hook_change *c)
{
	enum skep_entity_kind kind = c->flags & BPF_F_LINK ? SKEP_ENTITY_LINK : SKEP_ENTITY_PROG;
	struct skep_hook_anchor *a = &c->anchor;
	void *e = NULL;

	if (c->flags & BPF_F_ID)
		e = skep_entity_by_id(c->call->skep, kind, c->relative, &a->error);
	else if (c->relative)
		e = skep_entity_get(c->call, kind, (int)c->relative, &a->error);
	else if (c->flags & BPF_F_LINK)
		a->error = -EINVAL;
	if (kind == SKEP_ENTITY_LINK)
		a->link = e;
	else
		a->prog = e;
}

static int find_place(const struct skep_hook_ops *ops, struct skep_hook_change *c)
{
	if (c->direct && ops->find_direct)
		return ops->find_direct(c->call, c->target, &c->place);
	if (!c->direct && ops->find_link)
		return ops->find_link(c->call, c->target, &c->place);
	return ops->find(c->call, c->target, &c->place);
}

static int change(const struct skep_hook_ops *ops, struct skep_hook_change *c,
		  int (*how)(struct skep_hook_change *c))
{
	struct skep *skep = c->call->skep;
	int error;

	c->place.link_type = ops->link_type;
	error = find_place(ops, c) ?: c->error;
	if (error)
		return error;
	if (ops->ordered)
		find_anchor(c);
	skep_entity_sweep(skep);
	pthread_mutex_lock(&skep->mutex);
	error = how(c);
	skep_hooks_sweep(skep);
	pthread_mutex_unlock(&skep->mutex);
	skep_entity_put(c->anchor.prog);
	skep_entity_put(c->anchor.link);
	return error;
}

int skep_hook_attach(const struct skep_hook_ops *ops, struct skep_hook_change *c)
{
	return change(ops, c, ops->attach);
}

int skep_hook_detach(const struct skep_hook_ops *ops, struct skep_hook_change *c)
{
	return change(ops, c, ops->detach);
}
