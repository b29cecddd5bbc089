/* SPDX-License-Identifier: BSD-2-Clause */
/* Figures of entities that are computed when they are asked for. */
#include "syscall/system.h"
#include "vm/vm.h"

enum { PAGE = 4096 };

static u64 to_pages(u64 bytes)
{
	return (bytes + PAGE - 1) / PAGE * PAGE;
}

u64 skep_map_memory(const struct skep_map_entity *e)
{
	u64 key = (e->desc.key_size + 7u) & ~7u, value = (e->desc.value_size + 7u) & ~7u;

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
