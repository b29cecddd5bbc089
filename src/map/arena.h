/* SPDX-License-Identifier: BSD-2-Clause */
/* BPF_MAP_TYPE_ARENA: pages that a program and user space have at addresses of which the low 32
 * bits are the same. Programs see them through a window of 4 GiB: what lies at address a of user
 * space is at the window's start + (u32)a, and SKEP_ARENA_GUARD bytes on both sides are there as
 * well, so that no address and no offset of an instruction leads out of it. */
#ifndef SKEP_MAP_ARENA_H
#define SKEP_MAP_ARENA_H

#include "map/map.h"

enum { SKEP_ARENA_GUARD = 1 << 16 };
#define SKEP_ARENA_WINDOW (1ULL << 32)

/* Where user space has it; size 0: nowhere yet. */
struct skep_arena_place {
	u64 start, size; /* bytes, whole pages */
};

/* The window's start, in this process. */
u64 skep_map_arena_window(const struct skep_map *map);

struct skep_arena_place skep_map_arena_place(struct skep_map *map);

/* Says where user space has it, once and for all; a range that does not cross a multiple of 4 GiB.
 * -EBUSY: it has another place; -ENOMEM. */
int skep_map_arena_set_place(struct skep_map *map, struct skep_arena_place place);

/* bpf_arena_alloc_pages(): the address of user space, 0: there are not so many in a row, or not at
 * `address`. Pages that user space has touched are taken. */
u64 skep_map_arena_alloc(struct skep_map *map, u64 address, u32 count);

/* bpf_arena_free_pages(): they are zero when they are touched again. */
void skep_map_arena_free(struct skep_map *map, u64 address, u32 count);

/* bpf_arena_reserve_pages(): -EINVAL outside of the arena, -EBUSY if some are taken. */
int skep_map_arena_reserve(struct skep_map *map, u64 address, u32 count);

#endif
