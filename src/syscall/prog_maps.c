/* SPDX-License-Identifier: BSD-2-Clause */
/* 64-bit immediates that name a map: by descriptor, or by a place in the caller's array of
 * descriptors. */
#include <errno.h>
#include <string.h>

#include "base/array.h"
#include "base/diag.h"
#include "map/arena.h"
#include "syscall/load.h"
#include "syscall/memory.h"

enum {
	MAPS_MAX = 64,	      /* of a program, as in Linux */
	FD_ARRAY_COUNT = 148, /* offset in attr */
};

#define WIDE (BPF_LD | BPF_IMM | BPF_DW)

int skep_load_add_map(struct skep_prog_entity *prog, struct skep_map_entity *map, u32 *number)
{
	for (*number = 0; *number < prog->map_count; ++*number) {
		if (prog->maps[*number] == map) {
			skep_entity_put(map);
			return 0;
		}
	}
	if (prog->map_count == prog->map_room) {
		void *grown = skep_array_reserve(prog->maps, &prog->map_room, prog->map_count + 1,
						 sizeof(struct skep_map_entity *));

		if (!grown) {
			skep_entity_put(map);
			return -ENOMEM;
		}
		prog->maps = grown;
	}
	prog->maps[prog->map_count++] = map;
	return 0;
}

/* Maps that the caller's array names are looked at before the program has a digest, as in Linux. */
static int check_exclusive(struct skep_prog_load *l, const struct skep_map_entity *map)
{
	if (!map->exclusive || memcmp(map->only_for, l->digest, sizeof(l->digest)) == 0)
		return 0;
	/* Linux's words. */
	skep_buffer_text(&l->log, "program's hash doesn't match map's excl_prog_hash\n");
	return -EACCES;
}

static bool names_index(const struct bpf_insn *insn)
{
	return insn->src_reg == BPF_PSEUDO_MAP_IDX || insn->src_reg == BPF_PSEUDO_MAP_IDX_VALUE;
}

static bool names_map(const struct bpf_insn *insn)
{
	return insn->src_reg == BPF_PSEUDO_MAP_FD || insn->src_reg == BPF_PSEUDO_MAP_VALUE ||
	       names_index(insn);
}

static int refuse_fd(struct skep_prog_load *l, u32 at, int error, int fd)
{
	skep_fail_at(&l->refused, SKEP_E_REFUSED, skep_place_insn(at),
		     "a map is named by descriptor %d, which is not that of a map", fd);
	skep_hint(&l->refused,
		  "name a map of the object, or pass the descriptor of one that is open");
	/* Linux's words. */
	skep_buffer_printf(&l->log, "%u: fd %d is not pointing to valid bpf_map\n", at, fd);
	return error;
}

static int find_fd(struct skep_prog_load *l, const struct bpf_insn *insn, int *fd)
{
	u64 array = l->call->attr.fd_array;

	*fd = insn->imm;
	if (!names_index(insn))
		return 0;
	if (!array) {
		skep_buffer_text(&l->log, "fd_idx without fd_array is invalid\n");
		return -EPROTO;
	}
	return skep_memory_read(l->call, fd, array + (u32)insn->imm * sizeof(*fd), sizeof(*fd));
}

static int resolve(struct skep_prog_load *l, u32 at)
{
	struct bpf_insn *insn = &l->prog->insns[at];
	struct skep_map_entity *map;
	int fd, error = find_fd(l, insn, &fd);
	u32 number;

	if (error)
		return error;
	map = skep_entity_get(l->call, SKEP_ENTITY_MAP, fd, &error);
	if (!map)
		return refuse_fd(l, at, error, fd);
	error = skep_load_add_map(l->prog, map, &number) ?: check_exclusive(l, map);
	if (error)
		return error;
	if (l->prog->map_count > MAPS_MAX) {
		skep_buffer_printf(&l->log,
				   "The total number of maps per program has reached the "
				   "limit of %u\n",
				   MAPS_MAX);
		return -E2BIG;
	}
	insn->imm = (s32)number;
	insn->src_reg = insn->src_reg == BPF_PSEUDO_MAP_FD || insn->src_reg == BPF_PSEUDO_MAP_IDX
			    ? BPF_PSEUDO_MAP_IDX
			    : BPF_PSEUDO_MAP_IDX_VALUE;
	return 0;
}

/* Where the caller says how many there are, each is used: of types it is enough that they exist. */
static int use_fd(struct skep_prog_load *l, u64 at)
{
	int fd, error = skep_memory_read(l->call, &fd, at, sizeof(fd));
	struct skep_entity *e = error ? NULL : skep_entity_get_any(l->call, fd, &error);
	u32 number;

	if (error)
		return error;
	if (e->kind == SKEP_ENTITY_MAP)
		return skep_load_add_map(l->prog, (struct skep_map_entity *)e, &number)
			   ?: check_exclusive(l, (struct skep_map_entity *)e)
			   ?: l->prog->map_count > MAPS_MAX ? -E2BIG
							    : 0;
	error = e->kind == SKEP_ENTITY_BTF ? 0 : -EINVAL;
	skep_entity_put(e);
	return error;
}

int skep_load_fds(struct skep_prog_load *l)
{
	int error = 0;
	u32 count;

	memcpy(&count, l->call->bytes + FD_ARRAY_COUNT, sizeof(count));
	if (count >= UINT32_MAX / sizeof(int))
		return -EINVAL;
	for (u32 i = 0; !error && i < count; i++)
		error = use_fd(l, l->call->attr.fd_array + i * sizeof(int));
	return error;
}

/* An arena as it is now: somebody may be about to map it. */
static const struct skep_map_desc *describe(struct skep_prog_load *l,
					    const struct skep_map_entity *e)
{
	struct skep_map_desc *desc;
	struct skep_arena_place place;

	if (e->desc.type != BPF_MAP_TYPE_ARENA)
		return &e->desc;
	desc = skep_arena_alloc(&l->arena, sizeof(*desc));
	if (!desc)
		return NULL;
	*desc = e->desc;
	place = skep_map_arena_place(e->map);
	desc->user_start = place.start;
	desc->user_size = place.size;
	return desc;
}

int skep_load_maps(struct skep_prog_load *l)
{
	const struct skep_map_desc **maps;
	int error = 0;

	for (u32 i = 0; !error && i < l->prog->count; i++) {
		if (l->prog->insns[i].code != WIDE)
			continue;
		if (names_map(&l->prog->insns[i]))
			error = resolve(l, i);
		i++;
	}
	if (error)
		return error;
	maps = skep_arena_array(&l->arena, l->prog->map_count + 1, sizeof(*maps));
	if (!maps)
		return -ENOMEM;
	for (size_t i = 0; i < l->prog->map_count; i++) {
		maps[i] = describe(l, l->prog->maps[i]);
		if (!maps[i])
			return -ENOMEM;
	}
	l->in.maps = maps;
	l->in.map_count = (u32)l->prog->map_count;
	return 0;
}
