/* SPDX-License-Identifier: BSD-2-Clause */
#include "syscall/elem.h"

#include <errno.h>
#include <fcntl.h>

#include "base/alloc.h"
#include "syscall/memory.h"

int skep_elem_init(struct skep_elem *el, struct skep_bpf_call *call, u32 fd)
{
	size_t key_room;
	int error = 0;

	*el = (struct skep_elem){.call = call};
	el->entity = skep_entity_get(call, SKEP_ENTITY_MAP, (int)fd, &error);
	if (!el->entity)
		return error;
	el->access = skep_entity_access(call, (int)fd);
	el->map = el->entity->map;
	el->key_size = el->entity->desc.key_size;
	el->value_size =
	    el->map->ops->hold ? el->entity->desc.value_size : skep_map_user_size(el->map);
	key_room = (el->key_size + 7u) & ~(size_t)7;
	el->key = skep_alloc(2 * key_room + el->value_size + sizeof(u64));
	if (!el->key)
		return -ENOMEM;
	el->other_key = (u8 *)el->key + key_room;
	el->value = (u8 *)el->other_key + key_room;
	return 0;
}

void skep_elem_fini(struct skep_elem *el)
{
	skep_free(el->key);
	skep_entity_put(el->entity);
}

int skep_elem_check_read(const struct skep_elem *el)
{
	return el->access == O_WRONLY ? -EPERM : 0;
}

int skep_elem_check_write(const struct skep_elem *el)
{
	return el->access == O_RDONLY || __atomic_load_n(&el->entity->desc.frozen, __ATOMIC_ACQUIRE)
		   ? -EPERM
		   : 0;
}

int skep_elem_check_lock(const struct skep_elem *el, u64 flags)
{
	return flags & BPF_F_LOCK && el->map->lock < 0 ? -EINVAL : 0;
}

int skep_elem_read_key(struct skep_elem *el, u64 at)
{
	if (!el->key_size)
		return at ? -EINVAL : 0;
	return skep_memory_read(el->call, el->key, at, el->key_size);
}

/* What has neither values nor elements, as ring buffers. */
static bool has_none(const struct skep_elem *el)
{
	return !el->map->ops->next_key;
}

int skep_elem_get(struct skep_elem *el, u64 flags)
{
	if (has_none(el))
		return -SKEP_ENOTSUPP;
	if (el->map->ops->hold)
		return skep_held_get(el);
	return skep_map_read(el->map, el->key, el->value, flags);
}

int skep_elem_put(struct skep_elem *el, u64 flags)
{
	if (has_none(el))
		return -SKEP_ENOTSUPP;
	if (el->map->ops->hold)
		return skep_held_put(el, flags);
	return skep_map_write(el->map, el->key, el->value, flags);
}

int skep_elem_remove(struct skep_elem *el)
{
	if (has_none(el))
		return -SKEP_ENOTSUPP;
	if (el->map->ops->hold)
		return skep_held_remove(el);
	return el->map->ops->remove(el->map, el->key);
}

int skep_elem_take(struct skep_elem *el, u64 flags)
{
	const struct skep_map_ops *ops = el->map->ops;

	if (ops->pop)
		return flags ? -EINVAL : ops->pop(el->map, el->value);
	return ops->take ? ops->take(el->map, el->key, el->value, flags) : -SKEP_ENOTSUPP;
}

int skep_elem_next(struct skep_elem *el, const void *key, void *next)
{
	if (has_none(el))
		return -SKEP_ENOTSUPP;
	return el->map->ops->next_key(el->map, key, next);
}
