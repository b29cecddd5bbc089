/* SPDX-License-Identifier: BSD-2-Clause */
/* Maps by the rows of spec/maps.def, mostly right ones, and types for them. */
#include <linux/btf.h>
#include <stdlib.h>
#include <string.h>

#include "bpf_game.h"
#include "spec/spec.h"

/* ---- types: a header, one of each kind, names */

enum { INT = 1, LOCK, TIMER, BYTE, KEY, VALUE, FIRST_OTHER };

static const char names[] = "\0int\0bpf_spin_lock\0bpf_timer\0char\0value\0field\0";

struct writer {
	u32 *to;
	u32 count;
};

static void put(struct writer *w, const char *name, u32 info, u32 size)
{
	const char *at = names;

	while (strcmp(at, name) != 0)
		at += strlen(at) + 1;
	w->to[w->count++] = (u32)(at - names);
	w->to[w->count++] = info;
	w->to[w->count++] = size;
}

static void put_words(struct writer *w, u32 count, const u32 *words)
{
	memcpy(w->to + w->count, words, count * sizeof(u32));
	w->count += count;
}

#define INFO(kind, count) ((u32)BTF_KIND_##kind << 24 | (count))
#define WORDS(w, ...)	  put_words(w, sizeof((u32[]){__VA_ARGS__}) / 4, (u32[]){__VA_ARGS__})
#define NAME_FIELD	  (sizeof(names) - 2 - sizeof("field"))

/* `special` is the type of the value's first field. */
static void put_needed(struct writer *w, u32 key, u32 value, u32 special)
{
	put(w, "int", INFO(INT, 0), 4);
	WORDS(w, BTF_INT_SIGNED << 24 | 32);
	put(w, "bpf_spin_lock", INFO(STRUCT, 0), 4);
	put(w, "bpf_timer", INFO(STRUCT, 0), 16);
	put(w, "char", INFO(INT, 0), 1);
	WORDS(w, 8);
	if (key == 4)
		put(w, "value", INFO(TYPEDEF, 0), INT);
	else {
		put(w, "", INFO(ARRAY, 0), 0);
		WORDS(w, BYTE, INT, key);
	}
	put(w, "value", INFO(STRUCT, 1), value);
	WORDS(w, NAME_FIELD, special, 0);
}

static void put_others(struct writer *w)
{
	put(w, "", INFO(PTR, 0), VALUE);
	put(w, "value", INFO(UNION, 2), 8);
	WORDS(w, NAME_FIELD, INT, 0, 0, FIRST_OTHER, 0);
	put(w, "char", INFO(ENUM, 1), 4);
	WORDS(w, NAME_FIELD, 7);
	put(w, "field", INFO(FWD, 0), 0);
	put(w, "", INFO(VOLATILE, 0), INT);
	put(w, "", INFO(CONST, 0), BYTE);
	put(w, "", INFO(RESTRICT, 0), FIRST_OTHER);
	put(w, "", INFO(FUNC_PROTO, 2), INT);
	WORDS(w, NAME_FIELD, INT, NAME_FIELD, FIRST_OTHER);
	put(w, "value", INFO(FUNC, BTF_FUNC_GLOBAL), FIRST_OTHER + 7);
	put(w, "field", INFO(VAR, 0), VALUE);
	WORDS(w, BTF_VAR_GLOBAL_ALLOCATED);
	put(w, "value", INFO(DATASEC, 1), 16);
	WORDS(w, FIRST_OTHER + 9, 0, 16);
	put(w, "char", INFO(FLOAT, 0), 8);
	put(w, "field", INFO(DECL_TAG, 0), VALUE);
	WORDS(w, 0);
	put(w, "field", INFO(TYPE_TAG, 0), INT);
	put(w, "field", INFO(ENUM64, 1), 8);
	WORDS(w, NAME_FIELD, 1, 2);
}

