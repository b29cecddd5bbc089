/* SPDX-License-Identifier: BSD-2-Clause */
/* OBJ_GET_INFO_BY_FD: what is known of an entity, as much of it as the caller has room for. */
#include <errno.h>
#include <string.h>

#include "syscall/info.h"
#include "syscall/memory.h"

enum { INFO_LEN = 4 }; /* offset in attr of info.info_len */

int skep_info_answer(const struct skep_bpf_call *call, const void *info, u32 size)
{
	u32 room = call->attr.info.info_len, given = room < size ? room : size;

	return skep_memory_write(call, call->attr.info.info, info, given)
		   ?: skep_call_answer(call, INFO_LEN, given);
}

int skep_info_read(const struct skep_bpf_call *call, void *info, u32 size)
{
	u32 room = call->attr.info.info_len;
	u8 byte = 0;

	memset(info, 0, size);
	if (room > 4096)
		return -E2BIG;
	for (u32 at = size; at < room; at++) {
		int error = skep_memory_read(call, &byte, call->attr.info.info + at, 1);

		if (error || byte)
			return error ?: -E2BIG;
	}
	return skep_memory_read(call, info, call->attr.info.info, room < size ? room : size);
}

int skep_info_list(const struct skep_bpf_call *call, const struct skep_info_list *list, u32 *room)
{
	u32 given = *room < list->count ? *room : list->count;

	*room = list->count;
	return given ? skep_memory_write(call, list->to, list->data, (size_t)given * list->size)
		     : 0;
}

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
		return error;
	error = tell(call, e);
	skep_entity_put(e);
	return error;
}
