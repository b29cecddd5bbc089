/* SPDX-License-Identifier: BSD-2-Clause */
/* Maps of verifier tests: from a line of text to a description, and to a map of Linux. */
#include <bpf/btf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "datafile.h"
#include "prog/specials.h"
#include "subject.h"

enum { PAGE = 4096 };

static u32 find_type(const char *name)
{
	for (u32 type = 1; type < 64; type++) {
		const struct skep_map_row *row = skep_map_row(type);

		if (row && strcmp(row->name, name) == 0)
			return type;
	}
	return 0;
}

/* ---- words */

static struct subject_map *find_map(struct subject_maps *m, const char *name)
{
	for (u32 i = 0; i < m->count; i++)
		if (strcmp(m->maps[i].name, name) == 0)
			return &m->maps[i];
	return NULL;
}

static void add_special(struct subject_map *map, u8 kind, u32 size, const char *off)
{
	map->specials[map->desc.special_count++] =
	    (struct skep_special){.kind = kind, .size = size, .off = (u32)strtoul(off, NULL, 0)};
}

/* The value is a struct of the program's types. */
static const char *take_type(const struct subject_maps *m, struct subject_map *map,
			     const char *name)
{
	s32 id = m->types ? btf__find_by_name_kind(m->types, name, BTF_KIND_STRUCT) : -1;
	struct skep_specials_ask ask = {.btf = m->types, .holder = SKEP_SPECIALS_MAP};
	s32 count = id > 0 ? skep_specials_find(&ask, (u32)id, map->specials) : -1;

	if (count < 0)
		return "there is no such struct, or its fields do not go together";
	map->btf = m->types;
	map->borrowed = true;
	map->desc.btf = m->types;
	map->desc.value_type = (u32)id;
	map->desc.key_type = (u32)btf__find_by_name_kind(m->types, "int", BTF_KIND_INT);
	map->desc.special_count = (u32)count;
	return NULL;
}

static const char *read_word(struct subject_maps *m, struct subject_map *map, const char *word)
{
	struct subject_map *inner;
	size_t size;

	if (strncmp(word, "flags=", 6) == 0) {
		map->desc.flags |= (u32)strtoul(word + 6, NULL, 0);
	} else if (strcmp(word, "rdonly_prog") == 0) {
		map->desc.flags |= BPF_F_RDONLY_PROG;
	} else if (strcmp(word, "wronly_prog") == 0) {
		map->desc.flags |= BPF_F_WRONLY_PROG;
	} else if (strncmp(word, "frozen=", 7) == 0) {
		map->contents = datafile_hex(word + 7, &size);
		map->desc.frozen = true;
		if (!map->contents || size != map->desc.value_size)
			return "the frozen contents are not as long as the value";
	} else if (strncmp(word, "inner=", 6) == 0) {
		inner = find_map(m, word + 6);
		if (!inner)
			return "the inner map is not there";
		map->desc.inner = &inner->desc;
	} else if (strncmp(word, "spin_lock@", 10) == 0) {
		add_special(map, SKEP_SPECIAL_SPIN_LOCK, 4, word + 10);
	} else if (strncmp(word, "res_spin_lock@", 14) == 0) {
		add_special(map, SKEP_SPECIAL_RES_SPIN_LOCK, 4, word + 14);
	} else if (strncmp(word, "timer@", 6) == 0) {
		add_special(map, SKEP_SPECIAL_TIMER, 16, word + 6);
	} else if (strncmp(word, "value=", 6) == 0) {
		return take_type(m, map, word + 6);
	} else if (strncmp(word, "at=", 3) == 0) {
		map->desc.user_start = strtoull(word + 3, NULL, 0);
		map->desc.user_size = (u64)map->desc.max_entries * PAGE;
	} else if (strcmp(word, "btf") != 0) {
		return "a word that is not known";
	}
	return NULL;
}

/* ---- BTF of the value */

static int add_special_type(struct btf *btf, const struct skep_special *s)
{
	static const char *const names[] = {
	    [SKEP_SPECIAL_SPIN_LOCK] = "bpf_spin_lock",
	    [SKEP_SPECIAL_RES_SPIN_LOCK] = "bpf_res_spin_lock",
	    [SKEP_SPECIAL_TIMER] = "bpf_timer",
	};

	return btf__add_struct(btf, names[s->kind], s->size);
}

