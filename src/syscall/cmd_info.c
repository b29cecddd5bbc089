/* SPDX-License-Identifier: BSD-2-Clause */
/* OBJ_GET_INFO_BY_FD: what is known of an entity, as much of it as the caller has room for. */
#include <errno.h>
#include <string.h>

#include "syscall/memory.h"
#include "syscall/system.h"

enum { INFO_LEN = 4 }; /* offset in attr of info.info_len */

/* Copies an info as far as there is room, and tells how much that is. */
static int answer(const struct skep_bpf_call *call, const void *info, u32 size)
{
	u32 room = call->attr.info.info_len, given = room < size ? room : size;

	return skep_memory_write(call, call->attr.info.info, info, given)
		   ?: skep_call_answer(call, INFO_LEN, given);
}

/* The caller's info as it came in; bytes behind `size` must be zero. */
static int read_info(const struct skep_bpf_call *call, void *info, u32 size)
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

static int map_info(const struct skep_bpf_call *call, const struct skep_map_entity *e)
{
	struct bpf_map_info info;
	int error = read_info(call, &info, sizeof(info));

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
	return answer(call, &info, sizeof(info));
}

/* Copies as much of a list as the caller has room for; *count is its length then. Maps may be bound
 * to the program meanwhile. */
static int give_ids(const struct skep_bpf_call *call, const struct skep_prog_entity *e, u64 to,
		    u32 *count)
{
	u32 room = *count;
	int error = 0;

	pthread_mutex_lock(&call->skep->mutex);
	*count = (u32)e->map_count;
	for (u32 i = 0; !error && to && i < room && i < e->map_count; i++)
		error =
		    skep_memory_write(call, to + i * sizeof(u32), &e->maps[i]->e.id, sizeof(u32));
	pthread_mutex_unlock(&call->skep->mutex);
	return error;
}

static int prog_info(const struct skep_bpf_call *call, const struct skep_prog_entity *e)
{
	struct bpf_prog_info info, given;
	int error = read_info(call, &given, sizeof(given));

	if (error)
		return error;
	info = (struct bpf_prog_info){.type = e->type,
				      .id = e->e.id,
				      .load_time = e->loaded,
				      .created_by_uid = e->uid,
				      .nr_map_ids = given.nr_map_ids,
				      .map_ids = given.map_ids,
				      .gpl_compatible = e->gpl,
				      .btf_id = e->btf ? e->btf->e.id : 0,
				      .verified_insns = (u32)e->visited};
	memcpy(info.name, e->name, sizeof(info.name));
	return give_ids(call, e, given.map_ids, &info.nr_map_ids)
		   ?: answer(call, &info, sizeof(info));
}

static int btf_info(const struct skep_bpf_call *call, const struct skep_btf_entity *e)
{
	struct bpf_btf_info info, given;
	int error = read_info(call, &given, sizeof(given));
	u32 room = given.btf_size;

	if (error)
		return error;
	info = (struct bpf_btf_info){.btf = given.btf, .btf_size = e->size, .id = e->e.id};
	error = skep_memory_write(call, given.btf, e->bytes, room < e->size ? room : e->size);
	return error ?: answer(call, &info, sizeof(info));
}

long skep_cmd_info(struct skep_bpf_call *call)
{
	int error = 0;
	struct skep_entity *e = skep_entity_get_any(call, (int)call->attr.info.bpf_fd, &error);

	if (!e)
		return error;
	if (e->kind == SKEP_ENTITY_MAP)
		error = map_info(call, (struct skep_map_entity *)e);
	else if (e->kind == SKEP_ENTITY_PROG)
		error = prog_info(call, (struct skep_prog_entity *)e);
	else
		error = btf_info(call, (struct skep_btf_entity *)e);
	skep_entity_put(e);
	return error;
}
