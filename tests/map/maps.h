/* SPDX-License-Identifier: BSD-2-Clause */
/* What the tests of maps share: maps of all kinds with a memory file, keys by number, and values
 * whose words all say the same. */
#ifndef TEST_MAP_MAPS_H
#define TEST_MAP_MAPS_H

#include <linux/bpf.h>

#include "map/map.h"

enum { MAP_CPUS = 3, MAP_KEY_MAX = 64, MAP_VALUE_MAX = 256 };

struct map_kind {
	const char *name;
	u32 type, key, value, entries, flags;
};

extern const struct map_kind map_kinds[];
extern const u32 map_kind_count;

/* A map with its file; NULL: -errno in *error. */
struct skep_map *map_open(const struct map_kind *kind, int *error);
void map_close(struct skep_map *map);

bool map_is_array(const struct skep_map *map);
bool map_is_lru(const struct skep_map *map);

/* The key of a number: different ones for different numbers, in tries as prefixes of all lengths.
 */
void map_key(const struct skep_map *map, u32 number, void *key);

/* Fills a value with a word. */
void map_value(const struct skep_map *map, u64 word, void *value);

/* The word of a value, UINT64_MAX if its words differ. */
u64 map_word(const struct skep_map *map, const void *value);

/* As programs on a CPU do it. */
void *map_lookup(struct skep_map *map, const void *key, u32 cpu);
int map_update(struct skep_map *map, u32 number, u64 word, u64 flags, u32 cpu);

/* A number below another one; *state is not 0. */
u32 map_chance(u64 *state, u32 below);

#endif
