/* SPDX-License-Identifier: BSD-2-Clause */
/* What memory of its maps a program that is watched may touch: the values that they have. An
 * element that was deleted while the program had its address is one that it may no longer touch,
 * which is more than Linux asks. */
#include "syscall/watch.h"

#include "map/arena.h"
#include "map/layout.h"
#include "map/object.h"
#include "spec/uapi.h"

struct search {
	u64 address;
	u32 size, value_size;
	bool found;
};

static bool look(void *context, const void *key, void *value)
{
	struct search *s = context;
	u64 start = (u64)(uintptr_t)value;

	(void)key;
	s->found = s->address >= start && s->size <= s->value_size &&
		   s->address - start <= s->value_size - s->size;
	return !s->found;
}

/* Values of arrays lie where they can be computed. */
static bool lies_in(const struct skep_map_layout *l, const struct search *s, u32 cpu)
{
	u64 off = s->address - (l->base + cpu * l->cpu_stride);

	return off / l->stride < l->entries && s->size <= s->value_size &&
	       off % l->stride <= s->value_size - s->size;
}

/* All of an arena's window is there, whatever addresses and offsets come to. */
static bool in_window(const struct skep_map *map, const struct search *s)
{
	u64 start = skep_map_arena_window(map) - SKEP_ARENA_GUARD;
	u64 size = SKEP_ARENA_WINDOW + 2 * (u64)SKEP_ARENA_GUARD;

	return s->address >= start && s->address - start <= size - s->size;
}

/* Types whose elements cannot be listed have memory that nobody can tell from other. */
static bool has(struct skep_map *map, struct search *s)
{
	struct skep_map_layout layout;

	if (map->shape.type == BPF_MAP_TYPE_ARENA)
		return in_window(map, s);
	s->value_size = (map->shape.value_size + 7) & ~7u;
	if (skep_map_layout(map, &layout)) {
		for (u32 cpu = 0; cpu < map->cpus && !s->found; cpu++)
			s->found = lies_in(&layout, s, cpu);
		return s->found;
	}
	if (!map->ops->for_each)
		return map->shape.type != BPF_MAP_TYPE_PROG_ARRAY;
	for (u32 cpu = 0; cpu < map->cpus && !s->found; cpu++)
		map->ops->for_each(map, look, s, cpu);
	return s->found;
}

bool skep_watch_allows(void *program, u64 address, u32 size, bool write)
{
	const struct skep_prog_entity *prog = program;
	struct search search = {.address = address, .size = size};

	(void)write;
	if (skep_objects_allow(prog->objects, address, size))
		return true;
	for (size_t i = 0; i < prog->map_count; i++)
		if (has(prog->maps[i]->map, &search))
			return true;
	return false;
}
