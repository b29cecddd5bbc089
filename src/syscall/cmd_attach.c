/* SPDX-License-Identifier: BSD-2-Clause */
/* PROG_ATTACH and PROG_DETACH: programs at hooks without a link. */
#include <errno.h>
#include <string.h>

#include "syscall/hooks.h"
#include "syscall/links.h"

/* attr of both commands, as Linux 6.18 has it. */
struct attach_attr {
	u32 target, prog, attach, flags, replaced, relative;
	u64 revision;
};

/* A program of a type, used. */
static struct skep_prog_entity *get_prog(const struct skep_bpf_call *call, u32 fd, u32 type,
					 int *error)
{
	struct skep_prog_entity *prog = skep_entity_get(call, SKEP_ENTITY_PROG, (int)fd, error);

	if (!prog || prog->type == type)
		return prog;
	skep_entity_put(prog);
	*error = -EINVAL;
	return NULL;
}

static struct skep_hook_change make_change(const struct skep_bpf_call *call,
					   const struct attach_attr *attr)
{
	return (struct skep_hook_change){
	    .call = call,
	    .place = {.attach = attr->attach},
	    .target = attr->target,
	    .flags = attr->flags,
	    .relative = attr->relative,
	    .revision = attr->revision,
	    .direct = true,
	};
}

/* ---- PROG_ATTACH */

/* What is no hook of skep's takes the flags that hooks without an order take. */
static int check_attach(const struct skep_hook_ops *ops, const struct attach_attr *attr)
{
	u32 flags = ops ? ops->flags : skep_hook_netns.flags;

	if (attr->flags & ~flags)
		return -EINVAL;
	return !(ops && ops->ordered) && (attr->relative || attr->revision) ? -EINVAL : 0;
}

static bool has_old(const struct skep_hook_ops *ops, u32 flags)
{
	return flags & BPF_F_REPLACE && ops->ordered &&
	       (ops->link_type != BPF_LINK_TYPE_CGROUP || flags & BPF_F_ALLOW_MULTI);
}

static int attach(const struct skep_hook_ops *ops, const struct attach_attr *attr,
		  struct skep_hook_change *c)
{
	if (skep_link_type(c->prog, attr->attach) != ops->link_type)
		return -EINVAL;
	if (ops->bare && (attr->flags || attr->replaced))
		return -EINVAL;
	if (has_old(ops, attr->flags))
		c->old = get_prog(c->call, attr->replaced, c->prog->type, &c->error);
	return skep_hook_attach(ops, c);
}

long skep_cmd_prog_attach(struct skep_bpf_call *call)
{
	const struct skep_hook_ops *ops;
	struct skep_hook_change c;
	struct attach_attr attr;
	int error = 0;
	u32 type;

	memcpy(&attr, call->bytes, sizeof(attr));
	c = make_change(call, &attr);
	type = skep_attach_prog_type(attr.attach);
	ops = skep_attach_ops(attr.attach);
	if (!type || check_attach(ops, &attr))
		return -EINVAL;
	c.prog = get_prog(call, attr.prog, type, &error);
	if (!c.prog)
		return error;
	error = ops ? attach(ops, &attr, &c) : -EINVAL;
	skep_entity_put(c.old);
	skep_entity_put(c.prog);
	return error;
}

/* ---- PROG_DETACH */

static int check_detach(const struct skep_hook_ops *ops, const struct attach_attr *attr)
{
	if (attr->flags & ~ops->detach_flags || (attr->relative && !ops->detach_flags))
		return -EINVAL;
	return !ops->ordered && attr->revision ? -EINVAL : 0;
}

/* The program that is to go; at an interface none need be named, and a wrong one is told first. */
static int find_prog(const struct skep_hook_ops *ops, const struct attach_attr *attr, u32 type,
		     struct skep_hook_change *c)
{
	bool first = ops->link_type == BPF_LINK_TYPE_TCX;
	int error = 0;

	if (first && !attr->prog)
		return 0;
	c->prog = get_prog(c->call, attr->prog, type, &error);
	c->error = ops->lax ? 0 : error;
	return first ? error : 0;
}

long skep_cmd_prog_detach(struct skep_bpf_call *call)
{
	const struct skep_hook_ops *ops;
	struct skep_hook_change c;
	struct attach_attr attr;
	int error;

	memcpy(&attr, call->bytes, sizeof(attr));
	c = make_change(call, &attr);
	ops = skep_attach_ops(attr.attach);
	if (!ops || check_detach(ops, &attr))
		return -EINVAL;
	error = ops->link_type == BPF_LINK_TYPE_SOCKMAP && attr.replaced ? -EINVAL : 0;
	error = error ?: find_prog(ops, &attr, skep_attach_prog_type(attr.attach), &c);
	error = error ?: skep_hook_detach(ops, &c);
	skep_entity_put(c.prog);
	return error;
}
