/* SPDX-License-Identifier: BSD-2-Clause */
/* What is told of a link. */
#include <errno.h>
#include <string.h>

#include "spec/spec.h"
#include "syscall/info.h"
#include "syscall/memory.h"

/* struct bpf_link_info as Linux 6.18 has it, of links that are offered. */
struct link_info {
	u32 type, id, prog_id, unused;
	union {
		struct {
			u64 name;
			u32 length;
		} tracepoint;
		struct {
			u64 id;
			u32 attach_type;
		} cgroup;
		struct {
			u32 target, attach_type;
		} device; /* xdp, tcx, netns, sockmap */
		u32 hook[4];
		u8 all[48];
	};
};

/* The name of a tracepoint, cut if there is less room than it needs. */
static int give_name(const struct skep_bpf_call *call, const struct skep_link_entity *e,
		     struct link_info *info)
{
	u32 room = info->tracepoint.length, length = (u32)strlen(e->name) + 1;
	u64 to = info->tracepoint.name;
	int error = 0;

	if (!to != !room)
		return -EINVAL;
	info->tracepoint.length = length;
	if (!to)
		return 0;
	if (room >= length)
		return skep_memory_write(call, to, e->name, length);
	error = skep_memory_write(call, to, e->name, room - 1)
		    ?: skep_memory_write(call, to + room - 1, "", 1);
	return error ?: -ENOSPC;
}

static int fill(const struct skep_bpf_call *call, const struct skep_link_entity *e,
		struct link_info *info)
{
	if (e->type == BPF_LINK_TYPE_RAW_TRACEPOINT)
		return give_name(call, e, info);
	memset(info->all, 0, sizeof(info->all));
	switch (e->type) {
	case BPF_LINK_TYPE_XDP:
		info->device.target = (u32)e->target;
		break;
	case BPF_LINK_TYPE_TCX:
	case BPF_LINK_TYPE_NETNS:
	case BPF_LINK_TYPE_SOCKMAP:
		info->device.target = (u32)e->target;
		info->device.attach_type = e->attach_type;
		break;
	case BPF_LINK_TYPE_CGROUP:
		info->cgroup.id = e->target;
		info->cgroup.attach_type = e->attach_type;
		break;
	case BPF_LINK_TYPE_NETFILTER:
		memcpy(info->hook, e->hook, sizeof(info->hook));
		break;
	}
	return 0;
}

int skep_info_link(const struct skep_bpf_call *call, const struct skep_link_entity *e)
{
	struct link_info info;
	int error = skep_info_read(call, &info, sizeof(info));

	if (error)
		return error;
	info.type = e->type;
	info.id = e->e.id;
	pthread_mutex_lock(&call->skep->mutex);
	info.prog_id = e->prog->e.id;
	error = fill(call, e, &info);
	pthread_mutex_unlock(&call->skep->mutex);
	return error ?: skep_info_answer(call, &info, sizeof(info));
}
