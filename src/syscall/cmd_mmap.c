/* SPDX-License-Identifier: BSD-2-Clause */
/* Whether mmap(2) of a descriptor may go on to the memory file behind it, and what must be done
 * before: the rules of bpf_map_mmap() and of the map types. */
#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "map/arena.h"
#include "spec/uapi.h"
#include "syscall/events.h"

static int check_array(const struct skep_map_entity *e, const struct skep_mmap_attr *how)
{
	u64 page = (u64)sysconf(_SC_PAGESIZE), all, end;

	if (!(e->desc.flags & BPF_F_MMAPABLE))
		return -EINVAL;
	all = (u64)((e->desc.value_size + 7u) & ~7u) * e->desc.max_entries;
	all = (all + page - 1) & ~(page - 1);
	return __builtin_add_overflow(how->offset, how->length, &end) || end > all ? -EINVAL : 0;
}

/* Of a ring buffer, readers write the first page alone; user ring buffers are the other way round.
 */
static int check_ring(const struct skep_map_entity *e, const struct skep_mmap_attr *how)
{
	u64 page = (u64)sysconf(_SC_PAGESIZE), all = 2 * page + 2 * (u64)e->desc.max_entries, end;
	bool writes = how->protection & PROT_WRITE;

	if (writes && e->desc.type == BPF_MAP_TYPE_RINGBUF && (how->offset || how->length != page))
		return -EPERM;
	if (writes && e->desc.type == BPF_MAP_TYPE_USER_RINGBUF && !how->offset)
		return -EPERM;
	return __builtin_add_overflow(how->offset, how->length, &end) || end > all ? -EINVAL : 0;
}

/* Linux: arena_get_unmapped_area, arena_map_mmap. */
static int place_arena(struct skep_map_entity *e, const struct skep_mmap_attr *how)
{
	struct skep_arena_place has = skep_map_arena_place(e->map);
	u64 page = (u64)sysconf(_SC_PAGESIZE), length;

	if (how->offset)
		return -EINVAL;
	if (how->length > SKEP_ARENA_WINDOW)
		return -E2BIG;
	length = (how->length + page - 1) & ~(page - 1);
	if (has.size && length > has.size)
		return -E2BIG;
	if (!length || (has.size && (length != has.size || how->at != has.start)))
		return -EINVAL;
	if (!how->chosen)
		return SKEP_MMAP_CHOOSE;
	if (how->chosen % page)
		return -EINVAL;
	if (how->chosen >> 32 != (how->chosen + length - 1) >> 32)
		return -EFAULT;
	return skep_map_arena_set_place(e->map, (struct skep_arena_place){how->chosen, length});
}

static int check_map(struct skep_map_entity *e, const struct skep_mmap_attr *how)
{
	bool arena = e->desc.type == BPF_MAP_TYPE_ARENA;
	bool ring =
	    e->desc.type == BPF_MAP_TYPE_RINGBUF || e->desc.type == BPF_MAP_TYPE_USER_RINGBUF;

	if ((!ring && !arena && e->desc.type != BPF_MAP_TYPE_ARRAY) || e->desc.special_count)
		return -SKEP_ENOTSUPP;
	if (!how->shared)
		return -EINVAL;
	if (how->protection & PROT_WRITE) {
		if (__atomic_load_n(&e->desc.frozen, __ATOMIC_ACQUIRE))
			return -EPERM;
		if (e->desc.flags & BPF_F_RDONLY_PROG)
			return -EACCES;
	}
	if (arena)
		return place_arena(e, how);
	return ring ? check_ring(e, how) : check_array(e, how);
}

long skep_cmd_mmap(struct skep_bpf_call *call)
{
	struct skep_mmap_attr how;
	struct skep_entity *e;
	int error = 0;

	memcpy(&how, call->bytes, sizeof(how));
	e = skep_entity_get_any(call, how.fd, &error);
	if (!e)
		return SKEP_MMAP_FOREIGN;
	if (e->kind == SKEP_ENTITY_MAP)
		error = check_map((struct skep_map_entity *)e, &how);
	else if (e->kind == SKEP_ENTITY_PERF)
		error = skep_perf_mmap((struct skep_perf_entity *)e, &how);
	else
		error = -ENODEV;
	skep_entity_put(e);
	return error;
}
