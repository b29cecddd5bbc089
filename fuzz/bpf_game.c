/* SPDX-License-Identifier: BSD-2-Clause */
#include "bpf_game.h"

#include <unistd.h>

#include "spec/spec.h"

u32 game_choose(struct game *g, u32 below)
{
	u32 value = 0;

	for (u32 most = below ? below - 1 : 0; most && g->left; most >>= 8) {
		value = value << 8 | *g->bytes++;
		g->left--;
	}
	return below ? value % below : value;
}

u32 game_word(struct game *g)
{
	return game_choose(g, 0x10000) << 16 | game_choose(g, 0x10000);
}

u64 game_memory(struct game *g)
{
	static const u64 wrong[] = {0, 1, 0xffff888000000000, (u64)-8};
	u32 kind = game_choose(g, 256);

	if (kind < SKEP_COUNT(wrong) * 3)
		return wrong[kind % SKEP_COUNT(wrong)];
	if (kind < 20)
		return game_address(g->memory) + GAME_MEMORY - kind;
	if (kind < 40)
		return game_address(g->memory) + game_choose(g, GAME_MEMORY);
	return game_address(g->memory) + kind % 16 * GAME_SLOT;
}

int game_fd(struct game *g, u32 command)
{
	u32 kind = game_choose(g, 256), first;

	if (!g->count || kind < 4)
		return kind % 4 == 3 ? (int)game_word(g) : (int)kind - 1;
	first = kind % g->count;
	for (u32 i = 0; i < g->count && kind >= 16; i++) {
		const struct game_object *o = &g->objects[(first + i) % g->count];

		if (!command || o->command == command)
			return o->fd;
	}
	return g->objects[first].fd;
}

int game_map_for(struct game *g, s32 helper)
{
	u32 first = game_choose(g, GAME_OBJECTS);

	for (u32 i = 0; i < g->count; i++) {
		const struct game_object *o = &g->objects[(first + i) % g->count];

		if (o->command == BPF_MAP_CREATE && skep_map_fits_helper(o->type, helper))
			return o->fd;
	}
	return game_fd(g, BPF_MAP_CREATE);
}

void game_keep(struct game *g, u32 command, int fd)
{
	struct game_object *o = &g->objects[g->count];

	if (g->count < GAME_OBJECTS) {
		g->count++;
	} else {
		o = &g->objects[(u32)fd % GAME_OBJECTS];
		close(o->fd);
	}
	*o = (struct game_object){.fd = fd, .command = command};
}

long game_bpf(struct game *g, u32 command, void *attr, u32 size)
{
	struct skep_client self = {.uid = 0};
	struct skep_bpf_args args = {(s32)command, size, game_address(attr)};
	long result = skep_bpf_for(g->skep, &self, &args);

	if (result >= 0 && skep_bpf_opens((int)command))
		game_keep(g, command, (int)result);
	return result;
}
