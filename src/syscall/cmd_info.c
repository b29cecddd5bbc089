/* SPDX-License-Identifier: BSD-2-Clause */
/* OBJ_GET_INFO_BY_FD: what is known of an entity, as much of it as the caller has room for. */
#include <errno.h>
#include <string.h>

#include "syscall/info.h"
#include "syscall/memory.h"

static int map_info(const struct skep_bpf_call *call, const struct skep_map_entity *e)
{
	struct bpf_map_info info;
	int error = skep_info_read(call, &info, sizeof(info));

	if (error)
		return error;
	info = (struct bpf_map_info){.type = e->desc.type,
				     .id = e->e.id,
				     .key_size = e->desc.key_size,
				     .value_size = e->desc.value_size,
				     .max_entries = e->desc.max_entries,
				     .map_flags = e->desc.flags,
				     .btf_id = e->btf ? e->btf->e.id : 0,
				     .btf_key_type_id = e->desc.key_type,
				     .btf_value_type_id = e->desc.value_type,
				     .map_extra = e->extra};
	memcpy(info.name, e->name, sizeof(info.name));
	return skep_info_answer(call, &info, sizeof(info));
}

/* Types of callers have no name, so that is "". */
static int btf_info(const struct skep_bpf_call *call, const struct skep_btf_entity *e)
{
	struct bpf_btf_info info;
	int error = skep_info_read(call, &info, sizeof(info));
	struct skep_info_list bytes = {info.btf, e->bytes, e->size, 1};

	if (error)
		return error;
	if (!info.name != !info.name_len)
		return -EINVAL;
	if (info.name)
		error = skep_memory_write(call, info.name, "", 1);
	error = error ?: skep_info_list(call, &bytes, &info.btf_size);
	info.id = e->e.id;
	info.name_len = 0;
	info.kernel_btf = 0;
	return error ?: skep_info_answer(call, &info, sizeof(info));
}

static int tell(const struct skep_bpf_call *call, const struct skep_entity *e)
{
	switch (e->kind) {
	case SKEP_ENTITY_MAP:
		return map_info(call, (const struct skep_map_entity *)e);
	case SKEP_ENTITY_PROG:
		return skep_info_prog(call, (const struct skep_prog_entity *)e);
	case SKEP_ENTITY_LINK:
		return skep_info_link(call, (const struct skep_link_entity *)e);
	case SKEP_ENTITY_BTF:
		return btf_info(call, (const struct skep_btf_entity *)e);
	default:
		return -EINVAL;
	}
}

long skep_cmd_info(struct skep_bpf_call *call)
{
	int error = 0;
	struct skep_entity *e = skep_entity_get_any(call, (int)call->attr.info.bpf_fd, &error);

	if (!e)
		return error == -EBADF ? -EBADFD : error;
	error = tell(call, e);
	skep_entity_put(e);
	return error;
}
