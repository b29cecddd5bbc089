/* SPDX-License-Identifier: BSD-2-Clause */
/* PROG_QUERY: the programs at an attach type of an interface, a cgroup, a name space or a map of
 * sockets, in their order. */
#include <errno.h>
#include <stddef.h>
#include <string.h>

#include "base/alloc.h"
#include "syscall/links.h"
#include "syscall/memory.h"

/* attr of the command, as Linux 6.18 has it. */
struct query_attr {
	u32 target, attach, flags, attach_flags;
	u64 progs;
	u32 room, unused;
	u64 prog_flags, links, link_flags, revision;
};

/* Writes an element of a list of the caller's, if there is one. */
static int give(const struct skep_bpf_call *call, u64 list, size_t at, u32 value)
{
	return list ? skep_memory_write(call, list + at * sizeof(value), &value, sizeof(value)) : 0;
}

/* The lists, as far as there is room. Only of interfaces it is told what is a link's. */
static int give_lists(const struct skep_bpf_call *call, const struct query_attr *attr,
		      const struct skep_hook_view *view, bool links)
{
	bool effective = attr->flags & BPF_F_QUERY_EFFECTIVE;
	int error = 0;

	for (size_t i = 0; i < view->ids.count && i < attr->room && !error; i++) {
		error = give(call, attr->progs, i, view->ids.data[i].prog);
		if (!effective)
			error = error ?: give(call, attr->prog_flags, i, view->flags);
		if (links)
			error = error ?: give(call, attr->links, i, view->ids.data[i].link)
					     ?: give(call, attr->link_flags, i, 0);
	}
	return error ?: attr->room < view->ids.count ? -ENOSPC : 0;
}

static int answer(const struct skep_bpf_call *call, const struct query_attr *attr,
		  const struct skep_hook_ops *ops, const struct skep_hook_view *view)
{
	u32 count = (u32)view->ids.count, offset = offsetof(struct query_attr, revision);
	int error = skep_call_answer(call, offsetof(struct query_attr, attach_flags), view->flags)
			?: skep_call_answer(call, offsetof(struct query_attr, room), count);

	if (ops->ordered)
		error = error ?: skep_call_answer(call, offset, (u32)view->revision)
				     ?: skep_call_answer(call, offset + 4, (u32)(view->revision >> 32));
	if (error || !attr->room || !attr->progs || !count)
		return error;
	return give_lists(call, attr, view, ops->link_type == BPF_LINK_TYPE_TCX);
}

static int look(struct skep_bpf_call *call, const struct skep_hook_ops *ops,
		const struct skep_hook_place *place, struct skep_hook_view *view)
{
	int error;

	skep_entity_sweep(call->skep);
	pthread_mutex_lock(&call->skep->mutex);
	error = ops->view(call, place, view);
	pthread_mutex_unlock(&call->skep->mutex);
	return error;
}

/* Flags, where they are looked at before the place; those of cgroups go with a list. */
static int check_flags(const struct skep_hook_ops *ops, const struct query_attr *attr)
{
	return attr->flags & ~(ops->bare ? 0 : (u32)BPF_F_QUERY_EFFECTIVE) ? -EINVAL : 0;
}

static int check_late(const struct skep_hook_ops *ops, const struct query_attr *attr)
{
	if (ops->link_type == BPF_LINK_TYPE_TCX)
		return attr->flags || attr->attach_flags ? -EINVAL : 0;
	return attr->flags && attr->prog_flags ? -EINVAL : 0;
}

/* Of a map that is none of sockets, or at which another kind of verdicts is, it is told besides
 * that it has no program. */
static bool has_none(const struct skep_hook_ops *ops, int error)
{
	return ops->link_type == BPF_LINK_TYPE_SOCKMAP && (error == -EOPNOTSUPP || error == -EBUSY);
}

long skep_cmd_prog_query(struct skep_bpf_call *call)
{
	struct skep_hook_view view = {0};
	struct skep_hook_place place;
	const struct skep_hook_ops *ops;
	struct query_attr attr;
	int error;

	memcpy(&attr, call->bytes, sizeof(attr));
	ops = skep_attach_ops(attr.attach);
	if (!ops)
		return -EINVAL;
	place = (struct skep_hook_place){.link_type = ops->link_type, .attach = attr.attach};
	error = check_flags(ops, &attr) ?: ops->find(call, attr.target, &place);
	error = error ?: check_late(ops, &attr) ?: look(call, ops, &place, &view);
	if (!error || has_none(ops, error))
		error = answer(call, &attr, ops, &view) ?: error;
	skep_free(view.ids.data);
	return error;
}
