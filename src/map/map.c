/* SPDX-License-Identifier: BSD-2-Clause */
/* What all map types have in common: values, with the parts of them that belong to programs alone.
 */
#include "map/map.h"

#include <errno.h>
#include <linux/bpf.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "map/spin.h"
#include "map/words.h"
#include "spec/uapi.h"

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

void skep_map_load(const struct skep_map *map, void *to, void *from, u64 flags)
{
	u32 *lock = flags & BPF_F_LOCK ? (u32 *)((u8 *)from + map->lock) : NULL;

	if (lock)
		skep_spin_lock(lock);
	skep_words_load(to, from, map->shape.value_size);
	if (lock)
		skep_spin_unlock(lock);
	for (u32 i = 0; i < map->span_count; i++)
		memset((u8 *)to + map->spans[i].off, 0, map->spans[i].size);
}

static u64 cpu_room(const struct skep_map *map)
{
	return (map->shape.value_size + (u64)7) & ~(u64)7;
}

u64 skep_map_user_size(const struct skep_map *map)
{
	return map->ops->update_all ? cpu_room(map) * map->cpus : map->shape.value_size;
}

/* What user space reads of one CPU, or of the only value. */
static void *value_of(struct skep_map *map, const void *key, u32 cpu)
{
	if (map->ops->glance)
		return map->ops->glance(map, key, cpu);
	return map->ops->update_all ? map->ops->lookup_cpu(map, key, cpu)
				    : map->ops->lookup(map, key);
}

int skep_map_read(struct skep_map *map, const void *key, void *value, u64 flags)
{
	u32 count = map->ops->update_all ? map->cpus : 1;
	u8 *to = value;

	if (flags & ~(u64)BPF_F_LOCK || (flags && map->lock < 0))
		return -EINVAL;
	if (map->ops->peek)
		return map->ops->peek(map, value);
	if (map->shape.type == BPF_MAP_TYPE_ARENA)
		return -EINVAL;
	if (!map->ops->lookup && !map->ops->lookup_cpu)
		return -EOPNOTSUPP;
	for (u32 cpu = 0; cpu < count; cpu++, to += cpu_room(map)) {
		void *from = value_of(map, key, cpu);

		if (!from)
			return -ENOENT;
		skep_map_load(map, to, from, flags);
	}
	return 0;
}

int skep_map_write(struct skep_map *map, const void *key, const void *value, u64 flags)
{
	const struct skep_map_ops *ops = map->ops;

	if (ops->push)
		return ops->push(map, value, flags);
	if (ops->update_all)
		return ops->update_all(map, key, value, flags);
	return ops->update ? ops->update(map, key, value, flags) : -EOPNOTSUPP;
}

bool skep_map_is_node(s32 node)
{
	char path[64];

	if (node == -1 || node == 0) /* there always is the first */
		return true;
	snprintf(path, sizeof(path), "/sys/devices/system/node/node%d", node);
	return node > 0 && access(path, F_OK) == 0;
}
