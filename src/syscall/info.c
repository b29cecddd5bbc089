/* SPDX-License-Identifier: BSD-2-Clause */
/* What functions that tell of entities have in common, and figures that are computed when they are
 * asked for. */
#include "syscall/info.h"

#include <errno.h>
#include <string.h>

#include "spec/spec.h"
#include "syscall/memory.h"
#include "vm/vm.h"

/* ---- the caller's room */

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

/* ---- figures */

enum { PAGE = 4096 };

static u64 to_pages(u64 bytes)
{
	return (bytes + PAGE - 1) / PAGE * PAGE;
}

/* As Linux counts rings: its struct, the pages, and their table, in which data is twice. */
static u64 ring_memory(u64 data_pages)
{
	enum { STRUCT_SIZE = 304, OTHER_PAGES = 3 };

	return STRUCT_SIZE + (OTHER_PAGES + 2 * data_pages) * sizeof(void *) +
	       (OTHER_PAGES + data_pages) * PAGE;
}

u64 skep_map_memory(const struct skep_map_entity *e)
{
	u64 key = (e->desc.key_size + 7u) & ~7u, value = (e->desc.value_size + 7u) & ~7u;

	if (skep_map_row(e->desc.type)->traits & SKEP_MAP_PAGES)
		return ring_memory(e->desc.max_entries / PAGE);
	return to_pages((key + value) * e->desc.max_entries);
}

u64 skep_prog_memory(const struct skep_prog_entity *e)
{
	return to_pages(sizeof(*e) + e->count * sizeof(*e->insns));
}

bool skep_prog_is_jited(const struct skep_prog_entity *e)
{
	return e->code && e->code->native.release;
}
