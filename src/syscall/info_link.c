/* SPDX-License-Identifier: BSD-2-Clause */
/* What is told of a link. */
#include <errno.h>
#include <string.h>

#include "spec/spec.h"
#include "syscall/info.h"
#include "syscall/links.h"

static int fill(const struct skep_bpf_call *call, const struct skep_link_entity *e,
		struct skep_link_info *info)
{
	if (skep_link_is_trace(e->type))
		return skep_info_trace(call, e, info);
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
	struct skep_link_info info;
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
