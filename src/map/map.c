/* SPDX-License-Identifier: BSD-2-Clause */
/* What all map types have in common: values, with the parts of them that belong to programs alone.
 */
#include "map/map.h"

#include <errno.h>
#include <linux/bpf.h>
#include <string.h>

#include "map/spin.h"
#include "map/words.h"

void skep_map_copy(const struct skep_map *map, void *to, const void *from)
{
	u32 at = 0;

	for (u32 i = 0; i < map->span_count; i++) {
		skep_words_store((u8 *)to + at, (const u8 *)from + at, map->spans[i].off - at);
		at = map->spans[i].off + map->spans[i].size;
	}
	skep_words_store((u8 *)to + at, (const u8 *)from + at, map->shape.value_size - at);
}

void skep_map_copy_locked(const struct skep_map *map, void *to, const void *from)
{
	u32 *lock = (u32 *)((u8 *)to + map->lock);

	skep_spin_lock(lock);
	skep_map_copy(map, to, from);
	skep_spin_unlock(lock);
}

int skep_map_check_update(const struct skep_map *map, u64 flags)
{
	bool locked = flags & BPF_F_LOCK;

	return (flags & ~(u64)BPF_F_LOCK) > BPF_EXIST || (locked && map->lock < 0) ? -EINVAL : 0;
}

static void read_locked(const struct skep_map *map, void *to, void *from)
{
	u32 *lock = (u32 *)((u8 *)from + map->lock);

	skep_spin_lock(lock);
	skep_words_load(to, from, map->shape.value_size);
	skep_spin_unlock(lock);
}

int skep_map_read(struct skep_map *map, const void *key, void *value, u64 flags)
{
	void *from;

	if (flags & ~(u64)BPF_F_LOCK || (flags && map->lock < 0))
		return -EINVAL;
	if (!map->ops->lookup)
		return -EOPNOTSUPP;
	from = map->ops->lookup(map, key);
	if (!from)
		return -ENOENT;
	if (flags)
		read_locked(map, value, from);
	else
		skep_words_load(value, from, map->shape.value_size);
	for (u32 i = 0; i < map->span_count; i++)
		memset((u8 *)value + map->spans[i].off, 0, map->spans[i].size);
	return 0;
}
