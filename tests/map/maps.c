/* SPDX-License-Identifier: BSD-2-Clause */
#include "maps.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "map/hashing.h"
#include "map/words.h"

enum { MEETING_MAX = 1024 };

const struct map_kind map_kinds[] = {
#define KIND(name, type, key, value, entries, flags)                                               \
	{name, BPF_MAP_TYPE_##type, key, value, entries, flags},
#include "kinds.def"
#undef KIND
};
const u32 map_kind_count = SKEP_COUNT(map_kinds);

struct skep_map *map_open(const struct map_kind *kind, int *error)
{
	struct skep_map like = {.shape = {.type = kind->type,
					  .key_size = kind->key,
					  .value_size = kind->value,
					  .max_entries = kind->entries,
					  .flags = kind->flags},
				.file = memfd_create("map", 0),
				.cpus = MAP_CPUS,
				.lock = -1};
	struct skep_map *map = NULL;

	*error = skep_map_new(&like, &map);
	if (*error)
		close(like.file);
	return *error ? NULL : map;
}

void map_close(struct skep_map *map)
{
	int file = map->file;

	skep_map_free(map);
	close(file);
}

bool map_is_array(const struct skep_map *map)
{
	return map->shape.type == BPF_MAP_TYPE_ARRAY ||
	       map->shape.type == BPF_MAP_TYPE_PERCPU_ARRAY;
}

bool map_is_lru(const struct skep_map *map)
{
	return map->shape.type == BPF_MAP_TYPE_LRU_HASH ||
	       map->shape.type == BPF_MAP_TYPE_LRU_PERCPU_HASH;
}

static void plain_key(const struct skep_map *map, u32 number, u8 *key)
{
	memset(key, 0, MAP_KEY_MAX);
	memcpy(key, &number, map->shape.key_size < 4 ? map->shape.key_size : 4);
	for (u32 i = 4; i < map->shape.key_size; i++)
		key[i] = (u8)(number * i);
}

/* Prefixes of all lengths from 8 bits on, some within others, whose first 15 bits say the number
 * where they are as long. */
static void prefix_key(const struct skep_map *map, u32 number, u8 *key)
{
	u32 bits = (map->shape.key_size - 4) * 8, length = 15 + number * 7 % (bits - 14);

	memcpy(key, &length, sizeof(length));
	memset(key + 4, 0, map->shape.key_size - 4);
	key[4] = (u8)(number >> 7);
	key[5] = (u8)(number << 1);
}

/* Numbers whose keys meet in one bucket, where the seed is known. */
static u32 meeting_number(const struct skep_map *map, u32 number)
{
	static _Thread_local u32 numbers[MEETING_MAX], count, next;
	u8 key[MAP_KEY_MAX];

	for (; count <= number; next++) {
		plain_key(map, next, key);
		if (skep_hash(SKEP_HASH_SECOND, key, map->shape.key_size) % 16 == 0)
			numbers[count++] = next;
	}
	return numbers[number];
}

void map_key(const struct skep_map *map, u32 number, void *key)
{

	if (map->shape.type == BPF_MAP_TYPE_LPM_TRIE) {
		prefix_key(map, number, key);
		return;
	}
	if (map->shape.flags & BPF_F_ZERO_SEED)
		number = meeting_number(map, number);
	plain_key(map, number, key);
}

void map_value(const struct skep_map *map, u64 word, void *value)
{
	for (u32 at = 0; at < map->shape.value_size; at += 8)
		memcpy((u8 *)value + at, &word, 8);
}

u64 map_word(const struct skep_map *map, const void *value)
{
	u64 first, word;

	skep_words_load(&first, value, sizeof(first));
	for (u32 at = 8; at < map->shape.value_size; at += 8) {
		skep_words_load(&word, (const u8 *)value + at, sizeof(word));
		if (word != first)
			return UINT64_MAX;
	}
	return first;
}

void *map_lookup(struct skep_map *map, const void *key, u32 cpu)
{
	return map->ops->lookup_cpu ? map->ops->lookup_cpu(map, key, cpu)
				    : map->ops->lookup(map, key);
}

int map_update(struct skep_map *map, u32 number, u64 word, u64 flags, u32 cpu)
{
	u8 value[MAP_VALUE_MAX];
	_Alignas(8) u8 key[MAP_KEY_MAX];

	map_key(map, number, key);
	map_value(map, word, value);
	return map->ops->update_cpu ? map->ops->update_cpu(map, key, value, flags, cpu)
				    : map->ops->update(map, key, value, flags);
}

u32 map_chance(u64 *state, u32 below)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return (u32)(*state >> 11) % below;
}
