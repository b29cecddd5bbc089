/* SPDX-License-Identifier: BSD-2-Clause */
/* Walking over what exists: the id behind another one, and a descriptor of an id. */
#include <errno.h>
#include <stddef.h>

#include "syscall/system.h"

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

/* Descriptors that may do less than all are not offered. */
static long by_id(struct skep_bpf_call *call, enum skep_entity_kind kind)
{
	if (call->attr.open_flags)
		return -EINVAL;
	return skep_entity_reopen(call->skep, kind, call->attr.map_id);
}

long skep_cmd_map_by_id(struct skep_bpf_call *call)
{
	return by_id(call, SKEP_ENTITY_MAP);
}

long skep_cmd_prog_by_id(struct skep_bpf_call *call)
{
	return by_id(call, SKEP_ENTITY_PROG);
}

long skep_cmd_btf_by_id(struct skep_bpf_call *call)
{
	return by_id(call, SKEP_ENTITY_BTF);
}

long skep_cmd_link_by_id(struct skep_bpf_call *call)
{
	return by_id(call, SKEP_ENTITY_LINK);
}
