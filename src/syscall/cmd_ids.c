/* SPDX-License-Identifier: BSD-2-Clause */
/* Walking over what exists: the id behind another one, and a descriptor of an id. */
#include <errno.h>
#include <fcntl.h>
#include <stddef.h>

#include "syscall/system.h"

enum { TOKEN = 12 }; /* offset in attr */

static long next_id(struct skep_bpf_call *call, enum skep_entity_kind kind)
{
	u32 id;

	if (call->attr.start_id >= INT32_MAX)
		return -EINVAL;
	id = skep_entity_next(call->skep, kind, call->attr.start_id);
	if (!id)
		return -ENOENT;
	return skep_call_answer(call, offsetof(union bpf_attr, next_id), id);
}

long skep_cmd_map_next_id(struct skep_bpf_call *call)
{
	return next_id(call, SKEP_ENTITY_MAP);
}

long skep_cmd_prog_next_id(struct skep_bpf_call *call)
{
	return next_id(call, SKEP_ENTITY_PROG);
}

long skep_cmd_btf_next_id(struct skep_bpf_call *call)
{
	return next_id(call, SKEP_ENTITY_BTF);
}

long skep_cmd_link_next_id(struct skep_bpf_call *call)
{
	return next_id(call, SKEP_ENTITY_LINK);
}

static long by_id(struct skep_bpf_call *call, enum skep_entity_kind kind)
{
	return skep_entity_reopen(call->skep, kind, call->attr.map_id, O_RDWR);
}

long skep_cmd_map_by_id(struct skep_bpf_call *call)
{
	u32 flags = call->attr.open_flags;
	int access = skep_access_of(flags);

	if (flags & ~(u32)(BPF_F_RDONLY | BPF_F_WRONLY) || access < 0)
		return -EINVAL;
	return skep_entity_reopen(call->skep, SKEP_ENTITY_MAP, call->attr.map_id, access);
}

long skep_cmd_prog_by_id(struct skep_bpf_call *call)
{
	return by_id(call, SKEP_ENTITY_PROG);
}

long skep_cmd_btf_by_id(struct skep_bpf_call *call)
{
	if (call->attr.open_flags & ~(u32)SKEP_TOKEN)
		return -EINVAL;
	if (call->attr.open_flags)
		return skep_call_token(call, TOKEN);
	return by_id(call, SKEP_ENTITY_BTF);
}

long skep_cmd_link_by_id(struct skep_bpf_call *call)
{
	return by_id(call, SKEP_ENTITY_LINK);
}