static u32 write_btf(struct game *g, const u32 sizes[2], u32 special, bool others)
{
	u8 *to = g->memory + GAME_BTF;
	struct btf_header head = {
	    .magic = BTF_MAGIC, .version = BTF_VERSION, .hdr_len = sizeof(head)};
	struct writer w = {(u32 *)(void *)(to + sizeof(head)), 0};

	put_needed(&w, sizes[0], sizes[1], special);
	if (others)
		put_others(&w);
	head.type_len = head.str_off = w.count * 4;
	head.str_len = sizeof(names);
	memcpy(to, &head, sizeof(head));
	memcpy(w.to + w.count, names, sizeof(names));
	return (u32)(sizeof(head) + w.count * 4 + sizeof(names));
}

u64 game_make_btf(struct game *g, u32 *size)
{
	static const u32 sizes[] = {4, 16};
	u8 *to = g->memory + GAME_BTF;

	*size = write_btf(g, sizes, INT + game_choose(g, 4), game_choose(g, 4));
	for (u32 n = game_choose(g, 4); n; n--)
		to[game_choose(g, *size)] = (u8)game_choose(g, 256);
	return game_address(to);
}

static u32 load_types(struct game *g, const u32 sizes[2], int *fd)
{
	static const u32 needs[] = {[INT] = 4, [LOCK] = 4, [TIMER] = 16};
	u32 special = INT + game_choose(g, 3);
	union bpf_attr attr = {.btf = game_address(g->memory + GAME_BTF)};

	if (sizes[1] < needs[special])
		special = sizes[1] < 4 ? BYTE : INT;
	attr.btf_size = write_btf(g, sizes, special, false);
	*fd = (int)game_bpf(g, BPF_BTF_LOAD, &attr, sizeof(attr));
	return *fd < 0 ? 0 : VALUE;
}

/* ---- maps */

static u32 choose_size(struct game *g, const struct skep_map_sizes *sizes, u32 common)
{
	u32 steps = (sizes->max - sizes->min) / (sizes->step ? sizes->step : 1);

	if (common >= sizes->min && common <= sizes->max && game_choose(g, 2))
		return common;
	return sizes->min + sizes->step * game_choose(g, steps < 64 ? steps + 1 : 64);
}

static u32 choose_entries(struct game *g, const struct skep_map_row *row)
{
	static const u32 some[] = {1, 2, 3, 4, 5, 8, 17, 100};

	if (row->traits & SKEP_MAP_NO_ENTRIES)
		return 0;
	if (row->traits & SKEP_MAP_PAGES)
		return 4096u << game_choose(g, 3);
	return some[game_choose(g, SKEP_COUNT(some))];
}

static u32 choose_flags(struct game *g, const struct skep_map_row *row)
{
	u32 kind = game_choose(g, 64);

	return row->required | (kind < 32 ? row->flags & 1u << kind : 0);
}

static void describe(struct game *g, const struct skep_map_row *row, union bpf_attr *attr)
{
	u32 sizes[2];
	int fd;

	attr->map_type = row->type;
	attr->key_size = choose_size(g, &row->key, 8);
	attr->value_size = choose_size(g, &row->value, 16);
	attr->max_entries = choose_entries(g, row);
	attr->map_flags = choose_flags(g, row);
	if (row->traits & SKEP_MAP_OF_MAPS)
		attr->inner_map_fd = (u32)game_fd(g, BPF_MAP_CREATE);
	if (!(row->traits & SKEP_MAP_BTF) &&
	    (row->traits & SKEP_MAP_NO_LOOKUP || game_choose(g, 4)))
		return;
	sizes[0] = attr->key_size;
	sizes[1] = attr->value_size;
	attr->btf_value_type_id = load_types(g, sizes, &fd);
	attr->btf_key_type_id = attr->btf_value_type_id ? KEY : 0;
	attr->btf_fd = fd < 0 ? 0 : (u32)fd;
}

void game_make_map(struct game *g)
{
	const struct skep_map_row *row = skep_map_row(1 + game_choose(g, 34));
	union bpf_attr attr = {.map_name = "name"};
	long fd;

	if (!row)
		return;
	describe(g, row, &attr);
	if (game_choose(g, 32) == 1)
		((u8 *)&attr)[game_choose(g, 92)] ^= (u8)game_choose(g, 256);
	fd = game_bpf(g, BPF_MAP_CREATE, &attr, sizeof(attr));
	for (u32 i = 0; fd >= 0 && i < g->count; i++)
		if (g->objects[i].fd == fd)
			g->objects[i].type = attr.map_type;
}
