/* SPDX-License-Identifier: BSD-2-Clause */
/* PROG_QUERY: the programs at an attach type of an interface, a cgroup or a name space. In skep
 * only links attach. */
#include <errno.h>
#include <stddef.h>
#include <string.h>

#include "spec/spec.h"
#include "syscall/links.h"
#include "syscall/memory.h"

/* Offsets in attr of fields that headers of Linux 6.1 lack. */
enum { LINK_IDS = 40, REVISION = 56 };

struct query {
	struct skep_bpf_call *call;
	u64 target;
	u64 progs, links; /* addresses of the caller's lists, 0: not wanted */
	u32 room, count;
};

static bool is_device(u32 attach)
{
	return attach == BPF_TCX_INGRESS || attach == BPF_TCX_EGRESS;
}

static bool is_space(u32 attach)
{
	return attach == BPF_FLOW_DISSECTOR || attach == BPF_SK_LOOKUP;
}

static bool is_asked(const struct query *q, const struct skep_link_entity *link)
{
	return link->type != BPF_LINK_TYPE_XDP && link->type != BPF_LINK_TYPE_RAW_TRACEPOINT &&
	       !link->detached && link->target == q->target &&
	       link->attach_type == q->call->attr.query.attach_type;
}

static int give(const struct query *q, u64 to, u32 id)
{
	return to ? skep_memory_write(q->call, to + q->count * sizeof(id), &id, sizeof(id)) : 0;
}

/* Writes the ids there is room for and counts all; the mutex is held. */
static int visit(struct query *q, const struct skep_link_entity *link)
{
	int error = 0;

	if (q->count < q->room)
		error = give(q, q->progs, link->prog->e.id) ?: give(q, q->links, link->e.id);
	q->count++;
	return error;
}

static int collect(struct query *q)
{
	struct skep *skep = q->call->skep;
	int error = 0;

	skep_entity_sweep(skep);
	pthread_mutex_lock(&skep->mutex);
	for (struct skep_entity *e = skep->first[SKEP_ENTITY_LINK]; e && !error; e = e->next)
		if (is_asked(q, (struct skep_link_entity *)e))
			error = visit(q, (struct skep_link_entity *)e);
	pthread_mutex_unlock(&skep->mutex);
	return error;
}

static bool is_map(u32 attach)
{
	return attach == BPF_SK_SKB_STREAM_PARSER || attach == BPF_SK_SKB_STREAM_VERDICT ||
	       attach == BPF_SK_SKB_VERDICT || attach == BPF_SK_MSG_VERDICT;
}

/* Nothing is attached to sockmaps. */
static int find_map(struct query *q)
{
	u32 target = q->call->attr.query.target_fd;
	int error = 0;
	struct skep_map_entity *e = skep_entity_get(q->call, SKEP_ENTITY_MAP, (int)target, &error);

	if (!e)
		return error;
	if (e->desc.type != BPF_MAP_TYPE_SOCKMAP && e->desc.type != BPF_MAP_TYPE_SOCKHASH)
		error = -EOPNOTSUPP;
	skep_entity_put(e);
	return error;
}

static int find_target(struct query *q)
{
	u32 target = q->call->attr.query.target_fd, attach = q->call->attr.query.attach_type;

	if (is_map(attach))
		return find_map(q);
	if (!is_device(attach))
		return skep_link_inode(
		    q->call, target, is_space(attach) ? BPF_LINK_TYPE_NETNS : BPF_LINK_TYPE_CGROUP,
		    &q->target);
	q->target = target;
	if (!target)
		return -ENODEV;
	return q->call->attr.query.query_flags || q->call->attr.query.attach_flags ? -EINVAL : 0;
}

/* Whether there is such an attach type, and what flags are for it. */
static bool is_sound(const union bpf_attr *attr)
{
	u32 attach = attr->query.attach_type, flags = attr->query.query_flags;

	if (is_device(attach))
		return true;
	if (is_space(attach) || is_map(attach))
		return !flags;
	return !(flags & ~(u32)BPF_F_QUERY_EFFECTIVE) && skep_link_is_attach(attach);
}

long skep_cmd_prog_query(struct skep_bpf_call *call)
{
	const union bpf_attr *attr = &call->attr;
	struct query q = {
	    .call = call, .progs = attr->query.prog_ids, .room = attr->query.prog_cnt};
	bool device = is_device(attr->query.attach_type);
	int error = is_sound(attr) ? 0 : -EINVAL;

	memcpy(&q.links, call->bytes + LINK_IDS, sizeof(q.links));
	if (!q.progs)
		q.room = 0;
	error = error ?: find_target(&q) ?: collect(&q);
	error = error ?: skep_call_answer(call, offsetof(union bpf_attr, query.attach_flags), 0);
	error = error ?: skep_call_answer(call, offsetof(union bpf_attr, query.prog_cnt), q.count);
	if (!error && device)
		error = skep_call_answer(call, REVISION, 1);
	return error ?: q.room && q.room < q.count ? -ENOSPC : 0;
}