/* struct { ...specials } value; key: int or array of bytes. */
static const char *add_btf(struct subject_map *map)
{
	struct btf *btf = map->btf = btf__new_empty();
	int byte, ids[SUBJECT_SPECIALS];

	if (!btf)
		return "no BTF";
	byte = btf__add_int(btf, "char", 1, BTF_INT_CHAR);
	map->desc.key_type = (u32)btf__add_array(btf, byte, byte, map->desc.key_size);
	if (map->desc.key_size == 4)
		map->desc.key_type = (u32)btf__add_int(btf, "int", 4, BTF_INT_SIGNED);
	for (u32 i = 0; i < map->desc.special_count; i++)
		ids[i] = add_special_type(btf, &map->specials[i]);
	map->desc.value_type = (u32)btf__add_struct(btf, "value", map->desc.value_size);
	for (u32 i = 0; i < map->desc.special_count; i++)
		btf__add_field(btf, "special", ids[i], 8 * map->specials[i].off, 0);
	map->desc.btf = btf;
	return NULL;
}

/* ---- lines */

static const char *read_line(struct subject_maps *m, char *line)
{
	struct subject_map *map = &m->maps[m->count];
	char type[32], *word, *rest;
	const char *wrong = NULL;
	bool btf = strstr(line, " btf") || strchr(line, '@');
	int used;

	*map = (struct subject_map){.fd = -1};
	if (sscanf(line, "%15s %31s %u %u %u%n", map->name, type, &map->desc.key_size,
		   &map->desc.value_size, &map->desc.max_entries, &used) != 5)
		return "a map is `name type key value entries words`";
	map->desc.type = find_type(type);
	map->desc.name = map->name;
	map->desc.specials = map->specials;
	if (!map->desc.type)
		return "there is no such map type";
	for (word = strtok_r(line + used, " ", &rest); word && !wrong;
	     word = strtok_r(NULL, " ", &rest))
		wrong = read_word(m, map, word);
	map->desc.contents = map->contents;
	if (!wrong && btf)
		wrong = add_btf(map);
	m->list[m->count++] = &map->desc;
	return wrong;
}

const char *subject_read_maps_of(struct subject_maps *m, const char *text, struct btf *types)
{
	char *copy = strdup(text), *rest, *line;
	const char *wrong = NULL;

	*m = (struct subject_maps){.types = types};
	for (line = strtok_r(copy, "\n", &rest); line && !wrong; line = strtok_r(NULL, "\n", &rest))
		wrong = m->count == SUBJECT_MAPS ? "too many maps" : read_line(m, line);
	free(copy);
	return wrong;
}

const char *subject_read_maps(struct subject_maps *m, const char *text)
{
	return subject_read_maps_of(m, text, NULL);
}

void subject_free_maps(struct subject_maps *m)
{
	for (u32 i = 0; i < m->count; i++) {
		free(m->maps[i].contents);
		if (!m->maps[i].borrowed)
			btf__free(m->maps[i].btf);
		if (m->maps[i].fd >= 0)
			close(m->maps[i].fd);
	}
	m->count = 0;
}

/* ---- Linux */

static int bpf(enum bpf_cmd cmd, union bpf_attr *attr)
{
	return (int)syscall(SYS_bpf, cmd, attr, sizeof(*attr));
}

static bool freeze(const struct subject_map *map)
{
	u32 key = 0;
	union bpf_attr set = {.map_fd = (u32)map->fd,
			      .key = (u64)(uintptr_t)&key,
			      .value = (u64)(uintptr_t)map->contents};
	union bpf_attr freeze = {.map_fd = (u32)map->fd};

	return bpf(BPF_MAP_UPDATE_ELEM, &set) == 0 && bpf(BPF_MAP_FREEZE, &freeze) == 0;
}

static bool make(struct subject_maps *m, struct subject_map *map)
{
	union bpf_attr attr = {.map_type = map->desc.type,
			       .key_size = map->desc.key_size,
			       .value_size = map->desc.value_size,
			       .max_entries = map->desc.max_entries,
			       .map_flags = map->desc.flags,
			       .map_extra = map->desc.user_start};

	if (map->desc.inner)
		attr.inner_map_fd = (u32)find_map(m, map->desc.inner->name)->fd;
	if (map->btf) {
		if (btf__fd(map->btf) < 0 && btf__load_into_kernel(map->btf) < 0)
			return false;
		attr.btf_fd = (u32)btf__fd(map->btf);
		attr.btf_key_type_id = map->desc.key_type;
		attr.btf_value_type_id = map->desc.value_type;
	}
	map->fd = bpf(BPF_MAP_CREATE, &attr);
	return map->fd >= 0 && (!map->desc.frozen || freeze(map));
}

bool subject_make_maps(struct subject_maps *m)
{
	for (u32 i = 0; i < m->count && !m->in_linux; i++)
		if (!make(m, &m->maps[i]))
			return false;
	m->in_linux = true;
	return true;
}
